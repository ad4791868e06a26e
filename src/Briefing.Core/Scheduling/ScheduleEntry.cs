using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>When one regular edition is made. The deadlines before it is due stand in the order collect, cut-off, freeze.</summary>
public sealed record ScheduleEntry
{
    public static Duration DefaultCutOff { get; } = Duration.FromMinutes(20);

    public static Duration DefaultCatchUp { get; } = Duration.FromHours(4);

    public required string Name { get; init; }

    public required IEditionTime Time { get; init; }

    /// <summary>The edition's date is the day here.</summary>
    public required DateTimeZone Zone { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Documents read later belong to the next edition.</summary>
    public RelativeTime CutOff { get; init; } = RelativeTime.Away(DefaultCutOff);

    /// <summary>Until when a missed edition is still made.</summary>
    public RelativeTime CatchUpUntil { get; init; } = RelativeTime.Away(DefaultCatchUp);

    /// <summary>From then on the sources are read; at the latest 40 minutes before the cut-off.</summary>
    public Duration CollectLead { get; init; } = Duration.FromMinutes(60);

    /// <summary>Then the inputs are frozen; at once with a cut-off that is nearer.</summary>
    public Duration FreezeLead { get; init; } = Duration.FromMinutes(10);
}

/// <summary>
/// At what time of day an entry's edition is due. Clock changes are not its matter: it says what the clock on the wall should show,
/// and <see cref="EditionCalendar"/> finds the instant. So a cron expression and a plain time behave alike.
/// </summary>
public interface IEditionTime
{
    /// <summary>The time on this date; null where the entry has none then. The first, where there are several.</summary>
    LocalTime? On(LocalDate date);
}

/// <summary>The same time every day.</summary>
public sealed record DailyTime(LocalTime At) : IEditionTime
{
    public LocalTime? On(LocalDate date) => At;
}

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
