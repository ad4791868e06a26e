namespace Briefing.Core.Deliveries;

/// <summary>What a link in a mail is for. One made for one purpose is good for no other.</summary>
public enum LinkPurpose
{
    /// <summary>The answer that an address is asked for before it gets editions.</summary>
    Confirm,

    Preferences,

    Unsubscribe,

    /// <summary>An edition's pack.</summary>
    Pack,
}
