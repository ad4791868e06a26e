using System.CommandLine;
using Briefing.Core.Extraction;
using Briefing.Core.Reading;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Text;
using NodaTime;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing check</c>: every fault of the configuration; with <c>--why</c>, where a document's statements would stand and why.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var why = new Option<string?>("--why")
        {
            Description = "Tell for each passage of this document under which topic it stands and why, and for each dropped text why.",
            HelpName = "FILE",
        };
        var config = ConfigurationOption.Create();
        var command = new Command("check", "Check configuration, topics, schedule and templates: every fault with file and line, and when the next editions are due.") { why, config };
        command.SetAction(parsed => Run(parsed.GetValue(config), parsed.GetValue(why), context));
        return command;
    }

    // Faults go to standard output: they are what was asked for.
    private static int Run(string? configPath, string? whyPath, CommandContext context)
    {
        var (output, error, clock) = (context.Output, context.Error, context.Clock);
        var path = ConfigurationOption.PathOf(configPath, context);
        if (path is null)
        {
            error.WriteLine("briefing check: there is no briefing.json here or above; name one with --config FILE");
            return ExitCode.BadUsage;
        }

        var loaded = BriefingConfiguration.Load(path, context.Folder);
        var faults = loaded.Faults.AddRange(ConfigurationSurroundings.Check(loaded));
        if (loaded.Configuration is { } readable)
            faults = faults.AddRange(TemplateCheck.Faults(readable)).AddRange(ScheduleCheck.Faults(loaded, clock.GetCurrentInstant()));
        foreach (var fault in faults)
            output.WriteLine(fault);
        if (faults.Length > 0)
            output.WriteLine(Phrases.Count(faults.Length, "fault", "faults"));
        if (loaded.Configuration is not { } configuration)
            return ExitCode.BadUsage;

        if (whyPath is not null && !TellWhy(configuration, whyPath, context))
            return ExitCode.BadUsage;
        if (faults.Length > 0)
            return ExitCode.BadUsage;
        return whyPath is null ? TellSound(loaded, configuration, clock.GetCurrentInstant(), output) : ExitCode.Done;
    }

    private static int TellSound(LoadedConfiguration loaded, BriefingConfiguration configuration, Instant now, TextWriter output)
    {
        output.WriteLine(Summary(configuration));
        ScheduleCheck.TellNext(configuration, now, output);
        var warnings = ScheduleCheck.Warnings(loaded, now).ToList();
        foreach (var warning in warnings)
            output.WriteLine(warning);
        return warnings.Count > 0 ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    private static string Summary(BriefingConfiguration configuration) =>
        $"Sound: {Phrases.Count(configuration.Briefing.Sources.Length, "source", "sources")}, {Phrases.Count(configuration.Topics.Length, "topic", "topics")}, "
        + $"{Phrases.Count(configuration.Schedule.Entries.Length, "schedule entry", "schedule entries")}.";

    private static bool TellWhy(BriefingConfiguration configuration, string path, CommandContext context)
    {
        string? fault;
        try
        {
            var fullPath = context.PathOf(path);
            var writtenAt = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(fullPath));
            if (DocumentReader.TryRead(File.ReadAllBytes(fullPath), "d1", path, null, null, writtenAt, out var document, out fault))
            {
                WhyReport.Write(context.Output, configuration.Topics, document!, ArticleExtractor.Extract(document!, configuration.Briefing.Language));
                return true;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            fault = problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "it cannot be read";
        }

        context.Error.WriteLine($"briefing check: {path}: {fault}");
        return false;
    }
}
