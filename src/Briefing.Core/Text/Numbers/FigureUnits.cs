using System.Collections.Frozen;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Text.Numbers;

/// <summary>Reads what a number counts: a currency before it, a sign or unit on it, or the nouns behind it.</summary>
internal static class FigureUnits
{
    private const int MaxNouns = 3;

    private static readonly FrozenDictionary<string, string> Symbols = WordTables.Pairs(Lexicon.Text("units", "symbols"));

    // Written onto the number. "60m" may be metres or millions and is read as the latter.
    private static readonly FrozenDictionary<string, string> Glued = WordTables.Pairs(Lexicon.Text("units", "glued"));

    /// <summary>Whether a number's last letters are a unit: "200ft".</summary>
    public static bool IsGlued(ReadOnlySpan<char> letters) => Glued.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(letters);

    /// <summary>The currency whose sign stands just before a number.</summary>
    public static string? CurrencyBefore(string text, int start) =>
        start == 0 ? null : text[start - 1] switch { '$' => "USD", '\u00A3' => "GBP", '\u20AC' => "EUR", '\u00A5' => "JPY", '\u20B9' => "INR", _ => null };

    /// <param name="next">The word behind the number.</param>
    /// <param name="currency">What stood before the number.</param>
    /// <returns>The unit, and the last word to be shown with the number (the number's own where there is none).</returns>
    public static (FigureUnit Unit, int Last) Read(
        string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, IReadOnlyList<DateExpression> dates, int next, string? currency)
    {
        if (currency is not null)
            return (new FigureUnit(currency, []), next - 1);
        var end = words[next - 1].Span.End;
        if (end < text.Length && text[end] == '%')
            return (new FigureUnit("%", []), next - 1);
        if (GluedTo(folded[next - 1]) is { } glued)
            return (new FigureUnit(null, [EnglishStemmer.Stem(glued)]), next - 1);
        if (next < words.Count && Symbols.TryGetValue(folded[next], out var named))
            return (new FigureUnit(named, []), next);
        if (next + 1 < words.Count && folded[next] == "per" && folded[next + 1] == "cent")
            return (new FigureUnit("%", []), next + 1);

        if (next + 1 < words.Count && folded[next] is "year" or "years" or "month" or "months" && folded[next + 1] == "old")
            return (new FigureUnit(FigureUnit.Age, Nouns(text, folded, words, dates, next + 2)), next);

        var stems = Nouns(text, folded, words, dates, next);
        return (new FigureUnit(null, stems), stems.Length == 0 ? next - 1 : next);
    }

    private static string? GluedTo(string folded)
    {
        var letters = folded.Length;
        while (letters > 0 && char.IsLetter(folded[letters - 1]))
            letters--;
        return letters > 0 ? Glued.GetValueOrDefault(folded[letters..]) : null;
    }

    private static string? DirectionOf(string word) => word switch
    {
        "before" or "ago" or "earlier" => "<",
        "after" or "later" => ">",
        _ => null,
    };

    // "scored 20 Thursday night": a date is not what is counted.
    private static string[] Nouns(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, IReadOnlyList<DateExpression> dates, int next)
    {
        var stems = new List<string>(MaxNouns);
        while (next < words.Count && stems.Count < MaxNouns && FigureReader.IsJoined(text, words, next) && !StopWords.Contains(folded[next])
            && !words[next].IsNumber && !dates.Any(date => date.Span.Overlaps(words[next].Span)))
        {
            stems.Add(EnglishStemmer.Stem(folded[next++]));
        }

        // "Nine days before the vote" and "a visit of nine days" count different things.
        if (stems.Count == 1 && next < words.Count && FigureReader.IsTimeUnit(folded[next - 1]) && DirectionOf(folded[next]) is { } direction)
            stems[0] += direction;

        return [.. stems];
    }
}
