namespace Briefing.Worker.Mailing.Messages;

/// <summary>Who writes.</summary>
internal sealed record MailIdentity
{
    public required Mailbox From { get; init; }

    public Mailbox? ReplyTo { get; init; }

    /// <summary>RFC 2919, without angle brackets: morning.briefing.example.org. Null: none is given.</summary>
    public string? ListId { get; init; }

    /// <summary>ISO 639-1, of the words round the news.</summary>
    public string Language { get; init; } = "en";
}
