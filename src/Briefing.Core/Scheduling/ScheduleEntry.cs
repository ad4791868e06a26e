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
