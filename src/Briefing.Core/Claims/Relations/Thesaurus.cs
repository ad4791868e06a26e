using System.Collections.Frozen;
using Briefing.Core.Text;

namespace Briefing.Core.Claims.Relations;

/// <summary>Words that news texts use for one another (Text/Lexicon/thesaurus.txt), besides WordNet's synonyms.</summary>
internal static class Thesaurus
{
    private static readonly FrozenDictionary<string, int[]> Lines = Read();

    /// <summary>Whether a base form of the one stands in a line with a base form of the other.</summary>
    public static bool Share(LexicalWord one, LexicalWord other)
    {
        foreach (var mine in one.BaseTexts)
        {
            if (!Lines.TryGetValue(mine, out var lines))
                continue;
            foreach (var its in other.BaseTexts)
            {
                if (Lines.TryGetValue(its, out var others) && lines.AsSpan().ContainsAny(others))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether it knows this expression: "turn down".</summary>
    public static bool Knows(string expression) => Lines.ContainsKey(expression);

    private static FrozenDictionary<string, int[]> Read()
    {
        var lines = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in Lexicon.Lines("thesaurus"))
        {
            foreach (var word in line.Split(' '))
            {
                if (!lines.TryGetValue(word.Replace('_', ' '), out var known))
                    lines.Add(word.Replace('_', ' '), known = []);
                known.Add(number);
            }

            number++;
        }

        return lines.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
