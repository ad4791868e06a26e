using System.Collections.Immutable;
using Briefing.Core.Editions;

namespace Briefing.Worker.Configuration;

/// <summary>What is made (briefing.json), when and for whom (schedule.json beside it).</summary>
internal sealed record BriefingConfiguration
{
    /// <summary>The folder of briefing.json; relative paths in the files start there.</summary>
    public required string Folder { get; init; }

    public required BriefingOptions Briefing { get; init; }

    public required ScheduleOptions Schedule { get; init; }

    /// <summary>In the order of the sections.</summary>
    public required ImmutableArray<Topic> Topics { get; init; }

    public string PathOf(string relative) => Path.GetFullPath(relative, Folder);

    /// <summary>The topics of an entry's edition, in the order of briefing.json.</summary>
    public ImmutableArray<Topic> TopicsOf(EntryOptions entry) =>
        entry.Topics is { } chosen ? [.. Topics.Where(topic => chosen.Contains(topic.Id, StringComparer.Ordinal))] : Topics;

    /// <summary>Reads both files. Nothing is thrown for what a person may have written.</summary>
    /// <param name="briefingPath">Path of briefing.json; schedule.json is read from the same folder.</param>
    public static LoadedConfiguration Load(string briefingPath)
    {
        var path = Path.GetFullPath(briefingPath);
        var folder = Path.GetDirectoryName(path)!;
        var briefing = ConfigurationFile.Read<BriefingOptions>(path);
        var schedule = ConfigurationFile.Read<ScheduleOptions>(Path.Combine(folder, "schedule.json"));
        ConfigurationRules.Check(briefing, schedule);

        ImmutableArray<ConfigurationFault> faults = [.. briefing.Faults, .. schedule.Faults];
        if (faults.Length > 0 || briefing.Options is null || schedule.Options is null)
            return new LoadedConfiguration(null, faults, briefing);
        return new LoadedConfiguration(
            new BriefingConfiguration
            {
                Folder = folder,
                Briefing = briefing.Options,
                Schedule = schedule.Options,
                Topics = [.. briefing.Options.Topics.Select(topic => topic.ToTopic())],
            },
            [],
            briefing);
    }
}

/// <param name="Configuration">Null exactly when there are faults.</param>
/// <param name="Faults">In the order of the files and of their lines.</param>
/// <param name="BriefingFile">For faults found later.</param>
internal sealed record LoadedConfiguration(
    BriefingConfiguration? Configuration, ImmutableArray<ConfigurationFault> Faults, ConfigurationFile<BriefingOptions> BriefingFile);
