namespace Briefing.Core.Deliveries;

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
