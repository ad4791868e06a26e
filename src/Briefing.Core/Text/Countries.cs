using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// Names of one state: its names, its people, its capital and the houses that stand for its government, as newspapers use them
/// for one another ("Beijing agreed", "the Chinese side"). Equal keys are no contradiction; other keys are other states.
/// </summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string> Keys = Table(Lexicon.Text("countries"));

    /// <summary>Every folded name with its state's number, from 1.</summary>
    internal static IEnumerable<KeyValuePair<string, byte>> Numbered
    {
        get
        {
            var keys = Keys.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return Keys.Select(name => KeyValuePair.Create(name.Key, (byte)(keys.IndexOf(name.Value) + 1)));
        }
    }

    /// <summary>The key of a folded name of one or two words; null when it is no state's.</summary>
    public static string? KeyOf(string folded)
    {
        if (Keys.TryGetValue(folded, out var key))
            return key;
        return folded.Length > 4 && folded[^1] == 's' && Keys.TryGetValue(folded[..^1], out var plural) ? plural : null;
    }

    private static readonly FrozenSet<string> Openings =
        Keys.Keys.Where(name => name.Contains(' ', StringComparison.Ordinal)).Select(name => name[..name.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name of two words may begin with this one.</summary>
    public static bool MayOpenName(string folded) => Openings.Contains(folded);

    /// <summary>The key of two words together ("South Korea"), which may differ from that of each.</summary>
    public static string? KeyOf(string first, string second) => Keys.GetValueOrDefault($"{first} {second}");

    private static FrozenDictionary<string, string> Table(string lines)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var name in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
                keys.Add(name, line[..colon]);
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
