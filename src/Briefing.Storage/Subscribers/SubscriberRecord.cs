using Briefing.Core.Subscribers;
using NodaTime;

namespace Briefing.Storage.Subscribers;

/// <param name="AddressHash">By <see cref="AddressKey"/>; stays for ever.</param>
/// <param name="Reason">Of its state.</param>
/// <param name="Consent">Where its consent is on record; null where no one said.</param>
/// <param name="Subscriber">Null once erased.</param>
public sealed record SubscriberRecord(
    long Id, string AddressHash, SubscriberState State, SubscriberReason Reason, string? Consent, Instant AddedAt, Instant ChangedAt, Subscriber? Subscriber);

/// <summary>Why something is done to a subscriber, and by whom.</summary>
/// <param name="Consent">Where consent is on record, in the operator's words; kept with the subscriber until erasure, not in the trail.</param>
public sealed record SubscriberCause(SubscriberActor Actor, SubscriberReason Reason, string? Consent = null);

/// <summary>One line of the trail.</summary>
/// <param name="From">Null: it was not known.</param>
/// <param name="Changed">Which of the choices, without their values: "name, lists"; empty where only the state changed.</param>
public sealed record SubscriberEvent(
    long Subscriber, string AddressHash, Instant At, SubscriberActor Actor, SubscriberState? From, SubscriberState To, SubscriberReason Reason, string Changed);
