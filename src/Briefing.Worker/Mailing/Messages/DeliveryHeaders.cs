namespace Briefing.Worker.Mailing.Messages;

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
