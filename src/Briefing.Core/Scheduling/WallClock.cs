using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>From what a clock on the wall shows to the instant, in both directions of a clock change.</summary>
internal static class WallClock
{
    /// <summary>
    /// The first instant at which the clock shows this or more: a time shown twice counts the first time, a skipped one moves to the
    /// instant of the change.
    /// </summary>
    public static Instant InstantOf(LocalDateTime shown, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(shown);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    /// <summary>Whether the clock never shows this.</summary>
    public static bool Skips(LocalDateTime shown, DateTimeZone zone) => zone.MapLocal(shown).Count == 0;

    /// <summary>Whether the whole date is left out, as when a zone moves across the date line.</summary>
    public static bool SkipsDate(LocalDate date, DateTimeZone zone)
    {
        var midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 && midnight.LateInterval.IsoLocalStart.Date > date;
    }
}
