using static Briefing.Core.Subscribers.SubscriberActor;
using static Briefing.Core.Subscribers.SubscriberState;

namespace Briefing.Core.Subscribers;

/// <summary>
/// Which state may follow which, and who may bring it about. An import adds and stops; it never starts again what has stopped.
/// Only its owner brings an erased address back.
/// </summary>
public static class SubscriberTransitions
{
    /// <param name="from">Null: the address is not known.</param>
    public static bool May(SubscriberState? from, SubscriberState to, SubscriberActor actor) => (from, to) switch
    {
        (null, Pending) => actor is SubscriberActor.Subscriber or Operator or Import,
        (null, Confirmed or Unsubscribed or Suppressed) => actor is Operator or Import,
        (Pending, Confirmed) => actor is SubscriberActor.Subscriber or Operator,
        (Pending or Confirmed, Unsubscribed) => actor is SubscriberActor.Subscriber or Operator or Import,
        (Pending or Confirmed or Unsubscribed, Suppressed) => actor is Operator or Import or MailServer,
        (Unsubscribed, Pending) => actor is SubscriberActor.Subscriber or Operator,
        (Unsubscribed, Confirmed) => actor is Operator,
        // Whatever was on record before, the address is asked afresh.
        (Suppressed, Pending) => actor is Operator,
        (Erased, Pending) => actor is SubscriberActor.Subscriber,
        (Pending or Confirmed or Unsubscribed or Suppressed, Erased) => actor is Operator,
        _ => false,
    };
}

/// <summary>Who brings a change of state about.</summary>
public enum SubscriberActor
{
    /// <summary>The person whose address it is, by a link that only they have.</summary>
    Subscriber,

    /// <summary>Whoever runs the program, for one address.</summary>
    Operator,

    /// <summary>A file of many addresses: old perhaps, and read by nobody line by line.</summary>
    Import,

    /// <summary>A mail server that refuses the address for good, or passes a complaint on.</summary>
    MailServer,
}

/// <summary>Why a subscriber is in its state.</summary>
public enum SubscriberReason
{
    /// <summary>Somebody asked for the editions; the address has not answered yet.</summary>
    SignedUp,

    /// <summary>The address answered the confirmation mail.</summary>
    ConfirmedByMail,

    /// <summary>Its consent is on record outside of the program.</summary>
    ConsentOnRecord,

    /// <summary>It said that it wants no more.</summary>
    OptedOut,

    /// <summary>The operator took it off.</summary>
    TakenOff,

    /// <summary>Its server refuses it for good.</summary>
    HardBounce,

    /// <summary>Its owner reported a message as unwanted.</summary>
    Complaint,

    /// <summary>Its owner asked for erasure.</summary>
    ErasureRequest,
}
