namespace Briefing.Worker.Mail.Messages;

/// <summary>The headers of what is sent: one To, never more.</summary>
internal static class DeliveryHeaders
{
    /// <param name="links">Null where messages are only written to files, and there is no way to unsubscribe yet.</param>
    public static MessageHeaders OfEdition(MailIdentity identity, DeliveryStamp stamp, string subject, UnsubscribeLinks? links) =>
        Of(identity, stamp, subject, [.. ListId(identity), .. links?.Headers ?? []]);

    /// <summary>A confirmation or an alert: no list's, so nothing to unsubscribe from.</summary>
    public static MessageHeaders OfNotice(MailIdentity identity, DeliveryStamp stamp, string subject) => Of(identity, stamp, subject, []);

    // RFC 3834: keeps holiday notices from answering.
    private static MessageHeaders Of(MailIdentity identity, DeliveryStamp stamp, string subject, (string Name, string Value)[] own) => new()
    {
        From = identity.From,
        ReplyTo = identity.ReplyTo,
        To = [stamp.To],
        Subject = subject,
        Date = stamp.Date,
        MessageId = stamp.MessageId,
        Headers = [("Auto-Submitted", "auto-generated"), ("Content-Language", identity.Language), .. own],
    };

    private static (string Name, string Value)[] ListId(MailIdentity identity) => identity.ListId is { } id ? [("List-Id", $"<{id}>")] : [];
}

/// <summary>What a delivery fixes once and for all, so that every attempt is the same message.</summary>
/// <param name="MessageId">Without angle brackets; see <see cref="MessageIdOf"/>.</param>
internal sealed record DeliveryStamp(Mailbox To, string MessageId, DateTimeOffset Date)
{
    /// <param name="key">The delivery's key (<see cref="OutgoingMessage.Key"/>).</param>
    public static string MessageIdOf(string key, Mailbox from) => $"{key}@{from.Domain}";
}

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

/// <summary>Both ways out for one subscriber (RFC 2369, RFC 8058).</summary>
/// <param name="Page">https; GET asks, POST acts.</param>
/// <param name="Mail">A mailto address; null where no mailbox is read for it.</param>
internal sealed record UnsubscribeLinks(Uri Page, string? Mail)
{
    /// <param name="page">The configured base address; the token becomes its last segment.</param>
    /// <param name="mailbox">ASCII; null for none.</param>
    /// <param name="token">Letters, digits, dots, hyphens, underscores; no address in it.</param>
    public static UnsubscribeLinks For(Uri page, Mailbox? mailbox, string token)
    {
        if (page.Scheme != Uri.UriSchemeHttps || page.Query.Length > 0 || page.Fragment.Length > 0)
            throw new ArgumentException("One-click unsubscription needs an https address without query (RFC 8058, 3.1).", nameof(page));
        if (token.Length == 0 || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            throw new ArgumentException("A token has letters, digits, dots, hyphens and underscores.", nameof(token));
        var address = mailbox is null ? null : $"{Uri.EscapeDataString(mailbox.LocalPart)}@{mailbox.Domain}";
        return new UnsubscribeLinks(
            new Uri($"{page.AbsoluteUri.TrimEnd('/')}/{token}"),
            address is null ? null : $"mailto:{address}?subject=unsubscribe%20{token}");
    }

    /// <summary>List-Unsubscribe and, for the https address, what makes it one click.</summary>
    public IEnumerable<(string Name, string Value)> Headers =>
    [
        ("List-Unsubscribe", Mail is null ? $"<{Page.AbsoluteUri}>" : $"<{Page.AbsoluteUri}>, <{Mail}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];
}
