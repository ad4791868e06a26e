using System.CommandLine;
using Briefing.Worker.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing run</c>: makes an edition of a schedule entry.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var entry = new Option<string?>("--entry") { Description = "The schedule entry. Default: the first of schedule.json.", HelpName = "NAME" };
        var date = new Option<string?>("--date")
        {
            Description = "The edition's day, as 2026-03-10. Default: the day that the sources belong to, else today in the entry's time zone.",
            HelpName = "DATE",
        };
        var input = new Option<string[]>("--input")
        {
            Description = "Read these files and folders, whatever their date, in place of the configured sources.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string>("--out") { Description = "The folder to write into.", HelpName = "DIR", DefaultValueFactory = _ => "out" };
        var format = new Option<string?>("--format")
        {
            Description = $"What to write, of {string.Join(',', OutputFormats.Names)}; edition.json is always written. Default: the entry's, else all.",
            HelpName = "LIST",
        };
        var config = ConfigurationOption.Create();
        var command = new Command("run", "Make an edition. With no options: the samples' edition, into out/.") { entry, date, input, output, format, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            var journal = new RunJournal(Console.Out, Console.Error, showStages: !Console.IsErrorRedirected);
            var configuration = ConfigurationOption.Load(parsed.GetValue(config), Console.Error);
            if (configuration is null)
                return ExitCode.BadUsage;
            var request = RequestOf(
                configuration, parsed.GetValue(entry), parsed.GetValue(date), parsed.GetValue(input) ?? [], parsed.GetRequiredValue(output), parsed.GetValue(format), journal);
            return request is null ? ExitCode.BadUsage : await new EditionRun(configuration, SystemClock.Instance, journal).Make(request, cancellation);
        });
        return command;
    }

    private static RunRequest? RequestOf(
        BriefingConfiguration configuration, string? entryName, string? date, string[] inputs, string output, string? format, RunJournal journal)
    {
        var entries = configuration.Schedule.Entries;
        var entry = entryName is null ? entries[0] : entries.FirstOrDefault(candidate => candidate.Name == entryName);
        if (entry is null)
        {
            journal.Fault($"schedule.json has no entry \"{entryName}\"; there are {string.Join(", ", entries.Select(candidate => candidate.Name))}");
            return null;
        }

        LocalDate? day = null;
        if (date is not null)
        {
            var parsed = LocalDatePattern.Iso.Parse(date);
            if (!parsed.Success)
            {
                journal.Fault($"\"{date}\" is no date; write it as 2026-03-10");
                return null;
            }

            day = parsed.Value;
        }

        if (OutputFormats.Parse(format ?? FormatsOf(entry), out var fault) is { } formats)
            return new RunRequest(entry, day, inputs, output, formats);
        journal.Fault(fault!);
        return null;
    }

    private static string? FormatsOf(EntryOptions entry) => entry.Formats is { } formats ? string.Join(',', formats) : null;
}
