using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>One version of an edition on its way to one list.</summary>
/// <param name="Reason">Why it stands still, for a person; null where it does not.</param>
/// <param name="Corrects">The version that went out before; null where none did.</param>
/// <param name="BegunAt">When it was last set going.</param>
/// <param name="Deadline">Until when its deliveries are tried.</param>
public sealed record MailingRecord(long Id, long Edition, string List, MailingState State, string? Reason, long? Corrects, Instant BegunAt, Instant Deadline)
{
    /// <summary>Its deliveries stand in the outbox.</summary>
    public bool IsFannedOut => State is MailingState.Sending or MailingState.Held or MailingState.Stopped or MailingState.Done;
}

/// <summary>How far a mailing has come.</summary>
public enum MailingState
{
    /// <summary>For its time or a person's approval; there are no deliveries yet but to single readers who were named.</summary>
    Waiting,

    /// <summary>Its deliveries stand in the outbox.</summary>
    Sending,

    /// <summary>A person has stopped what had not been sent.</summary>
    Held,

    /// <summary>Too many were refused for good.</summary>
    Stopped,

    /// <summary>It goes to nobody.</summary>
    Withheld,

    /// <summary>Every delivery has ended.</summary>
    Done,
}
