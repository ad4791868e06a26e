using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Worker.Configuration;

/// <summary>schedule.json: when and for whom editions are made.</summary>
internal sealed record ScheduleOptions
{
    [Size(1, 100)]
    public required ImmutableArray<EntryOptions> Entries { get; init; }
}

/// <summary>One regular edition.</summary>
internal sealed record EntryOptions
{
    [Size(1, 60)]
    [Identifier]
    public required string Name { get; init; }

    /// <summary>Local time of day in <see cref="TimeZone"/>.</summary>
    public required LocalTime At { get; init; }

    /// <summary>IANA name. The edition's date is the day there.</summary>
    [Size(1, 60)]
    public required string TimeZone { get; init; }

    public CalendarKind Calendar { get; init; } = CalendarKind.Weekdays;

    /// <summary>Ids of the topics the edition has; null for all.</summary>
    [Size(1, 100)]
    public ImmutableArray<string>? Topics { get; init; }

    /// <summary>The edition's title; null for that of briefing.json.</summary>
    [Size(1, 120)]
    public string? Title { get; init; }
}

internal enum CalendarKind
{
    Weekdays,
    Daily,
}
