using System.Collections.Immutable;
using Briefing.Core.Scheduling;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Worker.Scheduling;

/// <summary>A sound schedule.json with its calendars: what the worker runs.</summary>
internal sealed record Schedule(ImmutableArray<PlannedEntry> Entries)
{
    /// <param name="options">Without faults.</param>
    public static Schedule Of(ScheduleOptions options, CalendarFiles calendars) => new([.. options.Entries.Select(entry => PlannedEntry.Of(entry, calendars))]);
}

/// <param name="Options">For whom and of what its editions are.</param>
/// <param name="Calendar">When they are due.</param>
internal sealed record PlannedEntry(EntryOptions Options, EditionCalendar Calendar)
{
    public string Name => Options.Name;

    public static PlannedEntry Of(EntryOptions options, CalendarFiles calendars)
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

/// <summary>
/// schedule.json and the calendars beside it, read again when they change. A broken file leaves the last good schedule in force.
/// Not for several threads at once.
/// </summary>
internal sealed class ScheduleFile
{
    private readonly string _folder;
    private readonly string? _currentFolder;
    private readonly ImmutableArray<string> _topicIds;
    private string? _seen;

    /// <param name="configuration">As loaded at the start; its topics are those that entries may name.</param>
    public ScheduleFile(BriefingConfiguration configuration)
    {
        _folder = configuration.Folder;
        _currentFolder = configuration.CurrentFolder;
        _topicIds = [.. configuration.Topics.Select(topic => topic.Id)];
        Current = Schedule.Of(configuration.Schedule, configuration.Calendars);

        // The files may have changed since they were loaded. What is broken by now is reported at the next look.
        if (Look() is ScheduleBroken)
            _seen = null;
    }

    /// <summary>The last good schedule.</summary>
    public Schedule Current { get; private set; }

    /// <summary>Looks whether the files have changed since the last look. Costs the reading of some small files.</summary>
    /// <returns>Null where nothing has changed; a broken state is reported once.</returns>
    public ScheduleChange? Look()
    {
        var path = Path.Combine(_folder, BriefingConfiguration.ScheduleName);
        var text = FileText.Read(path);
        var seen = Everything(text);
        if (string.Equals(seen, _seen, StringComparison.Ordinal))
            return null;
        _seen = seen;

        var file = new ConfigurationFile<ScheduleOptions>(text, ConfigurationFile.NameOf(path, _currentFolder));
        var calendars = new CalendarFiles(Path.Combine(_folder, BriefingConfiguration.CalendarFolder), _currentFolder);
        ScheduleRules.Check(file, _topicIds);
        ImmutableArray<ConfigurationFault> faults = [.. file.Faults, .. BriefingConfiguration.FaultsOfCalendars(file.Options, calendars)];
        if (faults.Length > 0)
            return new ScheduleBroken(faults);
        Current = Schedule.Of(file.Options!, calendars);
        return new ScheduleChanged(Current);
    }

    private string Everything(FileText schedule)
    {
        var folder = Path.Combine(_folder, BriefingConfiguration.CalendarFolder);
        var calendars = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        return string.Join('\0', calendars.Order(StringComparer.Ordinal).Select(FileText.Read).Prepend(schedule).Select(text => text.Text ?? text.Fault));
    }
}

/// <summary>What a look at the files found: one of the two below.</summary>
internal abstract record ScheduleChange;

internal sealed record ScheduleChanged(Schedule Schedule) : ScheduleChange;

/// <summary>The files cannot be used; the last good schedule stays in force.</summary>
/// <param name="Faults">At least one, each with file and line.</param>
internal sealed record ScheduleBroken(ImmutableArray<ConfigurationFault> Faults) : ScheduleChange
{
    /// <summary>All faults, for the log and the alert.</summary>
    public string Reason => string.Join('\n', Faults);
}
