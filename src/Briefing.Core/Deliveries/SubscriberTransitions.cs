using static Briefing.Core.Deliveries.SubscriberActor;
using static Briefing.Core.Deliveries.SubscriberState;

namespace Briefing.Core.Deliveries;

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
