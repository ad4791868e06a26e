using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Briefing.Storage.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers list</c>: as a table, or as JSON.</summary>
internal static class ListCommand
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandContext context)
    {
        var filter = new SubscriberFilter();
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("list", "Show subscribers with their choices and states. Erased ones are not shown.") { json };
        filter.AddTo(command);
        return DeskOptions.On(context, command, makes: false, (parsed, desk) =>
            filter.Use(parsed, desk, records => desk.Output.Write(parsed.GetValue(json) ? JsonOf(records) : TableOf(records))));
    }

    internal static string TableOf(IReadOnlyList<SubscriberRecord> records)
    {
        if (records.Count == 0)
            return "no subscribers\n";
        string[][] rows =
        [
            ["address", "name", "state", "lists", "topics", "pack"],
            .. records.Select(record => new[]
            {
                record.Subscriber!.Address.Given, record.Subscriber.Name ?? "", SubscriberWords.Of(record.State), string.Join(';', record.Subscriber.Lists),
                record.Subscriber.Topics.IsEmpty ? "all" : string.Join(';', record.Subscriber.Topics), record.Subscriber.AttachPack ? "yes" : "no",
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return string.Concat(rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n"));
    }

    internal static string JsonOf(IReadOnlyList<SubscriberRecord> records)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartArray();
            foreach (var record in records)
                Write(json, record);
            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, SubscriberRecord record)
    {
        var subscriber = record.Subscriber!;
        json.WriteStartObject();
        json.WriteNumber("id", record.Id);
        json.WriteString("address", subscriber.Address.Given);
        json.WriteString("name", subscriber.Name);
        json.WriteString("language", subscriber.Language);
        WriteNames(json, "lists", subscriber.Lists);
        WriteNames(json, "topics", subscriber.Topics);
        json.WriteBoolean("pack", subscriber.AttachPack);
        json.WriteString("state", SubscriberWords.Of(record.State));
        json.WriteString("reason", SubscriberWords.Of(record.Reason));
        json.WriteString("consent", record.Consent);
        json.WriteString("addedAt", record.AddedAt.ToString());
        json.WriteString("changedAt", record.ChangedAt.ToString());
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
