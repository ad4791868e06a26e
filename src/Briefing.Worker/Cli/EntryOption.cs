using Briefing.Worker.Configuration;

namespace Briefing.Worker.Cli;

/// <summary><c>--entry NAME</c>.</summary>
internal static class EntryOption
{
    /// <summary>The entry of this name, by default the first; null when there is none, which <paramref name="fault"/> tells.</summary>
    public static EntryOptions? Find(BriefingConfiguration configuration, string? name, out string? fault)
    {
        var entries = configuration.Schedule.Entries;
        var found = name is null ? entries[0] : entries.FirstOrDefault(candidate => candidate.Name == name);
        fault = found is null ? $"schedule.json has no entry \"{name}\"; there are {string.Join(", ", entries.Select(candidate => candidate.Name))}" : null;
        return found;
    }
}
