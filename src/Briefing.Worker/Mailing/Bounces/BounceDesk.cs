using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>
/// Decides what a message in the bounce folder does, and does it. Anybody may write there: only who names a delivery by its key has seen
/// the message, or is a server that had it. What names an address alone is recorded and changes nothing.
/// </summary>
internal sealed class BounceDesk(StorageSession session, AddressKey key, LinkKeys links, Instant now)
{
    private readonly SubscriberStore _subscribers = new(session, key);

    /// <param name="notice">SHA-256 of the message, in hexadecimal.</param>
    /// <param name="arrived">When the message came.</param>
    /// <returns>What became of it, and whether a subscriber is suppressed by it.</returns>
    public (BounceFate Fate, bool Suppressed) Take(FolderMessage message, string notice, Instant arrived) => message switch
    {
        FolderMessage.BounceNotice told => BounceStore.IsKnown(session, notice) ? (BounceFate.Known, false) : Take(told, notice),
        FolderMessage.Unsubscription asked => (Unsubscribe(asked.Token, arrived), false),
        FolderMessage.Automatic => (BounceFate.Automatic, false),
        _ => (BounceFate.Unmatched, false),
    };

    private BounceFate Unsubscribe(string token, Instant arrived)
    {
        if (links.Read(token, LinkPurpose.Unsubscribe, now) is not { } link || _subscribers.Find(link.Subject) is not { } record)
            return BounceFate.Unmatched;
        // A file that cannot be moved away is met again; whoever has come back since stays.
        if (arrived < BounceStore.TakenUpAgainAt(session, record.Id)
            || !SubscriberTransitions.May(record.State, SubscriberState.Unsubscribed, SubscriberActor.Subscriber))
            return BounceFate.Known;
        _subscribers.Move(record, SubscriberState.Unsubscribed, new SubscriberCause(SubscriberActor.Subscriber, SubscriberReason.OptedOut), now);
        return BounceFate.Unsubscribed;
    }

    private (BounceFate, bool) Take(FolderMessage.BounceNotice told, string notice)
    {
        var delivery = told.References.Select(reference => BounceStore.FindDelivery(session, reference.Key, reference.MessageId)).FirstOrDefault(found => found is not null);
        if (delivery is not { HandedOver: true })
            return (TakeByAddress(told, notice), false);
        var address = delivery.Subscriber is { } reader ? _subscribers.Find(reader)?.Subscriber?.Address : null;
        if (JudgementOf(told, address) is not { } judged)
            return (BounceFate.NoFailure, false);
        if (delivery.Subscriber is not { } id)
            return (BounceFate.Operators, false);
        var suppressed = BounceStore.Take(session, _subscribers, new BounceRecord(notice, id, delivery.Id, judged.Kind, judged.Status, judged.Said), now);
        return (FateOf(judged.Kind), suppressed);
    }

    private BounceFate TakeByAddress(FolderMessage.BounceNotice told, string notice)
    {
        var named = told.Named.Select(_subscribers.Find).OfType<SubscriberRecord>().DistinctBy(record => record.Id).ToArray();
        if (named is not [{ Subscriber.Address: { } address, Id: var id }])
            return BounceFate.Unmatched;
        if (JudgementOf(told, address) is not { } judged)
            return BounceFate.NoFailure;
        BounceStore.Take(session, _subscribers, new BounceRecord(notice, id, Delivery: null, BounceKind.Soft, judged.Status, judged.Said), now);
        return BounceFate.Soft;
    }

    // Null: it tells of no failure.
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

    private static BounceFate FateOf(BounceKind kind) => kind switch
    {
        BounceKind.Hard => BounceFate.Hard,
        BounceKind.Complaint => BounceFate.Complaint,
        _ => BounceFate.Soft,
    };
}
