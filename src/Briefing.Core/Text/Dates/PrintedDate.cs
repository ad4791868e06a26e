using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Text.Dates;

/// <summary>A date as printed in a text.</summary>
/// <param name="Year">Null where the text names none ("Feb 2").</param>
/// <param name="Other">The other reading of a date such as 02/03/2026, day and month exchanged; null where there is one reading.</param>
/// <param name="Time">Time of day printed beside it.</param>
/// <param name="Offset">The printed zone; null where none is printed or its letters mean several zones.</param>
public sealed record PrintedDate(TextSpan Span, int? Year, int Month, int Day, LocalDate? Other, LocalTime? Time, Offset? Offset)
{
    /// <summary>Null where the year is missing.</summary>
    public LocalDate? Date => Year is { } year ? new LocalDate(year, Month, Day) : null;

    /// <summary>The instant, where day, time and zone are printed.</summary>
    public Instant? At =>
        Date is { } date && Time is { } time && Offset is { } offset
            ? date.At(time).WithOffset(offset).ToInstant()
            : null;

    /// <summary>The date; where its own year is missing, with the one that brings it closest to <paramref name="near"/> and not past <paramref name="latest"/>.</summary>
    public LocalDate Resolve(LocalDate near, LocalDate latest)
    {
        if (Date is { } date)
            return date;
        // 29 February may be up to eight years away.
        const int Reach = 8;
        var candidates = Enumerable.Range(near.Year - Reach, Reach + 2)
            .Where(year => Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month))
            .Select(year => new LocalDate(year, Month, Day))
            .Where(candidate => candidate <= latest)
            .ToList();
        return candidates.Count == 0 ? latest : candidates.MinBy(candidate => Math.Abs(Period.DaysBetween(candidate, near)));
    }
}

/// <summary>A number or a word, as far as dates are concerned.</summary>
internal readonly record struct DateToken(int Start, int End, int Value, int Month, DateTokenKind Kind, bool IsCapitalized)
{
    private static readonly string[] OrdinalEndings = ["st", "nd", "rd", "th", "er", "o", "\u00BA"];
    private static readonly string[] Links = ["of", "de", "del", "di", "den"];

    public int Length => End - Start;

    public bool IsNumber => Kind == DateTokenKind.Number;

    public bool IsOrdinalEnding => Kind == DateTokenKind.OrdinalEnding;

    public bool IsLink => Kind == DateTokenKind.Link;

    public static List<DateToken> Tokenize(string text, TextSpan span)
    {
        var tokens = new List<DateToken>();
        var at = span.Start;
        while (at < span.End)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < span.End && char.IsAsciiDigit(text[at]))
                    at++;
                var value = at - start <= 8 ? int.Parse(text.AsSpan(start, at - start)) : -1;
                tokens.Add(new DateToken(start, at, value, 0, DateTokenKind.Number, false));
            }
            else if (char.IsLetter(text[at]) && !IsUnitSign(text[at]))
            {
                while (at < span.End && char.IsLetter(text[at]))
                    at++;
                tokens.Add(OfWord(text, start, at));
            }
            else
            {
                at++;
            }
        }

        return tokens;
    }

    private static DateToken OfWord(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var kind = Matches(word, OrdinalEndings) && start > 0 && char.IsAsciiDigit(text[start - 1]) ? DateTokenKind.OrdinalEnding
            : Matches(word, Links) ? DateTokenKind.Link
            : DateTokenKind.Word;
        return new DateToken(start, end, -1, CalendarWords.Find(word), kind, char.IsUpper(word[0]));
    }

    private static bool Matches(ReadOnlySpan<char> word, string[] table)
    {
        foreach (var entry in table)
        {
            if (word.Equals(entry, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // The signs for year, month, day in Chinese, Japanese and Korean dates, and T in 2026-02-02T14:05, part figures.
    private static bool IsUnitSign(char c) =>
        c is '\u5E74' or '\u6708' or '\u65E5' or '\uB144' or '\uC6D4' or '\uC77C';
}

internal enum DateTokenKind
{
    Number,
    Word,
    OrdinalEnding,

    /// <summary>"of" and its like, between day and month.</summary>
    Link,
}
