namespace Briefing.Core.Deliveries;

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
