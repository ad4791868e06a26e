using System.Collections.Immutable;
using Briefing.Core.Scheduling;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Worker.Scheduling;

/// <summary>A sound schedule.json with its calendars: what the worker runs.</summary>
internal sealed record Schedule(ImmutableArray<PlannedEntry> Entries)
{
    /// <param name="options">Without faults.</param>
    public static Schedule Of(ScheduleOptions options, CalendarShelf calendars) => new([.. options.Entries.Select(entry => PlannedEntry.Of(entry, calendars))]);
}

/// <param name="Options">For whom and of what its editions are.</param>
/// <param name="Calendar">When they are due.</param>
internal sealed record PlannedEntry(EntryOptions Options, EditionCalendar Calendar)
{
    public string Name => Options.Name;

    public static PlannedEntry Of(EntryOptions options, CalendarShelf calendars)
    {
        var entry = new ScheduleEntry
        {
            Name = options.Name,
            Time = TimeOf(options),
            Zone = DateTimeZoneProviders.Tzdb[options.TimeZone],
            Calendar = calendars.Of(options.Calendar),
        };
        return new PlannedEntry(
            options,
            new EditionCalendar(entry with { CutOff = options.CutOff ?? entry.CutOff, CatchUpUntil = options.CatchUpUntil ?? entry.CatchUpUntil }));
    }

    private static IEditionTime TimeOf(EntryOptions options)
    {
        if (options.At is { } at)
            return new DailyTime(at);
        return CronTime.TryParse(options.Cron ?? "", out var cron, out var fault) ? cron : throw new InvalidOperationException(fault);
    }
}
