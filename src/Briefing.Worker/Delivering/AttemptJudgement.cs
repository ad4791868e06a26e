using Briefing.Core.Deliveries;
using Briefing.Storage.Deliveries;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mailing;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>What an outcome makes of a delivery: its next state, and when it is tried again.</summary>
internal static class AttemptJudgement
{
    /// <param name="sending">With this attempt counted.</param>
    /// <param name="onUnknown">What becomes of what may or may not have been accepted.</param>
    public static AttemptResult Of(SendOutcome outcome, DeliveryRecord sending, Instant now, UnknownOutcome onUnknown)
    {
        var next = RetrySchedule.Next(sending.Key, sending.Attempts, now, sending.Deadline);
        return outcome switch
        {
            SendOutcome.Accepted accepted => new AttemptResult(AttemptOutcome.Accepted, DeliveryState.Accepted, null, null, null, accepted.Reply?.ToString()),
            SendOutcome.Refused refused => new AttemptResult(
                AttemptOutcome.Refused, DeliveryState.Failed, null, $"{refused.Stage}", refused.Reason, refused.Reply?.ToString()),
            SendOutcome.TryLater later => new AttemptResult(
                AttemptOutcome.Later, next is null ? DeliveryState.Expired : DeliveryState.Deferred, next, $"{later.Stage}", later.Reason, later.Reply?.ToString()),
            SendOutcome.Unknown unknown when onUnknown == UnknownOutcome.Hold && sending.Kind == DeliveryKind.Edition => new AttemptResult(
                AttemptOutcome.Unknown, DeliveryState.Held, null, $"{SendStage.FinalDot}", unknown.Reason, null),
            SendOutcome.Unknown unknown => new AttemptResult(
                AttemptOutcome.Unknown, next is null ? DeliveryState.Expired : DeliveryState.Unknown, next, $"{SendStage.FinalDot}", unknown.Reason, null),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
    }
}
