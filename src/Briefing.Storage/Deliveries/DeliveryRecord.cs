using Briefing.Core.Deliveries;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>One message for one reader, as a sender takes it up.</summary>
/// <param name="Key">Names it to servers and in files; no address in it.</param>
/// <param name="Message">The edition's mail; null for a notice.</param>
/// <param name="Notice">A notice's values, as JSON; null for an edition.</param>
/// <param name="Subscriber">Null: it goes to the operators.</param>
/// <param name="Dated">What its header Date says, at every attempt.</param>
/// <param name="Attempts">Made before this one, or with it once it is being sent.</param>
/// <param name="Fence">Whoever took it up last has the highest: what an earlier holder says no longer counts.</param>
public sealed record DeliveryRecord(
    long Id,
    string Key,
    DeliveryKind Kind,
    long? Edition,
    long? Mailing,
    long? Message,
    string? Notice,
    long? Subscriber,
    string MessageId,
    Instant Dated,
    DeliveryState State,
    int Attempts,
    int Unknowns,
    Instant Deadline,
    long Fence);

/// <summary>What became of one attempt.</summary>
/// <param name="To">The state that the delivery has now.</param>
/// <param name="NextAt">When it is tried again; null where it is not.</param>
/// <param name="Stage">How far it came; null where that is not known.</param>
/// <param name="Reason">For a person; no address in it. Null where it was accepted.</param>
/// <param name="Reply">The server's words, which may name the reader; null without any.</param>
public sealed record AttemptResult(AttemptOutcome Outcome, DeliveryState To, Instant? NextAt, string? Stage, string? Reason, string? Reply);

public enum AttemptOutcome
{
    Accepted,
    Refused,
    Later,
    Unknown,
}
