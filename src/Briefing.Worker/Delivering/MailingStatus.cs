using Briefing.Storage;
using Briefing.Storage.Deliveries;

namespace Briefing.Worker.Delivering;

/// <summary>How a mailing to one list stands.</summary>
/// <param name="Told">Its deliveries, counted.</param>
/// <param name="Trouble">Why it needs a person; null where it does not.</param>
internal sealed record MailingStatus(MailingRecord Mailing, string Told, string? Trouble)
{
    /// <summary>All of it in one line.</summary>
    public string Line =>
        $"list {Mailing.List}: {Told} ({Trouble ?? (Mailing.State == MailingState.Done ? "done" : Mailing.Reason ?? DeliveryWords.Of(Mailing.State))})";

    public static MailingStatus Of(StorageSession session, MailingRecord mailing)
    {
        var counts = OutboxStore.CountsOf(session, mailing.Id);
        return new MailingStatus(mailing, DeliveryCounts.Tell(counts, OutboxStore.UnknownsOf(session, mailing.Id)), DeliveryCounts.TroubleOf(mailing, counts));
    }
}
