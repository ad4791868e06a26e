using static Briefing.Core.Deliveries.DeliveryState;

namespace Briefing.Core.Deliveries;

/// <summary>How far a delivery has come.</summary>
public enum DeliveryState
{
    /// <summary>Not tried yet.</summary>
    Pending,

    /// <summary>A sender has it in hand and has not begun.</summary>
    Leased,

    /// <summary>It is being handed over: stored before the first byte goes out, so that a sender that dies here is known to have begun.</summary>
    Sending,

    /// <summary>Certainly not handed over; tried again at its time.</summary>
    Deferred,

    /// <summary>It may have been handed over, or not; repeated under the same Message-ID at its time.</summary>
    Unknown,

    /// <summary>It may have been handed over, or not, and waits for a person.</summary>
    Held,

    /// <summary>The server answers for it.</summary>
    Accepted,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>Not handed over when its time was up.</summary>
    Expired,

    /// <summary>Its reader no longer wanted it, or may not be written to.</summary>
    Suppressed,
}

/// <summary>What states mean to a person.</summary>
public static class DeliveryStates
{
    /// <summary>Something that a person must see.</summary>
    public static bool IsTrouble(this DeliveryState state) => state is Failed or Expired or Held;
}

/// <summary>What a delivery brings.</summary>
public enum DeliveryKind
{
    /// <summary>An edition, to a subscriber of its list.</summary>
    Edition,

    /// <summary>The question whether an address wants the editions, to one that is pending.</summary>
    Confirmation,

    /// <summary>What a person must see, to the operators.</summary>
    Alert,
}
