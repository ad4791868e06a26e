namespace Briefing.Worker.Mail;

/// <summary>Everything of a message that is not its encoding. Equal messages are written as equal bytes.</summary>
internal sealed record MailMessage : MessageHeaders
{
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>Encoded once, however many messages carry them.</summary>
    public IReadOnlyList<MimePart> Attachments { get; init; } = [];
}

/// <summary>One message for one recipient, as it is handed over.</summary>
internal sealed record OutgoingMessage
{
    /// <summary>
    /// The delivery's own name, the same at every attempt: letters, digits, dots, hyphens, underscores, at most 100 characters.
    /// No address: it names files and may come back in notices of non-delivery (RFC 3461, ENVID).
    /// </summary>
    public required string Key
    {
        get;
        init => field = IsKey(value) ? value : throw new ArgumentException("A delivery's key has letters, digits, dots, hyphens and underscores.", nameof(value));
    }

    /// <summary>Where notices of non-delivery go. Null: nowhere, as a notice about a notice (RFC 5321, 4.5.5).</summary>
    public required Mailbox? Sender { get; init; }

    public required Mailbox Recipient { get; init; }

    public required MessageContent Content { get; init; }

    private static bool IsKey(string text) =>
        text.Length is > 0 and <= 100 && text[0] != '.' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
