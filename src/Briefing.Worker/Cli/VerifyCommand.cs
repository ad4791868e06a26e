using System.CommandLine;
using System.Text.Json;
using Briefing.Core.Assembly;
using Briefing.Core.Model;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing verify EDITION.json | --date D</c>: every claim against its source span.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string?>("edition")
        {
            Description = "An edition.json; the sources' texts are read from the folder \"sources\" beside it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var date = new Option<string?>("--date") { Description = "Instead of a file: the stored edition of this day, as 2026-03-10 or, for its second version, 2026-03-10@2.", HelpName = "DATE" };
        var stored = new StoredEditions(context);
        var command = new Command("verify", "Prove an edition: compare every claim with the words of its source. Non-zero where one differs.") { file, date };
        stored.AddTo(command);
        command.SetAction(parsed => (parsed.GetValue(file), parsed.GetValue(date)) switch
        {
            ({ } path, null) => VerifyFile(context, path),
            (null, { } day) => stored.Use(parsed, (database, entry) =>
                stored.Find(database, entry, day) is { } record
                    ? database.Read(session => Report(context, EditionContents.Read(session, record)!, document => DocumentStore.TextOf(session, document.Sha256)))
                    : ExitCode.BadUsage),
            _ => context.Refuse("verify needs an edition.json or --date, one of them"),
        });
        return command;
    }

    private static int VerifyFile(CommandContext context, string file)
    {
        var path = context.PathOf(file);
        try
        {
            var edition = EditionJson.Read(File.ReadAllBytes(path));
            var sources = new KeptSources(Path.Combine(Path.GetDirectoryName(path)!, KeptSources.FolderName));
            return Report(context, edition, sources.TextOf);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            context.Error.WriteLine($"briefing verify: {file}: {fault.Message}");
            return ExitCode.BadUsage;
        }
    }

    private static int Report(CommandContext context, Edition edition, Func<EditionDocument, string?> textOf)
    {
        var faults = EditionVerifier.Verify(edition, textOf).ToList();
        foreach (var fault in faults)
            context.Error.WriteLine(fault);

        var claims = edition.Sections.SelectMany(section => section.Stories).Sum(story => story.Claims.Length);
        context.Output.WriteLine(faults.Count == 0
            ? $"verified: {Phrases.Count(claims, "claim", "claims")} in {Phrases.Count(edition.Documents.Length, "document", "documents")}, every one word for word where it says"
            : $"not verified: {Phrases.Count(faults.Count, "fault", "faults")} among {Phrases.Count(claims, "claim", "claims")} in {Phrases.Count(edition.Documents.Length, "document", "documents")}");
        return faults.Count == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
    }
}
