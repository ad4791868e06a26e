using System.Collections.Frozen;
using System.Globalization;
using Briefing.Core.Sources;

namespace Briefing.Core.Language;

/// <summary>Finds the quantities of a sentence. Days and years belong to <see cref="DateReader"/> and are left out.</summary>
public static class FigureReader
{
    private static readonly FrozenDictionary<string, decimal> Small = WordTables.Numbers(
        """
        one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
        fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70
        eighty 80 ninety 90
        """);

    private static readonly FrozenDictionary<string, decimal> Scales = WordTables.Numbers(
        """
        dozen 12 hundred 100 thousand 1000 k 1000 million 1000000 m 1000000 mn 1000000 billion 1000000000 bn 1000000000
        trillion 1000000000000 tn 1000000000000
        """);

    private static readonly FrozenDictionary<string, string> Symbols = WordTables.Pairs(
        "percent % dollar USD dollars USD pound GBP pounds GBP euro EUR euros EUR yen JPY yuan CNY rupees INR francs CHF");

    private static readonly FrozenSet<string> TimeUnits =
        WordTables.Set("day days week weeks month months year years hour hours minute minutes night nights mile miles");

    /// <summary>The figures in reading order; words inside <paramref name="dates"/> are passed over.</summary>
    public static List<Figure> Read(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, IReadOnlyList<DateExpression> dates)
    {
        var figures = new List<Figure>();
        for (var at = 0; at < words.Count; at++)
        {
            if (!Starts(words[at], folded[at]) || dates.Any(date => date.Span.Overlaps(words[at].Span)) || !StandsAlone(text, words[at].Span))
                continue;
            var next = at;
            var value = Value(text, folded, words, ref next);
            if (value is not { } number)
                continue;
            if (Counts(text, folded, words, at, next) && Figure(text, folded, words, at, next, number) is { } figure)
                figures.Add(figure);
            at = next - 1;
        }

        return figures;
    }

    private static bool Starts(Word word, string folded) =>
        word.IsNumber || (Small.ContainsKey(folded) && !word.IsCapitalized) || (word.IsCapitalized && word.Span.Start == 0 && Small.ContainsKey(folded));

    // "F-35", "2+2", "12:30" and "#4" are names and times, not quantities.
    private static bool StandsAlone(string text, TextSpan span)
    {
        var before = span.Start > 0 ? text[span.Start - 1] : ' ';
        var beforeThat = span.Start > 1 ? text[span.Start - 2] : ' ';
        var after = span.End < text.Length ? text[span.End] : ' ';
        var afterThat = span.End + 1 < text.Length ? text[span.End + 1] : ' ';
        return before is not ('+' or ':' or '#' or '/') && after is not ('+' or '/')
            && !(after == ':' && char.IsDigit(afterThat))
            && !(before == '-' && char.IsUpper(beforeThat));
    }

    private static decimal? Value(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int at)
    {
        decimal value;
        if (words[at].IsNumber)
        {
            if (Digits(folded[at]) is not { } digits)
            {
                at++;
                return null;
            }

            value = digits;
            at++;
        }
        else
        {
            value = Small[folded[at++]];
            // "twenty-five"
            if (value is >= 20 and < 100 && at < words.Count && Small.TryGetValue(folded[at], out var ones) && ones < 10)
            {
                value += ones;
                at++;
            }
        }

        while (at < words.Count && Scales.TryGetValue(folded[at], out var scale) && IsJoined(text, words, at))
        {
            value *= scale;
            at++;
        }

        return value;
    }

    // "30", "2.5", "5bn", "40k"; "3rd" and "747s" are no quantities.
    private static decimal? Digits(string folded)
    {
        var end = 0;
        while (end < folded.Length && (char.IsDigit(folded[end]) || folded[end] == '.'))
            end++;
        if (!decimal.TryParse(folded.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000_000m)
            return null;
        if (end == folded.Length)
            return value;
        return Scales.TryGetValue(folded[end..], out var scale) ? value * scale : null;
    }

    private static bool IsJoined(string text, IReadOnlyList<Word> words, int at)
    {
        var gap = text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End);
        return gap is " " or "-" or "" or "\u00A0";
    }

    // "the two leaders" points back at people already named; "one" is a pronoun unless it counts time.
    private static bool Counts(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int at, int next)
    {
        if (words[at].IsNumber)
            return !IsBareYear(text, words, at, next);
        if (at > 0 && folded[at - 1] is "the" or "these" or "those" or "both" or "all" or "other" or "no" or "any" or "number")
            return next - at > 1;
        return folded[at] != "one" || next - at > 1
            || (next < words.Count && IsJoined(text, words, next) && TimeUnits.Contains(folded[next]));
    }

    // "Copyright 2015 KLTV": a year that no preposition gives away.
    private static bool IsBareYear(string text, IReadOnlyList<Word> words, int at, int next) =>
        words[at].Text is ['1', '9', _, _] or ['2', '0', _, _]
        && (next == words.Count || words[next].IsCapitalized || !IsJoined(text, words, next))
        && CurrencyBefore(text, words[at].Span.Start) is null;

    private static Figure? Figure(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int at, int next, decimal value)
    {
        var (bound, first) = FigureBounds.Before(folded, at);
        var start = words[first].Span.Start;
        var symbol = CurrencyBefore(text, words[at].Span.Start);
        if (symbol is not null && first == at)
            start--;
        var (unit, last) = Unit(text, folded, words, next, symbol);
        var end = last >= next ? words[last].Span.End : words[next - 1].Span.End;
        if (unit.Symbol == FigureUnit.Age)
            end = words[next + 1].Span.End;
        if (end < text.Length && text[end] == '%')
            end++;
        return new Figure(new TextSpan(start, end), value, bound, unit);
    }

    private static string? CurrencyBefore(string text, int start) =>
        start == 0 ? null : text[start - 1] switch { '$' => "USD", '\u00A3' => "GBP", '\u20AC' => "EUR", '\u00A5' => "JPY", '\u20B9' => "INR", _ => null };

    private static (FigureUnit Unit, int Last) Unit(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int next, string? symbol)
    {
        if (symbol is not null)
            return (new FigureUnit(symbol, []), next - 1);
        var end = words[next - 1].Span.End;
        if (end < text.Length && text[end] == '%')
            return (new FigureUnit("%", []), next - 1);
        if (next < words.Count && Symbols.TryGetValue(folded[next], out var named))
            return (new FigureUnit(named, []), next);
        if (next + 1 < words.Count && folded[next] == "per" && folded[next + 1] == "cent")
            return (new FigureUnit("%", []), next + 1);

        if (next + 1 < words.Count && folded[next] is "year" or "years" or "month" or "months" && folded[next + 1] == "old")
            return (new FigureUnit(FigureUnit.Age, Nouns(text, folded, words, next + 2)), next);

        var stems = Nouns(text, folded, words, next);
        return (new FigureUnit(null, stems), stems.Length == 0 ? next - 1 : next);
    }

    private static string[] Nouns(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int next)
    {
        var stems = new List<string>(3);
        while (next < words.Count && stems.Count < 3 && IsJoined(text, words, next) && !StopWords.Contains(folded[next]) && !words[next].IsNumber)
            stems.Add(EnglishStemmer.Stem(folded[next++]));
        return [.. stems];
    }
}
