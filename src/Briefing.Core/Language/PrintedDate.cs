using Briefing.Core.Sources;
using NodaTime;

namespace Briefing.Core.Language;

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
