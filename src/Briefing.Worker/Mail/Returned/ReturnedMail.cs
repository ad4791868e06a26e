using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Worker.Mail.Returned;

/// <summary>
/// Decides what a message in the bounce folder does, and does it. Anybody may write there: only who names a delivery by its key has seen
/// the message, or is a server that had it. What names an address alone is recorded and changes nothing.
/// </summary>
internal sealed class ReturnedMail(StorageSession session, AddressKey key, LinkKeys links, Instant now)
{
    private readonly SubscriberStore _subscribers = new(session, key);

    /// <param name="notice">SHA-256 of the message, in hexadecimal.</param>
    /// <param name="arrived">When the message came.</param>
    /// <returns>What became of it, and whether a subscriber is suppressed by it.</returns>
    public (BounceOutcome Fate, bool Suppressed) Take(FolderMessage message, string notice, Instant arrived) => message switch
    {
        FolderMessage.BounceNotice told => BounceStore.IsKnown(session, notice) ? (BounceOutcome.Known, false) : Take(told, notice),
        FolderMessage.Unsubscription asked => (Unsubscribe(asked.Token, arrived), false),
        FolderMessage.Automatic => (BounceOutcome.Automatic, false),
        _ => (BounceOutcome.Unmatched, false),
    };

    private BounceOutcome Unsubscribe(string token, Instant arrived)
    {
        if (links.Read(token, LinkPurpose.Unsubscribe, now) is not { } link || _subscribers.Find(link.Subject) is not { } record)
            return BounceOutcome.Unmatched;
        // A file that cannot be moved away is met again; whoever has come back since stays.
        if (arrived < BounceStore.TakenUpAgainAt(session, record.Id)
            || !SubscriberTransitions.May(record.State, SubscriberState.Unsubscribed, SubscriberActor.Subscriber))
            return BounceOutcome.Known;
        _subscribers.Move(record, SubscriberState.Unsubscribed, new SubscriberCause(SubscriberActor.Subscriber, SubscriberReason.OptedOut), now);
        return BounceOutcome.Unsubscribed;
    }

    private (BounceOutcome, bool) Take(FolderMessage.BounceNotice told, string notice)
    {
        var delivery = told.References.Select(reference => BounceStore.FindDelivery(session, reference.Key, reference.MessageId)).FirstOrDefault(found => found is not null);
        if (delivery is not { HandedOver: true })
            return (TakeByAddress(told, notice), false);
        var address = delivery.Subscriber is { } reader ? _subscribers.Find(reader)?.Subscriber?.Address : null;
        if (JudgementOf(told, address) is not { } judged)
            return (BounceOutcome.NoFailure, false);
        if (delivery.Subscriber is not { } id)
            return (BounceOutcome.Operators, false);
        var suppressed = BounceStore.Take(session, _subscribers, new BounceRecord(notice, id, delivery.Id, judged.Kind, judged.Status, judged.Said), now);
        return (FateOf(judged.Kind), suppressed);
    }

    private BounceOutcome TakeByAddress(FolderMessage.BounceNotice told, string notice)
    {
        var named = told.Named.Select(_subscribers.Find).OfType<SubscriberRecord>().DistinctBy(record => record.Id).ToArray();
        if (named is not [{ Subscriber.Address: { } address, Id: var id }])
            return BounceOutcome.Unmatched;
        if (JudgementOf(told, address) is not { } judged)
            return BounceOutcome.NoFailure;
        BounceStore.Take(session, _subscribers, new BounceRecord(notice, id, Delivery: null, BounceKind.Soft, judged.Status, judged.Said), now);
        return BounceOutcome.Soft;
    }

    // Null: it reports no failure.
    private static (BounceKind Kind, EnhancedStatus? Status, string? Said)? JudgementOf(FolderMessage.BounceNotice told, MailAddress? address)
    {
        if (told.Recipients.IsEmpty)
            return told.IsComplaint ? (BounceKind.Complaint, null, null) : null;
        var failures = told.Recipients.Where(report => report.Kind is not null).ToImmutableArray();
        if (failures.IsEmpty)
            return null;
        // An address behind ours may fail, of a list's members or where mail is forwarded, while ours is sound.
        var own = failures.Where(report => IsAbout(report, told, address)).ToImmutableArray();
        var worst = (own.IsEmpty ? failures : own).MinBy(report => report.Kind)!;
        return (own.IsEmpty ? BounceKind.Soft : worst.Kind!.Value, worst.Reason, worst.Said);
    }

    private static bool IsAbout(RecipientReport report, FolderMessage.BounceNotice told, MailAddress? address) =>
        address is not null
        && ((report.Final ?? report.Original)?.Key == address.Key
            || (!report.IsNamed && (told.Text is null || told.Text.Contains(address.Key, StringComparison.OrdinalIgnoreCase))));

    private static BounceOutcome FateOf(BounceKind kind) => kind switch
    {
        BounceKind.Hard => BounceOutcome.Hard,
        BounceKind.Complaint => BounceOutcome.Complaint,
        _ => BounceOutcome.Soft,
    };
}

/// <summary>What one pass over the bounce folder has found.</summary>
/// <param name="Fates">How many messages of each; what is missing is none.</param>
/// <param name="Suppressed">Subscribers who are suppressed by it.</param>
/// <param name="Unreadable">Files that cannot be read as messages; they were put aside.</param>
/// <param name="Left">Messages that are left for the next pass.</param>
/// <param name="Faults">What a person must see; without addresses.</param>
internal sealed record BounceCounts(ImmutableDictionary<BounceOutcome, int> Fates, int Suppressed, int Unreadable, int Left, ImmutableArray<string> Faults)
{
    public static BounceCounts Nothing { get; } = new(ImmutableDictionary<BounceOutcome, int>.Empty, 0, 0, 0, []);

    public int this[BounceOutcome fate] => Fates.GetValueOrDefault(fate);

    public int Read => Fates.Values.Sum();

    /// <summary>Whether a person should look at it.</summary>
    public bool HasFaults => Unreadable > 0 || this[BounceOutcome.Operators] > 0 || !Faults.IsEmpty;

    public BounceCounts With(BounceOutcome fate, bool suppressed) =>
        this with { Fates = Fates.SetItem(fate, this[fate] + 1), Suppressed = Suppressed + (suppressed ? 1 : 0) };

    /// <summary>One line for a person.</summary>
    public override string ToString()
    {
        (int Count, string What)[] parts =
        [
            (this[BounceOutcome.Hard], "hard"), (this[BounceOutcome.Soft], "soft"), (this[BounceOutcome.Complaint], this[BounceOutcome.Complaint] == 1 ? "complaint" : "complaints"), (Suppressed, "suppressed"),
            (this[BounceOutcome.Unsubscribed], "unsubscribed"), (this[BounceOutcome.Operators], "of mail to the operators"), (this[BounceOutcome.NoFailure], "no failure"), (this[BounceOutcome.Automatic], "automatic"),
            (this[BounceOutcome.Known], "known already"), (this[BounceOutcome.Unmatched], "not ours"), (Unreadable, "unreadable"), (Left, "left"),
        ];
        var told = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.What}"));
        return told.Length > 0 ? told : "nothing to read";
    }
}

/// <summary>What became of a message in the bounce folder.</summary>
internal enum BounceOutcome
{
    /// <summary>A reader's address is dead.</summary>
    Hard,

    /// <summary>A message did not arrive.</summary>
    Soft,

    Complaint,
    Unsubscribed,

    /// <summary>A mail to the operators did not arrive.</summary>
    Operators,

    /// <summary>It reports no failure: delayed, delivered, praise.</summary>
    NoFailure,

    /// <summary>An answering machine's, or a receipt.</summary>
    Automatic,

    /// <summary>It has been taken before, or what it asks for stood already or was overtaken.</summary>
    Known,

    /// <summary>It is about nothing that we can find.</summary>
    Unmatched,
}
