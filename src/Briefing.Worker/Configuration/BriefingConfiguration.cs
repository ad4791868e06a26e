using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Worker.Scheduling;

namespace Briefing.Worker.Configuration;

/// <summary>What is made (briefing.json), when and for whom (schedule.json beside it).</summary>
internal sealed record BriefingConfiguration
{
    /// <summary>Its name beside briefing.json.</summary>
    public const string ScheduleName = "schedule.json";

    /// <summary>The folder of calendars of one's own, beside briefing.json.</summary>
    public const string CalendarFolder = "calendars";

    /// <summary>The folder of briefing.json; relative paths in the files start there.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder that faults name files relative to; null where they name full paths.</summary>
    public string? CurrentFolder { get; init; }

    public required BriefingOptions Briefing { get; init; }

    public required ScheduleOptions Schedule { get; init; }

    /// <summary>Those that the schedule's calendars rest on.</summary>
    public required CalendarFiles Calendars { get; init; }

    /// <summary>In the order of the sections.</summary>
    public required ImmutableArray<Topic> Topics { get; init; }

    public string PathOf(string relative) => Path.GetFullPath(relative, Folder);

    /// <summary>The folder of templates; null for the built-in ones alone. One that is named need not be there.</summary>
    public string? TemplatesFolder =>
        PathOf(Briefing.Templates ?? "templates") is var folder && (Briefing.Templates is not null || Directory.Exists(folder)) ? folder : null;

    /// <summary>The topics of an entry's edition, in the order of briefing.json.</summary>
    public ImmutableArray<Topic> TopicsOf(EntryOptions entry) =>
        entry.Topics is { } chosen ? [.. Topics.Where(topic => chosen.Contains(topic.Id, StringComparer.Ordinal))] : Topics;

    /// <summary>Reads both files. Nothing is thrown for what a person may have written.</summary>
    /// <param name="briefingPath">Path of briefing.json; schedule.json is read from the same folder.</param>
    /// <param name="currentFolder">Faults name the files relative to it where they lie in it; null: by their full paths.</param>
    public static LoadedConfiguration Load(string briefingPath, string? currentFolder = null)
    {
        var path = Path.GetFullPath(briefingPath);
        var folder = Path.GetDirectoryName(path)!;
        var briefing = ConfigurationFile.Read<BriefingOptions>(path, currentFolder);
        var schedule = ConfigurationFile.Read<ScheduleOptions>(Path.Combine(folder, ScheduleName), currentFolder);
        var calendars = new CalendarFiles(Path.Combine(folder, CalendarFolder), currentFolder);
        ConfigurationRules.Check(briefing, schedule);

        ImmutableArray<ConfigurationFault> faults = [.. briefing.Faults, .. schedule.Faults, .. FaultsOfCalendars(schedule.Options, calendars)];
        if (faults.Length > 0 || briefing.Options is null || schedule.Options is null)
            return new LoadedConfiguration(null, faults, briefing, schedule);
        return new LoadedConfiguration(
            new BriefingConfiguration
            {
                Folder = folder,
                CurrentFolder = currentFolder,
                Briefing = briefing.Options,
                Schedule = schedule.Options,
                Calendars = calendars,
                Topics = [.. briefing.Options.Topics.Select(topic => topic.ToTopic())],
            },
            [],
            briefing,
            schedule);
    }

    /// <summary>The faults of the calendar files that the entries rest on.</summary>
    /// <param name="options">Null where schedule.json could not be read.</param>
    public static IEnumerable<ConfigurationFault> FaultsOfCalendars(ScheduleOptions? options, CalendarFiles calendars) =>
        options is { Entries.IsDefault: false } ? options.Entries.Select(entry => entry.Calendar.Base).Distinct().SelectMany(calendars.FaultsOf) : [];
}

/// <param name="Configuration">Null exactly when there are faults.</param>
/// <param name="Faults">In the order of the files and of their lines.</param>
/// <param name="BriefingFile">For faults found later.</param>
/// <param name="ScheduleFile">For faults found later.</param>
internal sealed record LoadedConfiguration(
    BriefingConfiguration? Configuration,
    ImmutableArray<ConfigurationFault> Faults,
    ConfigurationFile<BriefingOptions> BriefingFile,
    ConfigurationFile<ScheduleOptions> ScheduleFile);
