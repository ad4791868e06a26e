using System.CommandLine;
using Briefing.Worker.Configuration;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Rendering;
using NodaTime;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing run</c>: makes an edition of a schedule entry.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> Entry = new("--entry") { Description = "The schedule entry. Default: the first of schedule.json.", HelpName = "NAME" };

    private static readonly Option<string?> Date = new("--date")
    {
        Description = "The edition's day, as 2026-03-10. Default: the day that the sources belong to, else today in the entry's time zone.",
        HelpName = "DATE",
    };

    private static readonly Option<string[]> Input = new("--input")
    {
        Description = "Read these files and folders, whatever their date, in place of the configured sources.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Output = new("--out") { Description = "The folder to write into.", HelpName = "DIR", DefaultValueFactory = _ => "out" };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = $"What to write, of {string.Join(',', OutputFormats.Names)}; edition.json is always written. Default: the entry's, else all.",
        HelpName = "LIST",
    };

    private static readonly Option<bool> Regenerate = new("--regenerate")
    {
        Description = "Make the day's edition again, as its next version, from its stored inputs with the configuration and templates of today.",
    };

    private static readonly Option<bool> Refetch = new("--refetch")
    {
        Description = "With --regenerate: read the sources (or --input) again and take in what has come late.",
    };

    private static readonly Option<bool> Send = new("--send")
    {
        Description = "Mail the edition to the entry's list. Whoever has had this very version gets it once only; after an earlier version it says what was corrected.",
    };

    public static Command Create(CommandContext context)
    {
        var config = ConfigurationOption.Create();
        var database = DatabaseOption.Create();
        var command = new Command("run", "Make an edition. With no options: the samples' edition, into out/.")
        {
            Entry, Date, Input, Output, Format, Regenerate, Refetch, Send, config, database,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var journal = RunJournal.For(context.Error, context.ShowsProgress);
            if (ConfigurationOption.Load(parsed.GetValue(config), context) is not { } configuration
                || RequestOf(context, configuration, parsed, journal) is not { } request)
                return ExitCode.BadUsage;
            var opened = DatabaseOption.Open(parsed.GetValue(database), configuration, context, out var refusal);
            return opened is null
                ? refusal
                : await new EditionRun(configuration, opened, context.Clock, journal, context.Output, context.Error, context.Variable, context.ShowsProgress).Make(request, cancellation);
        });
        return command;
    }

    private static RunRequest? RequestOf(CommandContext context, BriefingConfiguration configuration, ParseResult parsed, RunJournal journal)
    {
        if (EntryOption.Find(configuration, parsed.GetValue(Entry), out var fault) is not { } entry)
            return Refuse(fault);
        LocalDate? day = null;
        if (parsed.GetValue(Date) is { } written && (day = DateOption.Parse(written, out fault)) is null)
            return Refuse(fault);
        if (OutputFormats.Parse(parsed.GetValue(Format) ?? FormatsOf(entry), out fault) is not { } formats)
            return Refuse(fault);

        var request = new RunRequest(entry, day, parsed.GetValue(Input) ?? [], parsed.GetRequiredValue(Output), formats)
        {
            Folder = context.Folder,
            Regenerate = parsed.GetValue(Regenerate),
            Refetch = parsed.GetValue(Refetch),
            Send = parsed.GetValue(Send),
        };
        return request switch
        {
            { Refetch: true, Regenerate: false } => Refuse("--refetch goes with --regenerate: a plain run reads the sources anyway"),
            { Regenerate: true, Refetch: false, Inputs.Count: > 0 } => Refuse("--regenerate makes the edition of its stored inputs; with --refetch it reads --input, too"),
            _ => request,
        };

        RunRequest? Refuse(string? reason)
        {
            journal.Fault(reason!);
            return null;
        }
    }

    private static string? FormatsOf(EntryOptions entry) => entry.Formats is { } formats ? string.Join(',', formats) : null;
}
