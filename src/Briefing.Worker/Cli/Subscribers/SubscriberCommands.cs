using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers add ADDRESS</c>.</summary>
internal static class AddCommand
{
    public static Command Create(CommandContext context)
    {
        var address = AddressArgument.Create();
        var name = new Option<string?>("--name") { Description = "The person's name.", HelpName = "NAME" };
        var lists = new Option<string[]>("--list") { Description = "A list of schedule.json; may be repeated. Default: the first.", HelpName = "NAME" };
        var topics = new Option<string[]>("--topic") { Description = "The id of a topic wanted; may be repeated. Default: all.", HelpName = "ID" };
        var noPack = new Option<bool>("--no-pack") { Description = "Without the printable pack." };
        var confirmed = new Option<string?>("--confirmed") { Description = "Confirmed already; the note says where its consent is on record. Without it, the address is pending.", HelpName = "NOTE" };
        var again = new Option<bool>("--again") { Description = "Also where the address is known: gives it these choices, and takes it up again if it has unsubscribed or is suppressed." };
        var command = new Command("add", "Add a subscriber.") { address, name, lists, topics, noPack, confirmed, again };
        return DeskOptions.On(context, command, makes: true, (parsed, desk) => Run(
            desk,
            new SubscriberWish(parsed.GetRequiredValue(address), parsed.GetValue(name), parsed.GetValue(lists) ?? [], parsed.GetValue(topics) ?? [], !parsed.GetValue(noPack)),
            parsed.GetValue(confirmed),
            parsed.GetValue(again)));
    }

    /// <param name="consent">Where it is on record; null: the address is to be asked.</param>
    internal static int Run(SubscriberService desk, SubscriberWish wish, string? consent, bool again)
    {
        if (consent is not null && (string.IsNullOrWhiteSpace(consent) || consent.Length > 500))
            return desk.Refuse("after --confirmed should stand where the consent is on record, in at most 500 characters");
        if (!desk.Rules.TryMake(wish, out var subscriber, out var faults))
            return desk.Refuse(faults);

        var (record, refusal) = desk.Write(store => Add(store, subscriber, consent?.Trim(), again, desk));
        if (record is null)
            return desk.Refuse(refusal!);
        desk.Output.WriteLine($"{subscriber.Address} is {SubscriberWords.Of(record.State)} on {string.Join(", ", record.Subscriber!.Lists)}");
        return ExitCode.Done;
    }

    private static (SubscriberRecord? Record, string? Refusal) Add(SubscriberStore store, Subscriber subscriber, string? consent, bool again, SubscriberService desk)
    {
        var known = store.Find(subscriber.Address);
        if (known is { State: SubscriberState.Erased })
            return (null, "the address was erased at its owner's request; only its owner can sign up again");
        if (known is not null && !again)
            return (null, $"the address is known already, and {SubscriberWords.Of(known.State)}; --again gives it these choices{(known.State > SubscriberState.Confirmed ? " and takes it up again" : "")}");

        var to = consent is null ? SubscriberState.Pending : SubscriberState.Confirmed;
        var cause = new SubscriberCause(SubscriberActor.Operator, consent is null ? SubscriberReason.SignedUp : SubscriberReason.ConsentOnRecord, consent);
        if (SubscriberTransitions.May(known?.State, to, SubscriberActor.Operator))
            return (store.Add(subscriber, to, cause, desk.Now), null);
        return known is { State: SubscriberState.Suppressed }
            ? (null, "the address is suppressed, and must be asked afresh: say it without --confirmed")
            : (store.Change(known!, subscriber, SubscriberActor.Operator, desk.Now), null);
    }
}

/// <summary><c>briefing subscribers remove ADDRESS</c>: it gets no more; that it does not is kept.</summary>
internal static class RemoveCommand
{
    public static Command Create(CommandContext context)
    {
        var address = AddressArgument.Create();
        var suppress = new Option<bool>("--suppress") { Description = "Never to be written to again, whatever an import or a sign-up says." };
        var command = new Command("remove", "Send an address no more editions. It is kept as unsubscribed, so that an import does not add it again; erase takes it out altogether.") { address, suppress };
        return DeskOptions.On(context, command, makes: false, (parsed, desk) => Run(desk, parsed.GetRequiredValue(address), parsed.GetValue(suppress)));
    }

    internal static int Run(SubscriberService desk, string address, bool suppress)
    {
        if (!AddressArgument.TryFind(desk, address, out var found))
            return ExitCode.BadUsage;
        var state = desk.Write(store =>
        {
            // Looked at again: meanwhile it may have changed.
            var record = store.Find(found.Id)!;
            var to = suppress ? SubscriberState.Suppressed : SubscriberState.Unsubscribed;
            return SubscriberTransitions.May(record.State, to, SubscriberActor.Operator)
                ? store.Move(record, to, new SubscriberCause(SubscriberActor.Operator, SubscriberReason.TakenOff), desk.Now).State
                : record.State;
        });
        desk.Output.WriteLine($"the address is {SubscriberWords.Of(state)} and gets no editions");
        return ExitCode.Done;
    }
}

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
