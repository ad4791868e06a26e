using Briefing.Core.Deliveries;
using Briefing.Storage.Deliveries;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Delivering;

/// <summary>A mailing's deliveries, told in one line.</summary>
internal static class DeliveryCounts
{
    // In the order in which people ask.
    private static readonly (DeliveryState State, string Word)[] Words =
    [
        (DeliveryState.Accepted, "sent"), (DeliveryState.Sending, "being sent"), (DeliveryState.Leased, "taken up"), (DeliveryState.Pending, "waiting"),
        (DeliveryState.Deferred, "deferred"), (DeliveryState.Failed, "failed"), (DeliveryState.Unknown, "unknown"), (DeliveryState.Held, "unknown and held"),
        (DeliveryState.Expired, "expired"), (DeliveryState.Suppressed, "suppressed"),
    ];

    /// <summary>"480 sent, 3 deferred, 1 failed"; "nobody" where there are no deliveries.</summary>
    /// <param name="unknowns">Attempts that may or may not have been accepted, whatever became of their deliveries since.</param>
    public static string Tell(IReadOnlyDictionary<DeliveryState, int> counts, int unknowns)
    {
        var told = Words.Where(pair => counts.GetValueOrDefault(pair.State) > 0).Select(pair => $"{counts[pair.State]} {pair.Word}").ToList();
        if (unknowns > 0)
            told.Add($"{Wording.Count(unknowns, "attempt", "attempts")} of unknown outcome");
        return told.Count == 0 ? "nobody" : string.Join(", ", told);
    }

    /// <summary>Why a mailing needs a person; null where it does not.</summary>
    public static string? TroubleOf(MailingRecord mailing, IReadOnlyDictionary<DeliveryState, int> counts) => mailing.State switch
    {
        MailingState.Withheld => $"withheld: {mailing.Reason}",
        MailingState.Stopped => $"stopped: {mailing.Reason}",
        MailingState.Held => mailing.Reason ?? "held",
        // Without a reason it waits for its time only.
        MailingState.Waiting => mailing.Reason,
        _ when counts.Any(pair => pair.Value > 0 && pair.Key.IsTrouble()) => "not everybody got it",
        _ => null,
    };
}
