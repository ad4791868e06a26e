using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Worker.Delivering;

namespace Briefing.Worker.Cli;

/// <summary>How an edition's mailing to one list stands, in one line.</summary>
internal sealed record MailingStatus(string Line, bool IsTrouble)
{
    /// <summary>By list.</summary>
    public static IReadOnlyList<MailingStatus> Of(StorageSession session, EditionRecord edition) =>
        [.. MailingStore.Of(session, edition.Id).Select(mailing => Of(session, mailing))];

    private static MailingStatus Of(StorageSession session, MailingRecord mailing)
    {
        var counts = OutboxStore.CountsOf(session, mailing.Id);
        var trouble = DeliveryCounts.TroubleOf(mailing, counts);
        var told = DeliveryCounts.Tell(counts, OutboxStore.UnknownsOf(session, mailing.Id));
        var state = trouble ?? (mailing.State == MailingState.Done ? "done" : mailing.Reason ?? DeliveryWords.Of(mailing.State));
        return new MailingStatus($"list {mailing.List}: {told} ({state})", trouble is not null);
    }
}
