using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Mailing;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>What a refusal in our own dialogue says of the reader's address is kept like a notice of non-delivery, and judged by the same rule.</summary>
internal static class RefusedReader
{
    /// <returns>Whether the reader is suppressed by it.</returns>
    public static bool Note(StorageSession session, AddressKey key, SentAttempt sent, Instant now)
    {
        if (sent.Begun.Delivery is not { Kind: DeliveryKind.Edition, Subscriber: { } subscriber } delivery
            || sent.Outcome is not SendOutcome.Refused { Reply: { } reply, Concerns: var concerns })
            return false;
        var status = reply.EnhancedStatus is { } text ? EnhancedStatus.Parse(text) : null;
        if (BounceRule.OfRefusal(concerns == Concern.Recipient, reply.Code, status) is not { } kind)
            return false;
        var bounce = new BounceRecord(BounceRecord.NoticeOf(delivery.Key, delivery.Attempts), subscriber, delivery.Id, kind, status, reply.ToString());
        return BounceStore.Take(session, new SubscriberStore(session, key), bounce, now);
    }
}
