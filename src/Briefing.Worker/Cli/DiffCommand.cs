using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Briefing.Core.Novelty;
using Briefing.Storage.Editions;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing diff D1[@v] D2[@v]</c>: what changed from one stored edition to another.</summary>
internal static class DiffCommand
{
    public static Command Create(CommandContext context)
    {
        var from = new Argument<string>("from") { Description = "An edition: its day as 2026-03-09, or one of its versions as 2026-03-09@1." };
        var to = new Argument<string>("to") { Description = "The edition that it is compared with, likewise." };
        var json = new Option<bool>("--json") { Description = "As JSON instead of text." };
        var stored = new StoredEditions(context);
        var command = new Command("diff", "List what changed between two stored editions: statements added, gone and changed, stories split and joined.") { from, to, json };
        stored.AddTo(command);
        command.SetAction(parsed => stored.Use(parsed, (database, entry) =>
        {
            if (stored.Find(database, entry, parsed.GetRequiredValue(from)) is not { } one
                || stored.Find(database, entry, parsed.GetRequiredValue(to)) is not { } other)
                return ExitCode.BadUsage;
            var (before, after) = database.Read(session => (EditionContents.Read(session, one)!, EditionContents.Read(session, other)!));
            Write(EditionComparer.Compare(before, after), parsed.GetValue(json), context.Output);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Write(EditionComparison comparison, bool asJson, TextWriter output)
    {
        if (asJson)
            output.WriteLine(JsonSerializer.Serialize(comparison, DiffJson.Relaxed.EditionComparison));
        else
            WriteText(comparison, output);
    }

    private static void WriteText(EditionComparison comparison, TextWriter output)
    {
        output.WriteLine($"{Named(comparison.From)} → {Named(comparison.To)}: {comparison.Added.Length} statements added, {comparison.Gone.Length} gone, {comparison.Changed.Length} changed");
        foreach (var story in comparison.StoriesAdded)
            output.WriteLine($"story added: {story.Headline} ({story.Id})");
        foreach (var story in comparison.StoriesGone)
            output.WriteLine($"story gone: {story.Headline} ({story.Id})");
        foreach (var split in comparison.Split)
            output.WriteLine($"story split: {split.From.Headline} ({split.From.Id}) → {string.Join("; ", split.To.Select(story => $"{story.Headline} ({story.Id})"))}");
        foreach (var joined in comparison.Joined)
            output.WriteLine($"stories joined: {string.Join("; ", joined.From.Select(story => $"{story.Headline} ({story.Id})"))} → {joined.To.Headline} ({joined.To.Id})");
        foreach (var claim in comparison.Added)
            output.WriteLine($"+ {claim.Text}");
        foreach (var claim in comparison.Gone)
            output.WriteLine($"- {claim.Text}");
        foreach (var changed in comparison.Changed)
        {
            output.WriteLine($"~ ({changed.Kind})");
            output.WriteLine($"    - {changed.From.Text}");
            output.WriteLine($"    + {changed.To.Text}");
        }

        if (comparison.IsEmpty)
            output.WriteLine("they say the same");
    }

    private static string Named(ComparedEdition edition) => $"{edition.Entry} {edition.Date}@{edition.Version}";
}

[JsonSerializable(typeof(EditionComparison))]
internal sealed partial class DiffJson : JsonSerializerContext
{
    /// <summary>Letters of any script as they are.</summary>
    public static DiffJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });
}
