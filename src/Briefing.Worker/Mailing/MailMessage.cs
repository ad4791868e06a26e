namespace Briefing.Worker.Mailing;

/// <summary>Everything of a message that is not its encoding. Equal messages are written as equal bytes.</summary>
internal sealed record MailMessage
{
    public required Mailbox From { get; init; }
    public Mailbox? ReplyTo { get; init; }

    /// <summary>Empty for a message that is kept as a file; a delivered one has exactly one.</summary>
    public IReadOnlyList<Mailbox> To { get; init; } = [];
    public required string Subject { get; init; }
    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets: left@right.</summary>
    public required string MessageId { get; init; }

    /// <summary>Further headers, as List-Unsubscribe. Printable ASCII.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>Encoded once, however many messages carry them.</summary>
    public IReadOnlyList<MimePart> Attachments { get; init; } = [];
}
