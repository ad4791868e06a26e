using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>A moment before or after an edition is due: so far from it, or the nearest time of day on that side of it.</summary>
public sealed record RelativeTime
{
    private RelativeTime(Duration? distance, LocalTime? timeOfDay)
    {
        Distance = distance;
        TimeOfDay = timeOfDay;
    }

    /// <summary>Null where a time of day is given.</summary>
    public Duration? Distance { get; }

    /// <summary>Null where a distance is given.</summary>
    public LocalTime? TimeOfDay { get; }

    /// <param name="distance">Not negative.</param>
    public static RelativeTime Away(Duration distance) => new(distance, null);

    public static RelativeTime At(LocalTime timeOfDay) => new(null, timeOfDay);

    /// <summary>The first such moment after an edition was due, on the clock of a zone, or that instant itself.</summary>
    public Instant After(Instant due, DateTimeZone zone) => After(due.InZone(zone).LocalDateTime, due, zone);

    /// <summary>The last such moment before the edition is due, or that instant itself.</summary>
    /// <param name="nominal">What the clock should show when the edition is due.</param>
    internal Instant Before(LocalDateTime nominal, Instant due, DateTimeZone zone)
    {
        if (TimeOfDay is not { } time)
            return due - Distance!.Value;
        var date = time <= nominal.TimeOfDay ? nominal.Date : nominal.Date.PlusDays(-1);
        return Instant.Min(WallClock.InstantOf(date + time, zone), due);
    }

    /// <summary>The first such moment after the edition is due, or that instant itself.</summary>
    /// <inheritdoc cref="Before"/>
    internal Instant After(LocalDateTime nominal, Instant due, DateTimeZone zone)
    {
        if (TimeOfDay is not { } time)
            return due + Distance!.Value;
        var date = time >= nominal.TimeOfDay ? nominal.Date : nominal.Date.PlusDays(1);
        return Instant.Max(WallClock.InstantOf(date + time, zone), due);
    }
}
