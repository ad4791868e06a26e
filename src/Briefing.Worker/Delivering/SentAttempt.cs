using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Mailing;

namespace Briefing.Worker.Delivering;

/// <summary>A delivery that is being sent: stored as such, its reader asked for at that moment.</summary>
/// <param name="Reader">Null: the operators.</param>
internal sealed record BegunAttempt(DeliveryRecord Delivery, SubscriberRecord? Reader);

/// <summary>What became of it.</summary>
internal sealed record SentAttempt(BegunAttempt Begun, SendOutcome Outcome, AttemptResult Result);
