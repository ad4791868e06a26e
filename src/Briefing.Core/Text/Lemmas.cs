using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// Brings together forms that a stemmer keeps apart: "met" and "meeting", "agreement" and "agreed", "visitor" and "visit". Coarser than a
/// stem, since it decides only whether two sentences that share much else may mean the same.
/// </summary>
internal static class Lemmas
{
    private static readonly FrozenDictionary<string, string> Irregular = WordTables.Pairs(Lexicon.Text("lemmas", "irregular"));

    // Longest first; what remains must still be a word's worth of letters.
    private static readonly string[] Endings =
        ["ement", "ation", "ition", "ment", "ence", "ance", "ness", "ship", "ical", "sion", "ion", "ive", "ist", "ism", "ian", "ity", "or", "er", "al", "ic"];

    private const int ShortestRoot = 4;

    /// <summary>One form for all words of one meaning.</summary>
    /// <param name="folded">A folded word (<see cref="WordFolding"/>).</param>
    public static string Of(string folded) => SynonymTable.HeadOf(RootOf(folded));

    /// <summary>The root without regard to synonyms.</summary>
    public static string RootOf(string folded)
    {
        var stem = EnglishStemmer.Stem(Irregular.GetValueOrDefault(folded, folded));
        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length >= ShortestRoot && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }

        return stem.Length > ShortestRoot && stem[^1] is 'e' or 'i' ? stem[..^1] : stem;
    }
}

/// <summary>
/// Words that newspapers use for one another, from general knowledge of the trade. Each line is one meaning; the opposite of a word
/// (rise, fall) is never in its line. They help to see that two sentences tell the same, and prove nothing by themselves.
/// </summary>
internal static class SynonymTable
{
    private static readonly FrozenDictionary<string, string> Heads = Table(Lexicon.Text("lemmas", "synonyms"));

    /// <summary>The head of the root's group, or the root itself.</summary>
    public static string HeadOf(string root) => Heads.GetValueOrDefault(root, root);

    private static FrozenDictionary<string, string> Table(string lines)
    {
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string? head = null;
            foreach (var word in line.Split(' '))
            {
                var root = Lemmas.RootOf(word);
                head ??= root;
                heads.TryAdd(root, heads.GetValueOrDefault(head, head));
            }
        }

        return heads.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
