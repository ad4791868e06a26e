using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>What a refusal brings about besides the delivery's own end: the brake on its mailing, and the reader's state.</summary>
internal sealed class OutboxRules(OperatorAlerts alerts, AddressKey key) : IOutboxEvents
{
    public void Recorded(StorageSession session, SentAttempt sent, Instant now)
    {
        if (sent.Result.To != DeliveryState.Failed)
            return;
        RefusedReader.Note(session, key, sent, now);
        if (sent.Begun.Delivery.Mailing is { } id && MailingStore.Find(session, id) is { State: MailingState.Sending } mailing)
            Brake(session, mailing, now);
    }

    private void Brake(StorageSession session, MailingRecord mailing, Instant now)
    {
        var failed = OutboxStore.FailedOf(session, mailing);
        if (failed < FailureBrake.Least)
            return;
        var ended = OutboxStore.EndedOf(session, mailing);
        if (!FailureBrake.Pulls(failed, ended))
            return;
        var reason = $"{failed} of {ended} messages were refused for good";
        MailingStore.Move(session, mailing.Id, MailingState.Stopped, reason);
        alerts.Raise(session, $"The mailing to the list \"{mailing.List}\" was stopped", [reason, "briefing status tells more; briefing deliver --date … --resume sends the rest"], now);
    }
}
