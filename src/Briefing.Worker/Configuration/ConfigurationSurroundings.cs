using System.Collections.Immutable;

namespace Briefing.Worker.Configuration;

/// <summary>What the files name and the disk should hold. A run goes on without a source and says so; a check calls it a fault.</summary>
internal static class ConfigurationSurroundings
{
    public static ImmutableArray<ConfigurationFault> Check(LoadedConfiguration loaded)
    {
        if (loaded.Configuration is not { } configuration)
            return [];
        var faults = ImmutableArray.CreateBuilder<ConfigurationFault>();
        foreach (var (at, source) in configuration.Briefing.Sources.Index())
        {
            if (!Directory.Exists(configuration.PathOf(source.Path)))
                Add(faults, loaded.BriefingFile, ["sources", at, "path"], $"There is no folder \"{source.Path}\".");
        }

        if (!Directory.Exists(configuration.PathOf(configuration.Briefing.Templates)))
            Add(faults, loaded.BriefingFile, ["templates"], $"There is no folder \"{configuration.Briefing.Templates}\".");
        return faults.ToImmutable();
    }

    private static void Add(ImmutableArray<ConfigurationFault>.Builder faults, ConfigurationFile<BriefingOptions> file, object[] steps, string message)
    {
        var position = file.PositionOf(steps);
        faults.Add(new ConfigurationFault(file.Name, position.Line, position.Column, message));
    }
}
