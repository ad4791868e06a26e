using System.Collections.Immutable;
using Briefing.Core.Subscribers;

namespace Briefing.Worker.Mail.Returned;

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

/// <summary>Recognises what a message is. It never throws.</summary>
internal static class FolderMessageReader
{
    private const int MaxRecipients = 50;
    private const int MaxReferences = 20;

    private static readonly string[] DeliveryStatus = ["message/delivery-status", "message/global-delivery-status"];
    private static readonly string[] Returned =
        ["message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers"];

    public static FolderMessage Read(ReceivedPart mail)
    {
        // A report first: Postfix's are marked as replies of a machine.
        if (mail.Everything.FirstOrDefault(part => DeliveryStatus.Contains(part.Type, StringComparer.Ordinal)) is { } status)
            return OfStatus(mail, status);
        if (mail.Everything.FirstOrDefault(part => part.Type == "message/feedback-report") is { } feedback)
            return OfFeedback(mail, feedback);
        if (TokenIn(mail.Fields.Decoded("Subject")) is { } token)
            return new FolderMessage.Unsubscription(token);
        var automatic = IsAutomatic(mail);
        // Exim's notices in words are marked as replies of a machine, too.
        if (automatic && !PlainNoticeReader.IsOfDaemon(mail.Fields))
            return new FolderMessage.Automatic();
        return PlainNoticeReader.Read(mail, [.. ReferencesOf(mail)]) is { } notice ? notice : automatic ? new FolderMessage.Automatic() : new FolderMessage.Other();
    }

    private static FolderMessage.BounceNotice OfStatus(ReceivedPart mail, ReceivedPart status)
    {
        var groups = ReceivedFields.Groups(status.Text).Take(MaxRecipients + 1).ToList();
        var reports = groups.Select(RecipientReport.Of).OfType<RecipientReport>().Take(MaxRecipients).ToImmutableArray();
        // What names nobody is about the one whom the message went to, but only where all of them are left out.
        var recipients = reports.Any(report => report.IsNamed) ? reports.RemoveAll(report => !report.IsNamed) : reports;
        var envelope = groups.Select(group => group["Original-Envelope-Id"]).FirstOrDefault(id => id is not null);
        return new FolderMessage.BounceNotice(
            [.. MailReference.OfEnvelope(envelope), .. ReferencesOf(mail)],
            IsComplaint: false,
            recipients,
            Distinct(recipients.SelectMany(recipient => new[] { recipient.Original, recipient.Final })),
            Text: null);
    }

    private static FolderMessage.BounceNotice OfFeedback(ReceivedPart mail, ReceivedPart feedback)
    {
        var fields = feedback.InnerFields;
        // RFC 5965, 3.1 and 7.3; opt-out was taken out of the register and still comes. "not-spam" is praise; "auth-failure" (RFC 6591) is
        // about signatures.
        var complains = fields["Feedback-Type"]?.Trim().ToLowerInvariant() is "abuse" or "fraud" or "opt-out" or "opt-out-list";
        return new FolderMessage.BounceNotice(
            [.. MailReference.OfEnvelope(fields["Original-Envelope-Id"]), .. ReferencesOf(mail)],
            complains,
            [],
            Distinct([RecipientReport.AddressOf(fields["Original-Rcpt-To"])]),
            Text: null);
    }

    // Of the message that came back; where it did not, of what the notice calls its occasion.
    private static IEnumerable<MailReference> ReferencesOf(ReceivedPart mail) => mail.Everything
        .Where(part => Returned.Contains(part.Type, StringComparer.Ordinal))
        .SelectMany(part => MailReference.In(part.InnerFields["Message-ID"]))
        .Concat(MailReference.In(mail.Fields["In-Reply-To"]))
        .Concat(MailReference.In(mail.Fields["References"]))
        .Take(MaxReferences);

    private static ImmutableArray<MailAddress> Distinct(IEnumerable<MailAddress?> addresses) =>
        [.. addresses.OfType<MailAddress>().DistinctBy(address => address.Key, StringComparer.Ordinal)];

    // Exchange's say "auto-generated" where RFC 3834 would have "auto-replied".
    private static bool IsAutomatic(ReceivedPart mail) =>
        mail.Fields["Auto-Submitted"]?.StartsWith("auto-", StringComparison.OrdinalIgnoreCase) == true
        || mail.Fields["X-Autoreply"] is not null
        || mail.Fields["X-Autorespond"] is not null
        || string.Equals(mail.Fields["Precedence"], "auto_reply", StringComparison.OrdinalIgnoreCase)
        || mail.Everything.Any(part => part.Type == "message/disposition-notification");

    private static string? TokenIn(string? subject)
    {
        var words = subject is null ? [] : subject.Split([' ', '\t'], 10, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = Array.FindIndex(words, word => word.Equals("unsubscribe", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }
}
