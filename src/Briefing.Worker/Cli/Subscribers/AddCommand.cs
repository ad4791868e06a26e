using System.CommandLine;
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
    internal static int Run(SubscriberDesk desk, SubscriberWish wish, string? consent, bool again)
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

    private static (SubscriberRecord? Record, string? Refusal) Add(SubscriberStore store, Subscriber subscriber, string? consent, bool again, SubscriberDesk desk)
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
