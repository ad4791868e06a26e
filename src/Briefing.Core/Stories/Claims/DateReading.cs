using Briefing.Core.Language;
using NodaTime;

namespace Briefing.Core.Stories.Claims;

/// <summary>Compares dates of different articles, as far as their words and days of publication tell.</summary>
internal static class DateReading
{
    /// <summary>Whether <paramref name="kept"/> says at least what <paramref name="date"/> says: the same day, or one inside its stretch.</summary>
    public static bool Keeps(DateExpression kept, LocalDate? keptDay, DateExpression date, LocalDate? dateDay)
    {
        if (IsSameWeekday(kept, date))
            return true;
        var (inner, outer) = (kept.Resolve(keptDay), date.Resolve(dateDay));
        if (inner is not null && outer is not null)
            return outer.Contains(inner.Start) && outer.Contains(inner.End);
        return kept.IsDay == date.IsDay && !Excludes(kept, keptDay, date, dateDay);
    }

    /// <summary>Whether both cannot be meant of one event. What cannot be told excludes nothing.</summary>
    public static bool Excludes(DateExpression one, LocalDate? oneDay, DateExpression other, LocalDate? otherDay)
    {
        // "Today" in two papers is said of one day, though they came out on different ones: the one repeats the other.
        if (IsSameWeekday(one, other) || (one.Shift is not null && one.Shift == other.Shift))
            return false;
        var (first, second) = (one.Resolve(oneDay), other.Resolve(otherDay));
        if (first is not null && second is not null)
            return first.End < second.Start || second.End < first.Start;
        return Differ(one.Year ?? first?.Start.Year, other.Year ?? second?.Start.Year)
            || Differ(Month(one, first), Month(other, second))
            || Differ(Day(one, first), Day(other, second))
            || Differ((int?)Weekday(one, first), (int?)Weekday(other, second));
    }

    // Accounts of one event that both say "on Saturday" mean one Saturday, also where one of them was published later.
    private static bool IsSameWeekday(DateExpression one, DateExpression other) =>
        one.Weekday is not null && one.Weekday == other.Weekday && (one.Day is null || other.Day is null || one.Day == other.Day)
        && (one.Month is null || other.Month is null || one.Month == other.Month)
        && (one.Year is null || other.Year is null || one.Year == other.Year)
        && (one.Day is null) == (other.Day is null);

    private static int? Month(DateExpression date, DateInterval? read) =>
        date.Month ?? (read is not null && read.Start.Month == read.End.Month ? read.Start.Month : null);

    private static int? Day(DateExpression date, DateInterval? read) => date.Day ?? (read is { Length: 1 } ? read.Start.Day : null);

    private static IsoDayOfWeek? Weekday(DateExpression date, DateInterval? read) =>
        date.Weekday ?? (read is { Length: 1 } ? read.Start.DayOfWeek : null);

    private static bool Differ(int? one, int? other) => one is not null && other is not null && one != other;
}
