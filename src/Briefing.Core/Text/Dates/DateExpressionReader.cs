using System.Collections.Frozen;
using System.Globalization;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Text.Dates;

/// <summary>Finds the dates that a sentence names: weekdays, days of a month, months, years, and words that count from the day of writing.</summary>
public static class DateExpressionReader
{
    private static readonly FrozenDictionary<string, decimal> Weekdays = WordTables.Numbers(Lexicon.Text("calendar", "weekdays"));

    private static readonly FrozenDictionary<string, decimal> Months = WordTables.Numbers(Lexicon.Text("calendar", "months"));

    private static readonly FrozenSet<string> Ahead = WordTables.Set("will would shall next upcoming expected scheduled due plan plans planned set");

    /// <param name="folded">The folded form of each word.</param>
    public static List<DateExpression> Read(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words)
    {
        var dates = new List<DateExpression>();
        for (var at = 0; at < words.Count; at++)
        {
            var next = at;
            if (ReadAt(text, folded, words, ref next) is not { } date)
                continue;
            dates.Add(date with { Span = new TextSpan(words[at].Span.Start, words[next - 1].Span.End), PointsAhead = IsAhead(folded, at) });
            at = next - 1;
        }

        return dates;
    }

    private static DateExpression? ReadAt(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int next)
    {
        var word = folded[next];
        if (words[next].IsNumber)
            return DayBeforeMonth(text, folded, words, ref next) ?? IsoDay(text, folded, words, ref next) ?? BareYear(folded, words, ref next);
        if (words[next].IsCapitalized && Weekdays.TryGetValue(word, out var weekday))
        {
            next++;
            // "Saturday, January 31" is one date.
            var after = next;
            return MonthDate(text, folded, words, ref after) is { Day: not null } dated && IsNear(text, words, next)
                ? Advance(ref next, after, dated with { Weekday = (IsoDayOfWeek)weekday })
                : new DateExpression(default, Weekday: (IsoDayOfWeek)weekday);
        }

        return MonthDate(text, folded, words, ref next) ?? Relative(folded, words, ref next);
    }

    private static DateExpression Advance(ref int next, int after, DateExpression date)
    {
        next = after;
        return date;
    }

    // "January 31", "Jan. 31, 2026", "October 2025", "in October"; "may" and "march" are verbs unless a number follows.
    private static DateExpression? MonthDate(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int next)
    {
        if (next >= words.Count || !words[next].IsCapitalized || !Months.TryGetValue(folded[next], out var month))
            return null;
        var at = next + 1;
        int? day = at < words.Count && IsNear(text, words, at) && DayNumber(words[at]) is { } number ? number : null;
        if (day is not null)
            at++;
        int? year = at < words.Count && IsNear(text, words, at) && YearNumber(folded[at]) is { } found ? found : null;
        if (year is not null)
            at++;
        if (day is null && year is null && folded[next] is "may" or "march" or "mar" && !FollowsIn(folded, next))
            return null;
        next = at;
        return new DateExpression(default, year, (int)month, day);
    }

    private static bool FollowsIn(IReadOnlyList<string> folded, int at) =>
        at > 0 && folded[at - 1] is "in" or "since" or "until" or "by" or "last" or "next" or "this" or "early" or "late" or "mid" or "of";

    // "31 January 2026"
    private static DateExpression? DayBeforeMonth(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int next)
    {
        if (DayNumber(words[next]) is not { } day || next + 1 >= words.Count || !IsNear(text, words, next + 1)
            || !words[next + 1].IsCapitalized || !Months.TryGetValue(folded[next + 1], out var month))
        {
            return null;
        }

        next += 2;
        int? year = next < words.Count && IsNear(text, words, next) && YearNumber(folded[next]) is { } found ? found : null;
        if (year is not null)
            next++;
        return new DateExpression(default, year, (int)month, day);
    }

    // "2026-01-31"
    private static DateExpression? IsoDay(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int next)
    {
        if (next + 2 >= words.Count || YearNumber(folded[next]) is not { } year || words[next + 1].Text.Length != 2 || words[next + 2].Text.Length != 2
            || text[words[next].Span.End] != '-' || text[words[next + 1].Span.End] != '-'
            || !int.TryParse(folded[next + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12
            || DayNumber(words[next + 2]) is not { } day)
        {
            return null;
        }

        next += 3;
        return new DateExpression(default, year, month, day);
    }

    private static DateExpression? BareYear(IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int next)
    {
        if (next == 0 || YearNumber(folded[next]) is not { } year || words[next].Text.Contains(',', StringComparison.Ordinal)
            || folded[next - 1] is not ("in" or "by" or "since" or "of" or "until" or "from" or "to" or "before" or "after" or "during" or "early" or "late" or "mid" or "and"))
        {
            return null;
        }

        next++;
        return new DateExpression(default, year);
    }

    private static DateExpression? Relative(IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int next)
    {
        int? days = folded[next] switch { "today" or "tonight" => 0, "yesterday" => -1, "tomorrow" => 1, _ => null };
        if (days is { } count)
        {
            next++;
            return new DateExpression(default, Shift: new DateShift(DateUnit.Day, count));
        }

        int? direction = folded[next] switch { "last" => -1, "this" => 0, "next" => 1, _ => null };
        if (direction is not { } step || next + 1 >= words.Count)
            return null;
        DateUnit? unit = folded[next + 1] switch { "week" => DateUnit.Week, "month" => DateUnit.Month, "year" => DateUnit.Year, _ => null };
        if (unit is not { } known)
            return null;
        next += 2;
        return new DateExpression(default, Shift: new DateShift(known, step));
    }

    private static int? DayNumber(Word word)
    {
        var digits = word.Text.AsSpan();
        if (digits.Length > 2 && (digits.EndsWith("st") || digits.EndsWith("nd") || digits.EndsWith("rd") || digits.EndsWith("th")))
            digits = digits[..^2];
        return digits.Length <= 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? YearNumber(string folded) =>
        folded.Length == 4 && int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2099 ? year : null;

    // A space, perhaps with the point of an abbreviation or a comma.
    private static bool IsNear(string text, IReadOnlyList<Word> words, int at)
    {
        if (at >= words.Count)
            return false;
        var gap = text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End);
        return gap is " " or ". " or ", " or "., " or "\u00A0";
    }

    // The verb before the date tells; four words reach from "will meet in Brussels on" to it.
    private static bool IsAhead(IReadOnlyList<string> folded, int at)
    {
        for (var back = Math.Max(0, at - 6); back < at; back++)
        {
            if (Ahead.Contains(folded[back]))
                return true;
        }

        return false;
    }
}
