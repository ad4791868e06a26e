using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>
/// What senders do with the outbox. A delivery is leased, then stored as being sent before its first byte goes out, then stored with
/// what became of it; each of these says whether the lease still held.
/// </summary>
public static class SendingStore
{
    private const string Nobodys = "owner = NULL, leased_until = NULL, changed_at = @now";

    // Of a mailing that has ended meanwhile, as by a later version, nothing is tried again.
    private const string OfEndedMailing = "mailing IN (SELECT id FROM mailing WHERE state IN ('done', 'withheld'))";

    /// <summary>Takes up what is due, oldest first. Notices go before editions.</summary>
    /// <param name="owner">Who sends; one name a process.</param>
    /// <param name="until">When the lease ends by itself.</param>
    public static ImmutableArray<DeliveryRecord> Lease(StorageSession session, string owner, Instant now, Instant until, int limit)
    {
        var ids = Due(session, "mailing IS NULL", now, limit);
        if (ids.Count < limit)
            ids.AddRange(Due(session, "mailing IN (SELECT id FROM mailing WHERE state IN ('waiting', 'sending'))", now, limit - ids.Count));
        var leasing = session.Prepare(
            $"""
            UPDATE delivery SET state = 'leased', owner = @owner, fence = fence + 1, leased_until = @until, changed_at = @now WHERE id = @id
            RETURNING {DeliveryRow.Columns}
            """,
            "@owner", "@until", "@now", "@id");
        var leased = ImmutableArray.CreateBuilder<DeliveryRecord>(ids.Count);
        foreach (var id in ids)
        {
            using var row = leasing.Run(owner, StoredText.Of(until), StoredText.Of(now), id);
            row.Read();
            leased.Add(DeliveryRow.Read(row));
        }

        return leased.ToImmutable();
    }

    /// <summary>Stores that the first byte is about to go out.</summary>
    /// <returns>The delivery with this attempt counted, and its reader (null for the operators); null where the lease no longer holds, or nothing may be sent, which is then stored.</returns>
    public static (DeliveryRecord Delivery, DeliveryReader? Reader)? BeginSending(StorageSession session, DeliveryRecord leased, Instant now)
    {
        // Asked again at the last moment: the reader may have left, and a person may have stopped it, since the deliveries were made.
        var (standing, reader) = StandingOf(session, leased);
        if (standing == Standing.Stopped)
            return Leave(session, leased, AsBefore(), now);
        if (standing == Standing.Unwanted)
            return Leave(session, leased, "state = 'suppressed'", now);
        if (leased.Deadline < now)
            return Leave(session, leased, "state = 'expired'", now);
        var held = session.Prepare(
            "UPDATE delivery SET state = 'sending', attempts = attempts + 1, changed_at = @now WHERE id = @id AND fence = @fence AND state = 'leased'",
            "@now", "@id", "@fence").Execute(StoredText.Of(now), leased.Id, leased.Fence);
        return held == 0 ? null : (leased with { State = DeliveryState.Sending, Attempts = leased.Attempts + 1 }, reader);
    }

    /// <summary>Stores what became of the attempt under way.</summary>
    /// <returns>False where somebody else has taken the delivery up meanwhile; nothing is stored then.</returns>
    public static bool Record(StorageSession session, DeliveryRecord sending, AttemptResult result, Instant now)
    {
        // Its reader may have been erased while it was on its way: what the server said of the address is not kept then.
        var ended = session.Prepare(
            """
            INSERT INTO delivery_attempt (delivery, number, begun_at, ended_at, outcome, stage, reason, reply)
            SELECT id, attempts, changed_at, @now, @outcome, @stage, @reason,
              CASE WHEN EXISTS (SELECT 1 FROM subscriber WHERE subscriber.id = delivery.subscriber AND subscriber.state = 'erased') THEN NULL ELSE @reply END
            FROM delivery WHERE id = @id AND fence = @fence AND state = 'sending'
            """,
            "@now", "@outcome", "@stage", "@reason", "@reply", "@id", "@fence")
            .Execute(StoredText.Of(now), DeliveryWords.Of(result.Outcome), result.Stage, result.Reason, result.Reply, sending.Id, sending.Fence);
        if (ended == 0)
            return false;
        var isOpen = result.To is DeliveryState.Deferred or DeliveryState.Unknown or DeliveryState.Held;
        session.Prepare(
            $"""
            UPDATE delivery SET state = CASE WHEN @open = 1 AND {OfEndedMailing} THEN 'suppressed' ELSE @to END,
              next_at = coalesce(@nextAt, next_at), unknowns = unknowns + @unknown, {Nobodys} WHERE id = @id
            """,
            "@open", "@to", "@nextAt", "@unknown", "@now", "@id")
            .Execute(isOpen ? 1 : 0, DeliveryWords.Of(result.To), StoredText.Of(result.NextAt), result.Outcome == AttemptOutcome.Unknown ? 1 : 0, StoredText.Of(now), sending.Id);
        return true;
    }

    /// <summary>Takes back that it is being sent, where nothing of it has gone out: it waits as before, and the attempt is not counted.</summary>
    public static void Undo(StorageSession session, DeliveryRecord sending, Instant now) => session.Execute(
        $"UPDATE delivery SET {AsBefore("attempts - 1")}, attempts = attempts - 1, {Nobodys} WHERE id = @id AND fence = @fence AND state = 'sending'",
        new { id = sending.Id, fence = sending.Fence, now = StoredText.Of(now) });

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
        session.Execute($"UPDATE delivery SET {AsBefore()}, {Nobodys} WHERE state = 'leased' AND {Dead}", values);
        session.Execute(
            $"""
            INSERT INTO delivery_attempt (delivery, number, begun_at, ended_at, outcome, reason)
            SELECT id, attempts, changed_at, @now, 'unknown', 'the sender ended before an answer was stored' FROM delivery WHERE state = 'sending' AND {Dead}
            """,
            values);
        return session.Execute(
            $"""
            UPDATE delivery SET unknowns = unknowns + 1, next_at = @now, {Nobodys},
              state = CASE WHEN mailing IS NULL THEN 'unknown' WHEN {OfEndedMailing} THEN 'suppressed' ELSE @to END
            WHERE state = 'sending' AND {Dead}
            """,
            values);
    }

    /// <summary>Gives back what a sender has taken up and not begun.</summary>
    public static void Release(StorageSession session, string owner, Instant now) => session.Execute(
        $"UPDATE delivery SET {AsBefore()}, {Nobodys} WHERE state = 'leased' AND owner = @owner", new { owner, now = StoredText.Of(now) });

    private static string AsBefore(string attempts = "attempts") => $"state = CASE WHEN unknowns > 0 THEN 'unknown' WHEN {attempts} > 0 THEN 'deferred' ELSE 'pending' END";

    private static List<long> Due(StorageSession session, string which, Instant now, int limit) => session.Query<long>(
        $"SELECT id FROM delivery WHERE state IN {OutboxStore.Open} AND next_at <= @now AND {which} ORDER BY next_at, mailing, id LIMIT @limit",
        new { now = StoredText.Of(now), limit });

    private static (Standing Standing, DeliveryReader? Reader) StandingOf(StorageSession session, DeliveryRecord leased)
    {
        if (leased.Kind == DeliveryKind.Alert)
            return (Standing.Wanted, null);
        using var row = session.Prepare(
            """
            SELECT subscriber.state, subscriber.address, subscriber.name, mailing.state,
              EXISTS (SELECT 1 FROM subscriber_list WHERE subscriber_list.subscriber = subscriber.id AND subscriber_list.list = mailing.list)
            FROM subscriber LEFT JOIN mailing ON mailing.id = @mailing WHERE subscriber.id = @subscriber
            """,
            "@mailing", "@subscriber").Run(leased.Mailing, leased.Subscriber);
        row.Read();
        var isConfirmation = leased.Kind == DeliveryKind.Confirmation;
        if (!isConfirmation && DeliveryWords.MailingStateOf(row.GetString(3)) is not (MailingState.Sending or MailingState.Waiting) and var state)
            return (state is MailingState.Held or MailingState.Stopped ? Standing.Stopped : Standing.Unwanted, null);
        var wanted = isConfirmation ? SubscriberState.Pending : SubscriberState.Confirmed;
        if (SubscriberWords.StateOf(row.GetString(0)) != wanted || row.IsDBNull(1) || (!isConfirmation && !row.GetBoolean(4)))
            return (Standing.Unwanted, null);
        return (Standing.Wanted, new DeliveryReader(MailAddress.Parse(row.GetString(1)), row.IsDBNull(2) ? null : row.GetString(2)));
    }

    private static (DeliveryRecord, DeliveryReader?)? Leave(StorageSession session, DeliveryRecord leased, string state, Instant now)
    {
        session.Execute($"UPDATE delivery SET {state}, {Nobodys} WHERE id = @id AND fence = @fence AND state = 'leased'", new { id = leased.Id, fence = leased.Fence, now = StoredText.Of(now) });
        return null;
    }

    private enum Standing
    {
        Wanted,
        Unwanted,

        /// <summary>A person, or the brake, has stopped the mailing: it waits as before.</summary>
        Stopped,
    }
}
