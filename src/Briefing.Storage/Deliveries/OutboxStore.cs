using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>
/// What is to be sent, and how far each message has come. A delivery is leased, then stored as being sent before its first byte goes
/// out, then stored with what became of it; each of these says whether the lease still held.
/// </summary>
public static class OutboxStore
{
    private const string Open = "('pending', 'deferred', 'unknown')";

    /// <summary>Takes up what is due, oldest first. Notices go before editions.</summary>
    /// <param name="owner">Who sends; one name a process.</param>
    /// <param name="until">When the lease ends by itself.</param>
    public static ImmutableArray<DeliveryRecord> Lease(StorageSession session, string owner, Instant now, Instant until, int limit)
    {
        var ids = session.Query<long>(
            $"""
            SELECT delivery.id FROM delivery LEFT JOIN mailing ON mailing.id = delivery.mailing
            WHERE delivery.state IN {Open} AND delivery.next_at <= @now AND (delivery.mailing IS NULL OR mailing.state IN ('waiting', 'sending'))
            ORDER BY delivery.mailing IS NOT NULL, delivery.next_at, delivery.id LIMIT @limit
            """,
            new { now = StoredText.Of(now), limit });
        var leased = ImmutableArray.CreateBuilder<DeliveryRecord>(ids.Count);
        foreach (var id in ids)
        {
            session.Execute(
                "UPDATE delivery SET state = 'leased', owner = @owner, fence = fence + 1, leased_until = @until, changed_at = @now WHERE id = @id",
                new { id, owner, until = StoredText.Of(until), now = StoredText.Of(now) });
            leased.Add(Find(session, id)!);
        }

        return leased.ToImmutable();
    }

    /// <summary>Stores that the first byte is about to go out.</summary>
    /// <returns>The delivery with this attempt counted, and its reader (null for the operators); null where the lease no longer holds, or nothing may be sent, which is then stored.</returns>
    public static (DeliveryRecord Delivery, SubscriberRecord? Reader)? BeginSending(StorageSession session, AddressKey key, DeliveryRecord leased, Instant now)
    {
        var reader = leased.Subscriber is { } id ? new SubscriberStore(session, key).Find(id) : null;
        var mailing = leased.Mailing is { } number ? MailingStore.Find(session, number) : null;
        if (mailing is { State: MailingState.Held or MailingState.Stopped })
            return GiveBack(session, leased, now);
        if (!IsWanted(leased, reader, mailing))
            return End(session, leased, DeliveryState.Suppressed, now);
        if (leased.Deadline < now)
            return End(session, leased, DeliveryState.Expired, now);
        var attempts = leased.Attempts + 1;
        var held = session.Execute(
            "UPDATE delivery SET state = 'sending', attempts = @attempts, changed_at = @now WHERE id = @id AND fence = @fence AND state = 'leased'",
            new { id = leased.Id, fence = leased.Fence, attempts, now = StoredText.Of(now) });
        if (held == 0)
            return null;
        session.Execute(
            "INSERT INTO delivery_attempt (delivery, number, begun_at) VALUES (@id, @number, @now)", new { id = leased.Id, number = attempts, now = StoredText.Of(now) });
        return (leased with { State = DeliveryState.Sending, Attempts = attempts }, reader);
    }

    /// <summary>Stores what became of the attempt under way.</summary>
    /// <returns>False where somebody else has taken the delivery up meanwhile; nothing is stored then.</returns>
    public static bool Record(StorageSession session, DeliveryRecord sending, AttemptResult result, Instant now)
    {
        var held = session.Execute(
            """
            UPDATE delivery SET state = CASE WHEN @open = 1 AND mailing IN (SELECT id FROM mailing WHERE state IN ('done', 'withheld')) THEN 'suppressed' ELSE @to END,
              next_at = coalesce(@nextAt, next_at), unknowns = unknowns + @unknown, owner = NULL, leased_until = NULL, changed_at = @now
            WHERE id = @id AND fence = @fence AND state = 'sending'
            """,
            new
            {
                id = sending.Id,
                fence = sending.Fence,
                to = DeliveryWords.Of(result.To),
                // Of a mailing that has ended meanwhile, as by a later version, nothing is tried again.
                open = result.To is DeliveryState.Deferred or DeliveryState.Unknown or DeliveryState.Held ? 1 : 0,
                nextAt = StoredText.Of(result.NextAt),
                unknown = result.Outcome == AttemptOutcome.Unknown ? 1 : 0,
                now = StoredText.Of(now),
            });
        if (held == 0)
            return false;
        // It may have been on its way while its reader was erased.
        var isErased = session.FirstOrDefault<string>("SELECT state FROM subscriber WHERE id = @subscriber", new { subscriber = sending.Subscriber }) == "erased";
        session.Execute(
            "UPDATE delivery_attempt SET ended_at = @now, outcome = @outcome, stage = @stage, reason = @reason, reply = @reply WHERE delivery = @id AND number = @number",
            new
            {
                id = sending.Id,
                number = sending.Attempts,
                now = StoredText.Of(now),
                outcome = DeliveryWords.Of(result.Outcome),
                stage = result.Stage,
                reason = result.Reason,
                reply = isErased ? null : result.Reply,
            });
        return true;
    }

    /// <summary>
    /// Takes back what dead senders had in hand: what they had not begun waits as before; of what they had begun nobody knows
    /// whether it was handed over.
    /// </summary>
    /// <param name="all">Whether every lease is a dead one's, and not only those that have ended: nobody else can be sending.</param>
    /// <param name="unknown">The state of those begun: <see cref="DeliveryState.Unknown"/> or <see cref="DeliveryState.Held"/>; notices are never held.</param>
    /// <returns>How many may or may not have been handed over.</returns>
    public static int Recover(StorageSession session, Instant now, bool all, DeliveryState unknown)
    {
        var values = new { now = StoredText.Of(now), to = DeliveryWords.Of(unknown), all = all ? 1 : 0 };
        const string Dead = "(@all = 1 OR leased_until < @now)";
        session.Execute(
            $"""
            UPDATE delivery SET state = CASE WHEN unknowns > 0 THEN 'unknown' WHEN attempts > 0 THEN 'deferred' ELSE 'pending' END,
              owner = NULL, leased_until = NULL, changed_at = @now WHERE state = 'leased' AND {Dead}
            """,
            values);
        session.Execute(
            $"""
            UPDATE delivery_attempt SET ended_at = @now, outcome = 'unknown', reason = 'the sender ended before an answer was stored'
            WHERE ended_at IS NULL AND delivery IN (SELECT id FROM delivery WHERE state = 'sending' AND {Dead})
            """,
            values);
        return session.Execute(
            $"""
            UPDATE delivery SET unknowns = unknowns + 1, next_at = @now, owner = NULL, leased_until = NULL, changed_at = @now,
              state = CASE WHEN mailing IS NULL THEN 'unknown' WHEN mailing IN (SELECT id FROM mailing WHERE state IN ('done', 'withheld')) THEN 'suppressed' ELSE @to END
            WHERE state = 'sending' AND {Dead}
            """,
            values);
    }

    /// <summary>Gives back what a sender has taken up and not begun.</summary>
    public static void Release(StorageSession session, string owner, Instant now) => session.Execute(
        """
        UPDATE delivery SET state = CASE WHEN unknowns > 0 THEN 'unknown' WHEN attempts > 0 THEN 'deferred' ELSE 'pending' END,
          owner = NULL, leased_until = NULL, changed_at = @now WHERE state = 'leased' AND owner = @owner
        """,
        new { owner, now = StoredText.Of(now) });

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

    /// <summary>How many were refused for good, and how many have ended in one way or the other, since the mailing was last set going.</summary>
    public static (int Failed, int Ended) EndedOf(StorageSession session, MailingRecord mailing)
    {
        var counts = session.Query<StateCount>(
            "SELECT state, count(*) AS Count FROM delivery WHERE mailing = @id AND state IN ('accepted', 'failed') AND changed_at >= @since GROUP BY state",
            new { id = mailing.Id, since = StoredText.Of(mailing.BegunAt) });
        var failed = (int)counts.Where(count => count.State == "failed").Sum(count => count.Count);
        return (failed, (int)counts.Sum(count => count.Count));
    }

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
    public static DeliveryRecord? Find(StorageSession session, long id) =>
        session.FirstOrDefault<DeliveryRow>($"SELECT {DeliveryRow.Columns} FROM delivery WHERE id = @id", new { id })?.ToRecord();

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

    // Asked again at the last moment: the reader may have left since the deliveries were made.
    private static bool IsWanted(DeliveryRecord delivery, SubscriberRecord? reader, MailingRecord? mailing) => delivery.Kind switch
    {
        DeliveryKind.Alert => true,
        DeliveryKind.Confirmation => reader is { State: SubscriberState.Pending, Subscriber: not null },
        _ => reader is { State: SubscriberState.Confirmed, Subscriber: { } subscriber } && mailing is { State: MailingState.Sending or MailingState.Waiting } && subscriber.Lists.Contains(mailing.List),
    };

    private static (DeliveryRecord, SubscriberRecord?)? GiveBack(StorageSession session, DeliveryRecord leased, Instant now)
    {
        session.Execute(
            "UPDATE delivery SET state = @state, owner = NULL, leased_until = NULL, changed_at = @now WHERE id = @id AND fence = @fence AND state = 'leased'",
            new { id = leased.Id, fence = leased.Fence, state = StateBefore(leased), now = StoredText.Of(now) });
        return null;
    }

    private static string StateBefore(DeliveryRecord leased) =>
        DeliveryWords.Of(leased.Unknowns > 0 ? DeliveryState.Unknown : leased.Attempts > 0 ? DeliveryState.Deferred : DeliveryState.Pending);

    private static (DeliveryRecord, SubscriberRecord?)? End(StorageSession session, DeliveryRecord leased, DeliveryState state, Instant now)
    {
        session.Execute(
            "UPDATE delivery SET state = @state, owner = NULL, leased_until = NULL, changed_at = @now WHERE id = @id AND fence = @fence AND state = 'leased'",
            new { id = leased.Id, fence = leased.Fence, state = DeliveryWords.Of(state), now = StoredText.Of(now) });
        return null;
    }

    private sealed class StateCount
    {
        public required string State { get; init; }
        public required long Count { get; init; }
    }
}
