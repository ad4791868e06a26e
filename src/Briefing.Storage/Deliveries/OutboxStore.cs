using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>What is to be sent, and how far each message has come. What senders do with it is in <see cref="SendingStore"/>.</summary>
public static class OutboxStore
{
    /// <summary>The states of what waits for a sender. In a query just as the index says it.</summary>
    internal const string Open = "('pending', 'deferred', 'unknown')";

    /// <summary>Ends what waits and whose time is up, but for mailings that wait for a person.</summary>
    /// <returns>How many.</returns>
    public static int Expire(StorageSession session, Instant now) => session.Execute(
        $"""
        UPDATE delivery SET state = 'expired', changed_at = @now WHERE state IN {Open} AND deadline < @now
          AND (mailing IS NULL OR mailing NOT IN (SELECT id FROM mailing WHERE state IN ('held', 'stopped')))
        """,
        new { now = StoredText.Of(now) });

    /// <summary>
    /// Whether a sender left something behind: deliveries in hand, or a mailing that has ended and is not closed. So it looks also while
    /// another program sends.
    /// </summary>
    public static bool HasRemains(StorageSession session) => session.FirstOrDefault<long?>(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM delivery WHERE state IN ('leased', 'sending'))
          OR EXISTS (SELECT 1 FROM mailing WHERE state = 'sending' AND NOT EXISTS (
            SELECT 1 FROM delivery WHERE delivery.mailing = mailing.id AND delivery.state IN ('pending', 'deferred', 'unknown', 'held')))
        """) is not null;

    /// <summary>When the next delivery of a mailing under way, or the next notice, is to be tried; null where none waits.</summary>
    public static Instant? NextAt(StorageSession session) =>
        session.FirstOrDefault<string>(
            $"""
            SELECT min(delivery.next_at) FROM delivery LEFT JOIN mailing ON mailing.id = delivery.mailing
            WHERE delivery.state IN {Open} AND (delivery.mailing IS NULL OR mailing.state IN ('waiting', 'sending'))
            """) is { } at
            ? StoredText.InstantOf(at)
            : null;

    /// <summary>How many were refused for good since the mailing was last set going.</summary>
    public static int FailedOf(StorageSession session, MailingRecord mailing) => EndedAs(session, mailing, "failed");

    /// <summary>How many were accepted or refused since the mailing was last set going. Cost: looks at all of its deliveries.</summary>
    public static int EndedOf(StorageSession session, MailingRecord mailing) => EndedAs(session, mailing, "accepted") + FailedOf(session, mailing);

    /// <summary>Deliveries of a mailing by state.</summary>
    public static ImmutableDictionary<DeliveryState, int> CountsOf(StorageSession session, long mailing) =>
        session.Query<StateCount>("SELECT state, count(*) AS Count FROM delivery WHERE mailing = @mailing GROUP BY state", new { mailing })
            .ToImmutableDictionary(row => DeliveryWords.StateOf(row.State), row => (int)row.Count);

    /// <summary>Confirmations and alerts by state.</summary>
    public static ImmutableDictionary<DeliveryState, int> NoticeCounts(StorageSession session) =>
        session.Query<StateCount>("SELECT state, count(*) AS Count FROM delivery WHERE mailing IS NULL GROUP BY state")
            .ToImmutableDictionary(row => DeliveryWords.StateOf(row.State), row => (int)row.Count);

    /// <summary>Attempts of a mailing of which nobody knows whether the message was accepted.</summary>
    public static int UnknownsOf(StorageSession session, long mailing) =>
        session.Single<int>("SELECT coalesce(sum(unknowns), 0) FROM delivery WHERE mailing = @mailing", new { mailing });

    /// <summary>Takes up again what had ended or waits for a person, as a person has asked.</summary>
    /// <param name="expired">Those whose time was up.</param>
    /// <param name="held">Those that may or may not have been handed over.</param>
    /// <param name="only">One subscriber; null for all.</param>
    public static int Reopen(StorageSession session, long mailing, bool expired, bool held, Instant now, Instant deadline, long? only = null)
    {
        var values = new { mailing, only, now = StoredText.Of(now), deadline = StoredText.Of(deadline), expired = expired ? 1 : 0, held = held ? 1 : 0 };
        const string Mine = "mailing = @mailing AND (@only IS NULL OR subscriber = @only)";
        session.Execute($"UPDATE delivery SET deadline = @deadline, next_at = @now WHERE {Mine} AND state IN {Open}", values);
        return session.Execute(
            $"""
            UPDATE delivery SET state = CASE WHEN state = 'held' THEN 'unknown' ELSE 'deferred' END, deadline = @deadline, next_at = @now, changed_at = @now
            WHERE {Mine} AND ((@expired = 1 AND state = 'expired') OR (@held = 1 AND state = 'held'))
            """,
            values);
    }

    /// <summary>Null when there is none.</summary>
    public static DeliveryRecord? Find(StorageSession session, long id)
    {
        using var row = session.Prepare($"SELECT {DeliveryRow.Columns} FROM delivery WHERE id = @id", "@id").Run(id);
        return row.Read() ? DeliveryRow.Read(row) : null;
    }

    /// <summary>The keys of all that was ever to be sent to a subscriber.</summary>
    public static ImmutableArray<string> KeysOf(StorageSession session, long subscriber) =>
        [.. session.Query<string>("SELECT key FROM delivery WHERE subscriber = @subscriber ORDER BY id", new { subscriber })];

    /// <summary>What servers said to a reader's messages, and what notices to them say, goes, and nothing more is sent; that they were sent stays.</summary>
    public static void Forget(StorageSession session, long subscriber)
    {
        session.Execute("UPDATE delivery_attempt SET reply = NULL WHERE delivery IN (SELECT id FROM delivery WHERE subscriber = @subscriber)", new { subscriber });
        session.Execute("UPDATE delivery SET notice = '{}' WHERE subscriber = @subscriber AND notice IS NOT NULL", new { subscriber });
        session.Execute("UPDATE delivery SET state = 'suppressed' WHERE subscriber = @subscriber AND state IN ('pending', 'deferred', 'unknown', 'held')", new { subscriber });
    }

    private static int EndedAs(StorageSession session, MailingRecord mailing, string state) => session.Single<int>(
        $"SELECT count(*) FROM delivery WHERE mailing = @id AND state = '{state}' AND changed_at >= @since", new { id = mailing.Id, since = StoredText.Of(mailing.BegunAt) });

    private sealed class StateCount
    {
        public required string State { get; init; }
        public required long Count { get; init; }
    }
}
