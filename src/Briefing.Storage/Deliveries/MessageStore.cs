using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>Editions' mails, one for each choice of topics and pack that some reader has made.</summary>
public static class MessageStore
{
    /// <returns>Its id; that of an equal one where there is one.</returns>
    public static long Keep(StorageSession session, StoredMessage message)
    {
        var values = new
        {
            edition = message.Edition,
            choice = message.Choice.Key,
            subject = message.Subject,
            text = StoredText.Compress(message.Text),
            html = StoredText.Compress(message.Html),
            pack = message.Pack,
        };
        return session.FirstOrDefault<long?>(
            "SELECT id FROM message WHERE edition = @edition AND choice = @choice AND subject = @subject AND text = @text AND html = @html AND pack IS @pack", values)
            ?? session.Single<long>(
                "INSERT INTO message (edition, choice, subject, text, html, pack) VALUES (@edition, @choice, @subject, @text, @html, @pack) RETURNING id", values);
    }

    /// <summary>Null where it is no longer kept.</summary>
    public static StoredMessage? Find(StorageSession session, long id) =>
        session.FirstOrDefault<Row>("SELECT edition, choice, subject, text, html, pack FROM message WHERE id = @id AND length(html) > 0", new { id })?.ToMessage();

    private sealed class Row
    {
        public required long Edition { get; init; }
        public required string Choice { get; init; }
        public required string Subject { get; init; }
        public required byte[] Text { get; init; }
        public required byte[] Html { get; init; }
        public string? Pack { get; init; }

        public StoredMessage ToMessage() => new(Edition, ReaderChoice.Parse(Choice), Subject, StoredText.TextOf(Text), StoredText.TextOf(Html), Pack);
    }
}

/// <summary>An edition's mail for one choice, with places where a reader's own values stand.</summary>
/// <param name="Pack">The name under which the edition's pack is attached; null where none is.</param>
public sealed record StoredMessage(long Edition, ReaderChoice Choice, string Subject, string Text, string Html, string? Pack);

/// <summary>Puts mails without an edition into the outbox.</summary>
public static class NoticeStore
{
    /// <param name="subscriber">Null: it goes to the operators.</param>
    /// <param name="notice">A JSON object with what the mail says; no address in it.</param>
    /// <param name="domain">The right side of its Message-ID.</param>
    /// <param name="deadline">Until when it is tried.</param>
    public static void Enqueue(StorageSession session, DeliveryKind kind, SubscriberRecord? subscriber, string notice, string domain, Instant now, Instant deadline)
    {
        if (kind == DeliveryKind.Edition)
            throw new ArgumentException("An edition is no notice.", nameof(kind));
        var number = session.Single<long>("SELECT coalesce(max(id), 0) + 1 FROM delivery");
        var key = KeyOf(kind, number, now, notice + subscriber?.AddressHash);
        session.Execute(
            """
            INSERT INTO delivery (key, kind, notice, subscriber, address_hash, message_id, dated, state, next_at, deadline, changed_at)
            VALUES (@key, @kind, @notice, @subscriber, @hash, @messageId, @now, 'pending', @now, @deadline, @now)
            """,
            new
            {
                key,
                kind = DeliveryWords.Of(kind),
                notice,
                subscriber = subscriber?.Id,
                hash = subscriber?.AddressHash,
                messageId = $"{key}@{domain}",
                now = StoredText.Of(now),
                deadline = StoredText.Of(deadline),
            });
    }

    /// <summary>When the last confirmation was asked of a subscriber; null where none was.</summary>
    public static Instant? LastConfirmation(StorageSession session, long subscriber) =>
        session.FirstOrDefault<string>("SELECT max(dated) FROM delivery WHERE subscriber = @subscriber AND kind = 'confirmation'", new { subscriber }) is { } at
            ? StoredText.InstantOf(at)
            : null;

    // With the keyed hash in it, nobody can guess it from outside.
    private static string KeyOf(DeliveryKind kind, long number, Instant now, string content)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {StoredText.Of(now)} {content}")));
        return string.Create(CultureInfo.InvariantCulture, $"{DeliveryWords.Of(kind)}.{number}.{Convert.ToHexStringLower(hash)[..20]}");
    }
}
