using System.CommandLine;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Text;
using NodaTime;

namespace Briefing.Worker.Cli.Checks;

/// <summary><c>briefing check</c>: every fault of the configuration; with <c>--why</c>, what was decided of a document's lines and statements, and by which rules.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var why = new Option<string?>("--why")
        {
            Description = "Explain each line and statement of this document, among the sources' documents of its day: role, rule, story, topic, or why it was dropped.",
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

        if (whyPath is not null && !Explain(configuration, whyPath, context))
            return ExitCode.BadUsage;
        if (faults.Length > 0)
            return ExitCode.BadUsage;
        return whyPath is null ? ReportSound(loaded, configuration, clock.GetCurrentInstant(), output) : ExitCode.Done;
    }

    private static int ReportSound(LoadedConfiguration loaded, BriefingConfiguration configuration, Instant now, TextWriter output)
    {
        output.WriteLine(Summary(configuration));
        ScheduleCheck.PrintNext(configuration, now, output);
        var warnings = ScheduleCheck.Warnings(loaded, now).ToList();
        foreach (var warning in warnings)
            output.WriteLine(warning);
        return warnings.Count > 0 ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    private static string Summary(BriefingConfiguration configuration) =>
        $"Sound: {Phrases.Count(configuration.Briefing.Sources.Length, "source", "sources")}, {Phrases.Count(configuration.Topics.Length, "topic", "topics")}, "
        + $"{Phrases.Count(configuration.Schedule.Entries.Length, "schedule entry", "schedule entries")}.";

    private static bool Explain(BriefingConfiguration configuration, string path, CommandContext context)
    {
        var explained = ExplainedDocument.Read(configuration, context.PathOf(path), path, context.Clock.GetCurrentInstant(), out var fault);
        if (explained is null)
        {
            context.Error.WriteLine($"briefing check: {path}: {fault}");
            return false;
        }

        if (explained.Unread > 0)
            context.Error.WriteLine($"briefing check: {Phrases.Count(explained.Unread, "other file", "other files")} of the sources could not be read; briefing run names them");
        WhyReport.Write(context.Output, configuration, explained);
        return true;
    }
}
