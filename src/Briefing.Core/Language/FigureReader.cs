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

    private static readonly FrozenSet<string> TimeUnits =
        WordTables.Set("day days week weeks month months year years hour hours minute minutes night nights mile miles");

    /// <summary>The figures in reading order; words inside <paramref name="dates"/> are passed over.</summary>
    public static List<Figure> Read(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, IReadOnlyList<DateExpression> dates)
    {
        var figures = new List<Figure>();
        for (var at = 0; at < words.Count; at++)
        {
            if (!Starts(words, folded, at) || dates.Any(date => date.Span.Overlaps(words[at].Span)) || !StandsAlone(text, words[at].Span))
                continue;
            var next = at;
            var value = Value(text, folded, words, ref next);
            if (value is not { } number)
                continue;
            if (Counts(text, folded, words, at, next) && !IsConversion(text, words[at].Span.Start, figures))
                figures.Add(Figure(text, folded, words, dates, at, next, number));
            at = next - 1;
        }

        return figures;
    }

    // "60 metres (200 feet)", "€2 million ($2.6 million)": one quantity in two measures.
    private static bool IsConversion(string text, int start, List<Figure> figures) =>
        figures.Count > 0 && figures[^1].Span.End < start && text.AsSpan(figures[^1].Span.End, start - figures[^1].Span.End) is " (" or " ($" or " (\u20AC" or " (\u00A3" or " (\u00A5" or " (about ";

    private static bool Starts(IReadOnlyList<Word> words, IReadOnlyList<string> folded, int at) =>
        words[at].IsNumber
        || (Small.ContainsKey(folded[at]) && (!words[at].IsCapitalized || words[at].Span.Start == 0))
        || (at > 0 && folded[at - 1] is "a" && folded[at].Length > 3 && Scales.ContainsKey(folded[at]));

    // "F-35", "2+2", "12:30" and "#4" are names and times, not quantities.
    private static bool StandsAlone(string text, TextSpan span)
    {
        var before = span.Start > 0 ? text[span.Start - 1] : ' ';
        var beforeThat = span.Start > 1 ? text[span.Start - 2] : ' ';
        var after = span.End < text.Length ? text[span.End] : ' ';
        var afterThat = span.End + 1 < text.Length ? text[span.End + 1] : ' ';
        // "No. 1"
        if (before == ' ' && beforeThat == '.' && span.Start > 3 && text.AsSpan(span.Start - 4, 3).Equals("No.", StringComparison.Ordinal))
            return false;
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
            for (var first = at - 1; IsThousands(text, words, first, at); at++)
                value = (value * 1000) + int.Parse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture);
        }
        else
        {
            // "a hundred" is one of its scale, which follows below.
            value = Small.TryGetValue(folded[at], out var small) ? small : 1;
            at += Small.ContainsKey(folded[at]) ? 1 : 0;
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

    // "150 000": the thousands are parted by a space, as in much of Europe.
    private static bool IsThousands(string text, IReadOnlyList<Word> words, int first, int at) =>
        at < words.Count && words[at].Text.Length == 3 && words[at].Text.All(char.IsAsciiDigit)
        && words[first].Text is { Length: <= 3 } leading && leading[0] != '0' && leading.All(char.IsAsciiDigit)
        && text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is " " or "\u00A0" or "\u202F" or "\u2009";

    // "30", "2.5", "5bn", "40k"; "3rd" and "747s" are no quantities.
    private static decimal? Digits(string folded)
    {
        var end = 0;
        while (end < folded.Length && (char.IsDigit(folded[end]) || folded[end] == '.'))
            end++;
        if (!decimal.TryParse(folded.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000_000m)
            return null;
        if (end == folded.Length || FigureUnits.IsGlued(folded.AsSpan(end)))
            return value;
        return Scales.TryGetValue(folded[end..], out var scale) ? value * scale : null;
    }

    /// <summary>Whether a word belongs to the number before it.</summary>
    internal static bool IsJoined(string text, IReadOnlyList<Word> words, int at)
    {
        var gap = text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End);
        return gap is " " or "-" or "" or "\u00A0";
    }

    // "the two leaders" points back at people already named; "one" is a pronoun unless it counts time.
    private static bool Counts(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int at, int next)
    {
        if (words[at].IsNumber)
            return !IsBareYear(text, words, at, next) && !IsHour(text, folded, words, next);
        if (at > 0 && folded[at - 1] is "the" or "these" or "those" or "both" or "all" or "other" or "no" or "any" or "number")
            return next - at > 1;
        return folded[at] != "one" || next - at > 1
            || (next < words.Count && IsJoined(text, words, next) && TimeUnits.Contains(folded[next]));
    }

    // "3 p.m.", "7 am"
    private static bool IsHour(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int next) =>
        next < words.Count && (folded[next] is "am" or "pm"
            || (folded[next] is "a" or "p" && text.AsSpan(words[next].Span.End).StartsWith(".m", StringComparison.OrdinalIgnoreCase)));

    // "Copyright 2015 KLTV": a year that no preposition gives away.
    private static bool IsBareYear(string text, IReadOnlyList<Word> words, int at, int next) =>
        words[at].Text is ['1', '9', _, _] or ['2', '0', _, _]
        && (next == words.Count || words[next].IsCapitalized || !IsJoined(text, words, next))
        && FigureUnits.CurrencyBefore(text, words[at].Span.Start) is null;

    private static Figure Figure(
        string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, IReadOnlyList<DateExpression> dates, int at, int next, decimal value)
    {
        // The article of "a hundred" stands between it and "about".
        var (bound, first) = FigureBounds.Before(folded, at > 0 && folded[at - 1] == "a" && !words[at].IsNumber && !Small.ContainsKey(folded[at]) ? at - 1 : at);
        var start = words[first].Span.Start;
        var symbol = FigureUnits.CurrencyBefore(text, words[at].Span.Start);
        if (symbol is not null && first == at)
            start--;
        var (unit, last) = FigureUnits.Read(text, folded, words, dates, next, symbol);
        var end = last >= next ? words[last].Span.End : words[next - 1].Span.End;
        if (unit.Symbol == FigureUnit.Age)
            end = words[next + 1].Span.End;
        if (end < text.Length && text[end] == '%')
            end++;
        return new Figure(new TextSpan(start, end), value, bound, unit);
    }
}
