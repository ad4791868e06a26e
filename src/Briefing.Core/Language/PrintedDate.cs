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

    /// <summary>The date with the year that brings it closest to <paramref name="near"/>, where its own is missing.</summary>
    public LocalDate Resolve(LocalDate near)
    {
        if (Date is { } date)
            return date;
        var candidates = new[] { near.Year - 1, near.Year, near.Year + 1 }
            .Where(year => Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month))
            .Select(year => new LocalDate(year, Month, Day))
            .ToList();
        return candidates.Count == 0
            ? new LocalDate(near.Year, Month, 28)
            : candidates.MinBy(candidate => Math.Abs(Period.DaysBetween(candidate, near)));
    }
}
