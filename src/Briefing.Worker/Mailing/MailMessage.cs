namespace Briefing.Worker.Mailing;

/// <summary>Everything of a message that is not its encoding. Equal messages are written as equal bytes.</summary>
internal sealed record MailMessage : MessageHeaders
{
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>Encoded once, however many messages carry them.</summary>
    public IReadOnlyList<MimePart> Attachments { get; init; } = [];
}
