using System.CommandLine;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Cli;

/// <summary><c>--config FILE</c>: which briefing.json, and its loading with every fault shown.</summary>
internal static class ConfigurationOption
{
    private const string FileName = "briefing.json";

    public static Option<string?> Create() => new("--config")
    {
        Description = "Path of briefing.json; schedule.json is read beside it. Default: the nearest from the current folder upwards, else the program's own.",
        HelpName = "FILE",
    };

    /// <summary>The configuration; null when it has faults, which are then written to <paramref name="error"/>.</summary>
    public static BriefingConfiguration? Load(string? path, TextWriter error)
    {
        var found = path ?? Find();
        if (found is null)
        {
            error.WriteLine($"briefing: there is no {FileName} here or above; name one with --config FILE");
            return null;
        }

        var loaded = BriefingConfiguration.Load(found);
        foreach (var fault in loaded.Faults)
            error.WriteLine(fault);
        if (loaded.Configuration is null)
            error.WriteLine($"briefing: {Wording.Count(loaded.Faults.Length, "fault", "faults")} in the configuration; nothing was done");
        return loaded.Configuration;
    }

    /// <summary>The nearest from the current folder upwards, else from the program upwards; null where there is none.</summary>
    public static string? Find() => Upwards(Directory.GetCurrentDirectory()) ?? Upwards(AppContext.BaseDirectory);

    private static string? Upwards(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, FileName);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
