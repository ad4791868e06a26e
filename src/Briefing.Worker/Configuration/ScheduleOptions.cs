using System.Collections.Immutable;
using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Worker.Configuration;

/// <summary>schedule.json: when and for whom editions are made.</summary>
internal sealed record ScheduleOptions
{
    [Size(1, 100)]
    public required ImmutableArray<EntryOptions> Entries { get; init; }
}

/// <summary>One regular edition. Its time is <see cref="At"/> or <see cref="Cron"/>: exactly one is given.</summary>
internal sealed record EntryOptions
{
    [Size(1, 60)]
    [Identifier]
    public required string Name { get; init; }

    /// <summary>Local time of day in <see cref="TimeZone"/>.</summary>
    public LocalTime? At { get; init; }

    /// <summary>A cron expression as Quartz reads it, seconds first, on the clock of <see cref="TimeZone"/>; once a day at most.</summary>
    [Size(1, 200)]
    public string? Cron { get; init; }

    /// <summary>IANA name. The edition's date is the day there.</summary>
    [Size(1, 60)]
    public required string TimeZone { get; init; }

    public CalendarOptions Calendar { get; init; } = new();

    /// <summary>Documents read later belong to the next edition; null: 20 minutes before it is due.</summary>
    public RelativeTime? CutOff { get; init; }

    /// <summary>Until when a missed edition is still made, and marked late; null: four hours after it was due.</summary>
    public RelativeTime? CatchUpUntil { get; init; }

    /// <summary>The list it is mailed to; null: the list of the entry's own name.</summary>
    [Size(1, 60)]
    [Identifier]
    public string? Subscribers { get; init; }

    /// <summary>Until when an undelivered message is tried again; null: four hours after the edition was due.</summary>
    public RelativeTime? DeliverUntil { get; init; }

    /// <summary>Whether a person must agree before it is mailed.</summary>
    public ApprovalKind Approval { get; init; } = ApprovalKind.None;

    /// <summary>Until when the approval is waited for; null: two hours after the edition was due.</summary>
    public RelativeTime? ApproveUntil { get; init; }

    /// <summary>What happens then.</summary>
    public WithoutApproval WithoutApproval { get; init; } = WithoutApproval.Withhold;

    /// <summary>Ids of the topics the edition has; null for all.</summary>
    [Size(1, 100)]
    public ImmutableArray<string>? Topics { get; init; }

    /// <summary>What is written, of <see cref="Rendering.OutputFormats"/>; null for all. edition.json is always written.</summary>
    [Size(1, 10)]
    public ImmutableArray<string>? Formats { get; init; }

    /// <summary>The edition's title; null for that of briefing.json.</summary>
    [Size(1, 120)]
    public string? Title { get; init; }

    public string SubscriberList() => Subscribers ?? Name;
}

/// <summary>The days an entry works on; written in short as the base alone.</summary>
[ShortForm(nameof(Base))]
internal sealed record CalendarOptions
{
    public CalendarKind Base { get; init; } = CalendarKind.Weekdays;

    /// <summary>Days without an edition besides.</summary>
    [Size(0, 500)]
    public ImmutableArray<LocalDate> Holidays { get; init; } = [];

    /// <summary>Days with an edition all the same.</summary>
    [Size(0, 500)]
    public ImmutableArray<LocalDate> WorkingDays { get; init; } = [];
}

internal enum ApprovalKind
{
    None,
    Required,
}

internal enum WithoutApproval
{
    /// <summary>It is not mailed, which is a fault that a person must see.</summary>
    Withhold,

    /// <summary>It is mailed all the same, which the operators are told.</summary>
    Send,
}

internal enum CalendarKind
{
    Weekdays,
    Daily,

    /// <summary>Weekdays but for the bank holidays there; so the next two.</summary>
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}
