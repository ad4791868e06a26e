using System.Collections.Frozen;

namespace Briefing.Core.Text.Dates;

/// <summary>Months' names and their common short forms in the languages that pages come in.</summary>
internal static class CalendarWords
{
    // One row a month; folded spelling.
    private static readonly List<string> Names = Lexicon.Lines("months");

    private static readonly FrozenDictionary<string, int> Months = Build();

    private const int LongestName = 14;

    /// <summary>1 to 12; 0 where the word is no month. Case and accents do not matter.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > LongestName)
            return 0;
        Span<char> folded = stackalloc char[LongestName];
        for (var at = 0; at < word.Length; at++)
            folded[at] = LetterFolding.FoldAccent(word[at]);
        return Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..word.Length], out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int> Build()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < Names.Count; month++)
        {
            foreach (var name in Names[month].Split(' '))
                months.TryAdd(name, month + 1);
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
