using System.Collections.Immutable;
using Briefing.Core.Subscribers;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>What a message in the bounce folder is.</summary>
internal abstract record FolderMessage
{
    /// <summary>It says what became of a message, ours perhaps.</summary>
    /// <param name="References">What may name the delivery, the surest first.</param>
    /// <param name="IsComplaint">A feedback report (RFC 5965) that says so; there are no recipients' reports then.</param>
    /// <param name="Recipients">Empty where it says nothing of any.</param>
    /// <param name="Named">Addresses it is about, for want of anything better.</param>
    /// <param name="Text">What a notice of no form says to people; null for reports, whose fields speak.</param>
    internal sealed record BounceNotice(
        ImmutableArray<MailReference> References, bool IsComplaint, ImmutableArray<RecipientReport> Recipients, ImmutableArray<MailAddress> Named, string? Text)
        : FolderMessage;

    /// <summary>Somebody wants no more (RFC 2369): the subject is what our List-Unsubscribe has put there.</summary>
    /// <param name="Token">As it stands there; not verified.</param>
    internal sealed record Unsubscription(string Token) : FolderMessage;

    /// <summary>An answering machine, or a receipt (RFC 3834, RFC 8098): says nothing of the address but that it works.</summary>
    internal sealed record Automatic : FolderMessage;

    /// <summary>Anything else.</summary>
    internal sealed record Other : FolderMessage;
}
