using System.Collections.Frozen;
using Briefing.Core.Model;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Text.Numbers;

/// <summary>Finds the quantities of a sentence. Days and years belong to <see cref="DateExpressionReader"/> and are left out.</summary>
public static class FigureReader
{
    private static readonly FrozenSet<string> TimeUnits =
        WordTables.Set("day days week weeks month months year years hour hours minute minutes night nights mile miles");

    /// <summary>The figures in reading order; words inside <paramref name="dates"/> are passed over.</summary>
    public static List<Figure> Read(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, IReadOnlyList<DateExpression> dates)
    {
        var figures = new List<Figure>();
        for (var at = 0; at < words.Count; at++)
        {
            if (NumberWords.At(text, folded, words, at) is { } told && !dates.Any(date => date.Span.Overlaps(words[at].Span)))
            {
                var last = at + told.Words - 1;
                figures.Add(new Figure(new TextSpan(words[at].Span.Start, words[last].Span.End), told.Value, FigureBound.Exact, told.Unit));
                at = last;
                continue;
            }

            if (!Starts(words, folded, at) || dates.Any(date => date.Span.Overlaps(words[at].Span)) || !StandsAlone(text, words[at].Span))
                continue;
            var next = at;
            var value = NumberReader.Read(text, folded, words, ref next, out var step);
            // "a – hundred": the scale stands apart, and no number begins here.
            if (next == at)
                continue;
            if (value is { } number && Counts(text, folded, words, at, next) && !IsConversion(text, words[at].Span.Start, figures))
                figures.Add(Figure(text, folded, words, dates, at, next, number) with { Step = step });
            at = next - 1;
        }

        return figures;
    }

    /// <summary>
    /// Numbers that point back at what was reported before: "all four victims". Nothing is lost where another account leaves them out, yet
    /// none may say another.
    /// </summary>
    public static List<Figure> ReadBackward(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, IReadOnlyList<DateExpression> dates)
    {
        var figures = new List<Figure>();
        for (var at = 1; at + 1 < words.Count; at++)
        {
            if (!PointsBack(folded[at - 1]) || words[at].IsNumber || !NumberReader.IsSmall(folded[at]))
                continue;
            var next = at;
            if (NumberReader.Read(text, folded, words, ref next, out _) is { } number && next - at == 1
                && Figure(text, folded, words, dates, at, next, number) is { Unit: { Symbol: null, IsEmpty: false } } figure)
                figures.Add(figure);
        }

        return figures;
    }

    // "60 metres (200 feet)", "€2 million ($2.6 million)": one quantity in two measures.
    private static bool IsConversion(string text, int start, List<Figure> figures) =>
        figures.Count > 0 && figures[^1].Span.End < start && text.AsSpan(figures[^1].Span.End, start - figures[^1].Span.End) is " (" or " ($" or " (\u20AC" or " (\u00A3" or " (\u00A5" or " (about ";

    internal static bool IsTimeUnit(string word) => TimeUnits.Contains(word);

    private static bool Starts(IReadOnlyList<Word> words, IReadOnlyList<string> folded, int at) =>
        words[at].IsNumber
        || (NumberReader.IsSmall(folded[at]) && (!words[at].IsCapitalized || words[at].Span.Start == 0))
        || (at > 0 && folded[at - 1] is "a" && folded[at].Length > 3 && NumberReader.IsScale(folded[at]));

    // "F-35", "2+2", "12:30" and "#4" are names and times, not quantities.
    internal static bool StandsAlone(string text, TextSpan span)
    {
        var before = span.Start > 0 ? text[span.Start - 1] : ' ';
        var beforeThat = span.Start > 1 ? text[span.Start - 2] : ' ';
        var after = span.End < text.Length ? text[span.End] : ' ';
        var afterThat = span.End + 1 < text.Length ? text[span.End + 1] : ' ';
        // "No. 1"
        if (before == ' ' && beforeThat == '.' && span.Start > 3 && text.AsSpan(span.Start - 4, 3).Equals("No.", StringComparison.Ordinal))
            return false;
        if (IsDialled(text.AsSpan(span.End), span.Length) || (before == '-' && char.IsDigit(beforeThat) && span is { Length: 4, Start: > 3 } && char.IsDigit(text[span.Start - 4])))
            return false;
        return before is not ('+' or ':' or '#' or '/') && after is not ('+' or '/')
            && !(after == ':' && char.IsDigit(afterThat))
            && !(before == '-' && char.IsUpper(beforeThat));
    }

    // "308-3600", "713-308-3600", "222-TIPS"
    private static bool IsDialled(ReadOnlySpan<char> behind, int digits)
    {
        if (behind is not ['-', _, _, ..])
            return false;
        if (char.IsUpper(behind[1]) && char.IsUpper(behind[2]))
            return true;
        var group = behind[1..].IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : behind.Length - 1;
        return digits == 3 && (group == 4 || (group == 3 && behind[(group + 1)..] is ['-', >= '0' and <= '9', ..]));
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
        if (at > 0 && (PointsBack(folded[at - 1]) || folded[at - 1] is "no" or "any" or "number"))
            return next - at > 1;
        return folded[at] != "one" || next - at > 1
            || (next < words.Count && IsJoined(text, words, next) && TimeUnits.Contains(folded[next]));
    }

    private static bool PointsBack(string word) => word is "the" or "these" or "those" or "both" or "all" or "other";

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
        var (bound, first) = FigureBounds.Before(folded, at > 0 && folded[at - 1] == "a" && !words[at].IsNumber && !NumberReader.IsSmall(folded[at]) ? at - 1 : at);
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
