using Briefing.Storage.Deliveries;
using Briefing.Worker.Mailing;

namespace Briefing.Worker.Delivering;

/// <summary>A delivery that is being sent: stored as such, its reader asked for at that moment.</summary>
/// <param name="Reader">Null: the operators.</param>
internal sealed record BegunAttempt(DeliveryRecord Delivery, DeliveryReader? Reader);

/// <summary>What became of it.</summary>
internal sealed record SentAttempt(BegunAttempt Begun, SendOutcome Outcome, AttemptResult Result);

/// <summary>What a sender has done with the deliveries that it was given.</summary>
/// <param name="Untouched">Nothing of these went out: they wait as before.</param>
internal sealed record SendersWord(IReadOnlyList<SentAttempt> Sent, IReadOnlyList<BegunAttempt> Untouched)
{
    public static SendersWord Nothing { get; } = new([], []);
}
