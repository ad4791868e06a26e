using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Text.Dates;

/// <summary>
/// Finds printed dates: "2 February 2026", "Feb. 2, 2026", "2. Februar 2026", "2026-02-02T14:05Z", "02/02/2026", "2026年2月2日",
/// and without a year "Feb 2". Relative ones ("3 hrs ago") are no dates. Linear.
/// </summary>
public static class PrintedDateReader
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>All dates in the span, in order, not overlapping.</summary>
    public static List<PrintedDate> Read(string text, TextSpan span)
    {
        var found = new List<PrintedDate>();
        if (text.AsSpan(span.Start, span.Length).IndexOfAnyInRange('0', '9') < 0)
            return found;
        var tokens = DateToken.Tokenize(text, span);
        if (CompactDay(tokens) is { } compact)
            return [new PrintedDate(new TextSpan(tokens[0].Start, tokens[0].End), compact.Year, compact.Month, compact.Day, null, null, null)];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Match(text, tokens, at) is not { } match)
                continue;
            var (time, offset) = ClockReader.Near(text, tokens, at, at + match.Count, span);
            found.Add(new PrintedDate(
                new TextSpan(tokens[at].Start, tokens[at + match.Count - 1].End),
                match.Year, match.Month, match.Day, match.Other, time, offset));
            at += match.Count - 1;
        }

        return found;
    }

    private readonly record struct Matched(int Count, int? Year, int Month, int Day, LocalDate? Other = null);

    private static Matched? Match(string text, List<DateToken> tokens, int at)
    {
        var first = tokens[at];
        if (first.Month > 0)
            return MonthFirst(text, tokens, at);
        if (!first.IsNumber)
            return null;
        return first.Length == 4
            ? YearFirst(text, tokens, at)
            : DayThenName(text, tokens, at) ?? Figures(text, tokens, at);
    }

    // 20260202: a day only where nothing else stands there, since longer lines hold numbers of many kinds.
    private static Matched? CompactDay(List<DateToken> tokens)
    {
        const int Digits = 8;
        if (tokens.Count != 1 || !tokens[0].IsNumber || tokens[0].Length != Digits)
            return null;
        var value = tokens[0].Value;
        return Checked(1, value / 10_000, value / 100 % 100, value % 100);
    }

    // 2026-02-02, 2026/02/02, 2026年2月2日, 2026. 2. 2, 20 is never split off a longer number.
    private static Matched? YearFirst(string text, List<DateToken> tokens, int at)
    {
        if (at + 2 >= tokens.Count || !tokens[at + 1].IsNumber || !tokens[at + 2].IsNumber)
            return null;
        return IsDateSeparator(Between(text, tokens, at)) && IsDateSeparator(Between(text, tokens, at + 1))
            ? Checked(3, tokens[at].Value, tokens[at + 1].Value, tokens[at + 2].Value)
            : null;
    }

    // February 2, 2026 · Feb. 2 2026 · Feb 2nd, 2026 · Feb 2
    private static Matched? MonthFirst(string text, List<DateToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count || !tokens[at + 1].IsNumber || tokens[at + 1].Length > 2 || !IsShortGap(Between(text, tokens, at)))
            return null;
        var next = at + 2;
        if (next < tokens.Count && tokens[next].IsOrdinalEnding)
            next++;
        if (next < tokens.Count && tokens[next].Length == 4 && IsShortGap(Between(text, tokens, next - 1))
            && Checked(next + 1 - at, tokens[next].Value, tokens[at].Month, tokens[at + 1].Value) is { } full)
            return full;
        return tokens[at].IsCapitalized ? Checked(2, null, tokens[at].Month, tokens[at + 1].Value) : null;
    }

    // 2 February 2026 · 2. Februar 2026 · 2 de febrero de 2026 · 2nd of February, 2026 · 2 Feb
    private static Matched? DayThenName(string text, List<DateToken> tokens, int at)
    {
        var next = at + 1;
        if (next < tokens.Count && tokens[next].IsOrdinalEnding)
            next++;
        if (next < tokens.Count && tokens[next].IsLink)
            next++;
        if (next >= tokens.Count || tokens[next].Month == 0 || tokens[at].Length > 2 || !IsShortGap(Between(text, tokens, next - 1)))
            return null;
        var year = next + 1;
        if (year < tokens.Count && tokens[year].IsLink)
            year++;
        if (year < tokens.Count && tokens[year].Length == 4 && IsShortGap(Between(text, tokens, year - 1))
            && Checked(year + 1 - at, tokens[year].Value, tokens[next].Month, tokens[at].Value) is { } full)
            return full;
        // "4 may apply", "3 mars": without a year a short word in small letters is no month.
        return tokens[next].IsCapitalized || tokens[next].Length > 4 ? Checked(next + 1 - at, null, tokens[next].Month, tokens[at].Value) : null;
    }

    // 02/03/2026: the order of day and month depends on the country; points and hyphens put the day first.
    private static Matched? Figures(string text, List<DateToken> tokens, int at)
    {
        if (at + 2 >= tokens.Count || !tokens[at + 1].IsNumber || tokens[at].Length > 2)
            return null;
        var separator = Between(text, tokens, at);
        if (!separator.SequenceEqual(Between(text, tokens, at + 1)) || separator.Trim() is not ("/" or "." or "-"))
            return null;
        var (day, month, year) = (tokens[at].Value, tokens[at + 1].Value, tokens[at + 2].Value);
        // "02.02.26": all in two digits and with points, since other such numbers are scores and versions.
        if (separator is "." && tokens[at + 2].IsNumber && tokens[at].Length == 2 && tokens[at + 1].Length == 2 && tokens[at + 2].Length == 2)
            return Checked(3, 2000 + year, month, day);
        if (tokens[at + 2].Length != 4)
            return null;
        if (month > 12)
            return Checked(3, year, day, month);
        var match = Checked(3, year, month, day);
        var exchanged = separator.Trim() is "/" && day <= 12 && day != month ? Checked(3, year, day, month) : null;
        return match is { } read && exchanged is not null ? read with { Other = new LocalDate(year, day, month) } : match;
    }

    private static Matched? Checked(int count, int? year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || year is < EarliestYear or > LatestYear)
            return null;
        return day <= CalendarSystem.Iso.GetDaysInMonth(year ?? 2000, month) ? new Matched(count, year, month, day) : null;
    }

    private static ReadOnlySpan<char> Between(string text, List<DateToken> tokens, int at) =>
        text.AsSpan(tokens[at].End, tokens[at + 1].Start - tokens[at].End);

    private static bool IsDateSeparator(ReadOnlySpan<char> gap) =>
        gap.Trim() is "-" or "/" or "." or "\u5E74" or "\u6708" or "\uB144" or "\uC6D4";

    private static bool IsShortGap(ReadOnlySpan<char> gap) => gap.Length <= 3 && gap.Trim() is "" or "," or "." or "-" or ".," or "/";
}
