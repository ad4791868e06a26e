namespace Briefing.Core.Deliveries;

/// <summary>How an address stands. Editions go to confirmed ones only.</summary>
public enum SubscriberState
{
    /// <summary>Asked for, not confirmed yet.</summary>
    Pending,

    Confirmed,

    /// <summary>Has said that it wants no more.</summary>
    Unsubscribed,

    /// <summary>Nothing is to be sent there, whatever is asked for.</summary>
    Suppressed,

    /// <summary>Taken out on request: nothing of it is kept but a keyed hash, so that an import does not bring it back.</summary>
    Erased,
}
