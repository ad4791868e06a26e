using System.Collections.Frozen;
using System.Globalization;

namespace Briefing.Core.Language;

/// <summary>Quantities that are told by other words than numbers: how often ("twice a year"),
/// in which place ("fourth-largest"), and by their place alone ("Ana Sole, 34, lives").</summary>
internal static class CountWords
{
    private static readonly FrozenDictionary<string, decimal> Frequencies = WordTables.Numbers("once 1 twice 2 thrice 3");

    private static readonly FrozenDictionary<string, decimal> Ordinals = WordTables.Numbers(
        "second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10");

    private static readonly FrozenSet<string> Periods = WordTables.Set("day week month quarter year hour minute night season");

    /// <summary>The figure that begins at a word and the number of its words; null where none does.</summary>
    public static (decimal Value, FigureUnit Unit, int Words)? At(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int at)
    {
        if (at + 1 >= words.Count)
            return null;
        if (Ordinals.TryGetValue(folded[at], out var place) && IsSuperlative(folded[at + 1]) && FigureReader.IsJoined(text, words, at + 1))
            return (place, new FigureUnit(FigureUnit.Rank, []), 2);
        // "Once the ship had left" tells no number.
        if (Frequencies.TryGetValue(folded[at], out var times) && folded[at + 1] is "a" or "an" or "per" or "each" or "every"
            && at + 2 < words.Count && Periods.Contains(folded[at + 2]))
            return (times, new FigureUnit(null, [EnglishStemmer.Stem("times")]), 3);
        return AgeAt(text, words, at) is { } age ? (age, new FigureUnit(FigureUnit.Age, [EnglishStemmer.Stem(folded[at - 1])]), 1) : null;
    }

    // "Ana Sole, 34, lives in": a number between commas behind whom it is told of.
    private static decimal? AgeAt(string text, IReadOnlyList<Word> words, int at)
    {
        const int Oldest = 115;
        if (at == 0 || !words[at].IsNumber || !char.IsLetter(words[at - 1].Text[0]) || words[at].Span.End >= text.Length || text[words[at].Span.End] != ',')
            return null;
        return text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is ", "
            && int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 0 and <= Oldest
            ? age
            : null;
    }

    // "Largest", "most populous".
    private static bool IsSuperlative(string word) => word is "most" or "least" or "best" or "worst" || (word.Length > 5 && word.EndsWith("est", StringComparison.Ordinal));
}
