using System.CommandLine;
using System.Text;
using System.Text.Json;
using Briefing.Core.Claims.Relations;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing compare PAIRS.jsonl</c>: whether two statements say the same, and what keeps them apart.</summary>
internal static class CompareCommand
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandContext context)
    {
        var pairs = new Argument<string>("pairs") { Description = "Pairs of statements, one JSON object a line: id, a, b." };
        var output = new Option<string?>("--out") { Description = "Write here instead of standard output." };
        var command = new Command(
            "compare",
            "Find how two statements stand to each other: {id, relation, about, explanation} for each line, in its order. relation is same, fuller (a says all that b says, and more), poorer, contradicts, related or other.")
        {
            pairs, output,
        };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(pairs), parsed.GetValue(output)));
        return command;
    }

    private static int Run(CommandContext context, string pairs, string? output)
    {
        try
        {
            using var lines = new StreamReader(new FileStream(context.PathOf(pairs), FileMode.Open, FileAccess.Read, FileShare.Read), Encoding.UTF8);
            using var destination = output is null ? context.OpenOutput() : File.Create(context.PathOf(output));
            return Run(context, pairs, lines, destination);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"briefing compare: {fault.Message}");
            return ExitCode.BadUsage;
        }
    }

    private static int Run(CommandContext context, string name, StreamReader lines, Stream destination)
    {
        var (line, rejected) = (0, 0);
        var comparer = new StatementComparer();
        while (lines.ReadLine() is { } text)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (Read(text, out var fault) is not { } pair)
            {
                rejected++;
                context.Error.WriteLine($"briefing compare: {name}: line {line}: {fault}");
                continue;
            }

            Write(destination, pair.Id, comparer.Compare(pair.A, pair.B));
        }

        return rejected == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
    }

    private static (string Id, string A, string B)? Read(string line, out string? fault)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            fault = null;
            if (json.RootElement.ValueKind == JsonValueKind.Object && TextOf(json, "id") is { } id && TextOf(json, "a") is { } a && TextOf(json, "b") is { } b)
                return (id, a, b);
            fault = "a pair needs the texts id, a and b";
        }
        catch (JsonException)
        {
            fault = "it is no JSON object";
        }

        return null;
    }

    private static string? TextOf(JsonDocument json, string member) =>
        json.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Write(Stream destination, string id, RelationFinding finding)
    {
        using (var json = new Utf8JsonWriter(destination, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("relation", finding.Relation.ToString().ToLowerInvariant());
            json.WriteString("about", finding.About);
            json.WriteStartArray("explanation");
            foreach (var reason in finding.Explanation)
                json.WriteStringValue(reason);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        destination.WriteByte((byte)'\n');
    }
}
