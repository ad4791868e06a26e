namespace Briefing.Core.Deliveries;

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
