using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Text.Dates;

/// <summary>A date as a text tells it. Null means that the words do not say; <see cref="Resolve"/> fills in what the day of publication tells.</summary>
/// <param name="Shift">For words that count from the day of writing ("yesterday", "last month"); null for the others.</param>
/// <param name="PointsAhead">Whether the sentence speaks of what is to come ("will meet on Thursday").</param>
public sealed record DateExpression(
    TextSpan Span,
    int? Year = null,
    int? Month = null,
    int? Day = null,
    IsoDayOfWeek? Weekday = null,
    DateShift? Shift = null,
    bool PointsAhead = false)
{
    /// <summary>Whether it names a day, not a longer stretch.</summary>
    public bool IsDay => Weekday is not null || Day is not null || Shift?.Unit == DateUnit.Day;

    /// <summary>The days meant; null when that takes a day of publication and there is none.</summary>
    public DateInterval? Resolve(LocalDate? published)
    {
        if (Shift is { } shift)
            return published is { } day ? shift.From(day) : null;
        if (Weekday is { } weekday && Day is null)
            return published is { } day ? Single(Nearest(weekday, day)) : null;
        if (Month is not { } month)
            return Year is { } only ? new DateInterval(new LocalDate(only, 1, 1), new LocalDate(only, 12, 31)) : null;
        return (Year ?? NearestYear(month, published)) is { } year ? InMonth(year, month) : null;
    }

    private DateInterval? InMonth(int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        var length = first.Calendar.GetDaysInMonth(year, month);
        if (Day is not { } number)
            return new DateInterval(first, first.PlusDays(length - 1));
        return number <= length ? Single(first.PlusDays(number - 1)) : null;
    }

    // Papers write "on Saturday" for the last one and, of what is to come, for the next.
    private LocalDate Nearest(IsoDayOfWeek weekday, LocalDate published)
    {
        if (published.DayOfWeek == weekday)
            return published;
        return PointsAhead ? published.Next(weekday) : published.Previous(weekday);
    }

    // "in October", read in January, is last year's; of what is to come it is this year's.
    private int? NearestYear(int month, LocalDate? published)
    {
        if (published is not { } day)
            return null;
        if (month == day.Month)
            return day.Year;
        if (PointsAhead)
            return month > day.Month ? day.Year : day.Year + 1;
        return month < day.Month || (Day is not null && month == day.Month + 1) ? day.Year : day.Year - 1;
    }

    private static DateInterval Single(LocalDate day) => new(day, day);
}

/// <summary>A count of days, weeks, months or years from the day of writing.</summary>
public readonly record struct DateShift(DateUnit Unit, int Count)
{
    /// <summary>The whole day, week (Monday first), month or year meant.</summary>
    public DateInterval From(LocalDate day)
    {
        switch (Unit)
        {
            case DateUnit.Day:
                return new DateInterval(day.PlusDays(Count), day.PlusDays(Count));
            case DateUnit.Week:
                var monday = day.PlusDays(1 - (int)day.DayOfWeek).PlusWeeks(Count);
                return new DateInterval(monday, monday.PlusDays(6));
            case DateUnit.Month:
                var first = new LocalDate(day.Year, day.Month, 1).PlusMonths(Count);
                return new DateInterval(first, first.PlusMonths(1).PlusDays(-1));
            default:
                return new DateInterval(new LocalDate(day.Year + Count, 1, 1), new LocalDate(day.Year + Count, 12, 31));
        }
    }
}

public enum DateUnit
{
    Day,
    Week,
    Month,
    Year,
}
