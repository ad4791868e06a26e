namespace Briefing.Core.Deliveries;

/// <summary>What a notice says of an address.</summary>
public enum BounceKind
{
    /// <summary>It does not exist, or takes no mail any more.</summary>
    Hard,

    /// <summary>A message did not arrive; another may.</summary>
    Soft,

    /// <summary>Its owner reported a message as unwanted.</summary>
    Complaint,
}
