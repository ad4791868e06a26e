using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Storage.Deliveries;

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
