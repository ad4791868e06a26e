using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>What notices of non-delivery and complaints have said, and what follows from it.</summary>
public static class BounceStore
{
    /// <summary>The delivery that a notice names; null when there is none.</summary>
    /// <param name="messageId">Without angle brackets; null where only the key was given. Where it is given, it must be the delivery's.</param>
    public static BouncedDelivery? FindDelivery(StorageSession session, string key, string? messageId) =>
        session.FirstOrDefault<NamedRow>(
            """
            SELECT id, subscriber, CASE WHEN state IN ('sending', 'accepted', 'unknown', 'held') OR unknowns > 0 THEN 1 ELSE 0 END AS HandedOver
            FROM delivery WHERE key = @key AND (@messageId IS NULL OR message_id = @messageId)
            """,
            new { key, messageId }) is { } row
            ? new BouncedDelivery(row.Id, row.Subscriber, row.HandedOver != 0)
            : null;

    /// <summary>Whether this notice has been recorded.</summary>
    public static bool IsKnown(StorageSession session, string notice) =>
        session.FirstOrDefault<string>("SELECT notice_sha256 FROM bounce WHERE notice_sha256 = @notice", new { notice }) is not null;

    /// <summary>
    /// Records a failure or complaint, once a notice and subscriber, and suppresses the subscriber where that follows: at once for a hard
    /// one and a complaint, else by <see cref="BounceRule.IsDead"/>. What came back from before the address was last taken up again is
    /// recorded only.
    /// </summary>
    /// <returns>Whether it is suppressed by this.</returns>
    public static bool Take(StorageSession session, SubscriberStore subscribers, BounceRecord bounce, Instant now)
    {
        var subscriber = subscribers.Find(bounce.Subscriber) ?? throw new InvalidOperationException("There is no such subscriber.");
        if (!Insert(session, bounce with { Said = subscriber.State == SubscriberState.Erased ? null : bounce.Said }, now) || bounce.Delivery is not { } delivery)
            return false;
        var since = TakenUpAgainAt(session, bounce.Subscriber);
        var suppresses = DatedOf(session, delivery) >= since
            && (bounce.Kind != BounceKind.Soft || BounceRule.IsDead(SoftFailures(session, bounce.Subscriber, since), now));
        if (!suppresses || !SubscriberTransitions.May(subscriber.State, SubscriberState.Suppressed, SubscriberActor.MailServer))
            return false;
        var reason = bounce.Kind == BounceKind.Complaint ? SubscriberReason.Complaint : SubscriberReason.HardBounce;
        subscribers.Move(subscriber, SubscriberState.Suppressed, new SubscriberCause(SubscriberActor.MailServer, reason), now);
        return true;
    }

    /// <summary>Takes out what servers said, which may name the subscriber; that something failed stays.</summary>
    public static void Forget(StorageSession session, long subscriber) =>
        session.Execute("UPDATE bounce SET said = NULL WHERE subscriber = @subscriber", new { subscriber });

    /// <summary>When a subscriber was last taken up again after having left or been struck off; long ago where that never was.</summary>
    public static Instant TakenUpAgainAt(StorageSession session, long subscriber) =>
        session.FirstOrDefault<string>(
            """
            SELECT max(at) FROM subscriber_event
            WHERE subscriber = @subscriber AND from_state IN ('unsubscribed', 'suppressed', 'erased') AND to_state IN ('pending', 'confirmed')
            """,
            new { subscriber }) is { } at
            ? StoredText.InstantOf(at)
            : Instant.FromUnixTimeSeconds(0);

    /// <returns>False where it stood there already.</returns>
    private static bool Insert(StorageSession session, BounceRecord bounce, Instant now) => session.Execute(
        """
        INSERT INTO bounce (notice_sha256, subscriber, delivery, kind, status, said, at)
        VALUES (@notice, @subscriber, @delivery, @kind, @status, @said, @now) ON CONFLICT DO NOTHING
        """,
        new
        {
            notice = bounce.Notice,
            subscriber = bounce.Subscriber,
            delivery = bounce.Delivery,
            kind = BounceWords.Of(bounce.Kind),
            status = bounce.Status?.ToString(),
            said = bounce.Said,
            now = StoredText.Of(now),
        }) > 0;

    // The day is that of the delivery, which nobody else can set.
    private static IEnumerable<(Instant At, EnhancedStatus? Status)> SoftFailures(StorageSession session, long subscriber, Instant since) => session
        .Query<FailureRow>(
            """
            SELECT delivery.dated, bounce.status FROM bounce JOIN delivery ON delivery.id = bounce.delivery
            WHERE bounce.subscriber = @subscriber AND bounce.kind = 'soft' AND delivery.dated >= @since
            """,
            new { subscriber, since = StoredText.Of(since) })
        .Select(row => (StoredText.InstantOf(row.Dated), row.Status is { } status ? EnhancedStatus.Parse(status) : null));

    private static Instant DatedOf(StorageSession session, long delivery) =>
        StoredText.InstantOf(session.Single<string>("SELECT dated FROM delivery WHERE id = @delivery", new { delivery }));

    private sealed class NamedRow
    {
        public required long Id { get; init; }
        public long? Subscriber { get; init; }
        public required long HandedOver { get; init; }
    }

    private sealed class FailureRow
    {
        public required string Dated { get; init; }
        public string? Status { get; init; }
    }
}

/// <summary>One failure, or complaint, of one subscriber.</summary>
/// <param name="Notice">SHA-256 of the notice, in hexadecimal: the same notice counts once.</param>
/// <param name="Delivery">Null where the notice named an address only: it is kept, and held against nobody.</param>
/// <param name="Status">Null where none was given.</param>
/// <param name="Said">The server's words, which may name the reader; null without any.</param>
public sealed record BounceRecord(string Notice, long Subscriber, long? Delivery, BounceKind Kind, EnhancedStatus? Status, string? Said)
{
    /// <summary>For a refusal in our own dialogue, which comes without a notice.</summary>
    /// <param name="key">The delivery's.</param>
    /// <param name="attempt">Its number.</param>
    public static string NoticeOf(string key, int attempt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"refusal {key} {attempt}"))));
}

/// <summary>A delivery that a notice names.</summary>
/// <param name="Subscriber">Null: it went to the operators.</param>
/// <param name="HandedOver">Whether a server has it, or may have it: nobody else can send notices about it.</param>
public sealed record BouncedDelivery(long Id, long? Subscriber, bool HandedOver);

/// <summary>What an operator asks about bounces. There are no addresses in it, nor what servers said, which may name them.</summary>
/// <param name="Week">Of the last 7 days, by when they were recorded.</param>
/// <param name="Month">Of the last 30 days.</param>
/// <param name="Suppressed">Subscribers who are suppressed for a bounce.</param>
/// <param name="Complained">Subscribers who are suppressed for a complaint.</param>
/// <param name="Newest">The newest first.</param>
public sealed record BounceSummary(BounceTally Week, BounceTally Month, int Suppressed, int Complained, ImmutableArray<BounceFault> Newest)
{
    public const int MaxFaults = 5;

    public static BounceSummary Of(StorageSession session, Instant now)
    {
        var reasons = session.Query<CountRow>("SELECT reason AS Word, count(*) AS Count FROM subscriber WHERE state = 'suppressed' GROUP BY reason");
        var newest = session.Query<FaultRow>(
            """
            SELECT bounce.at, bounce.kind, bounce.status, delivery.key AS Delivery FROM bounce LEFT JOIN delivery ON delivery.id = bounce.delivery
            ORDER BY bounce.id DESC LIMIT @limit
            """,
            new { limit = MaxFaults });
        return new BounceSummary(
            Tally(session, now - Duration.FromDays(7)), Tally(session, now - Duration.FromDays(30)), Count(reasons, SubscriberWords.Of(SubscriberReason.HardBounce)), Count(reasons, SubscriberWords.Of(SubscriberReason.Complaint)), [.. newest.Select(row => row.ToFault())]);
    }

    private static BounceTally Tally(StorageSession session, Instant since)
    {
        var kinds = session.Query<CountRow>("SELECT kind AS Word, count(*) AS Count FROM bounce WHERE at > @since GROUP BY kind", new { since = StoredText.Of(since) });
        return new BounceTally(Count(kinds, BounceWords.Of(BounceKind.Hard)), Count(kinds, BounceWords.Of(BounceKind.Soft)), Count(kinds, BounceWords.Of(BounceKind.Complaint)));
    }

    private static int Count(List<CountRow> rows, string word) => (int)rows.Where(row => row.Word == word).Sum(row => row.Count);

    private sealed class CountRow
    {
        public required string Word { get; init; }
        public required long Count { get; init; }
    }

    private sealed class FaultRow
    {
        public required string At { get; init; }
        public required string Kind { get; init; }
        public string? Status { get; init; }
        public string? Delivery { get; init; }

        public BounceFault ToFault() => new(StoredText.InstantOf(At), BounceWords.KindOf(Kind), Status, Delivery);
    }
}

public sealed record BounceTally(int Hard, int Soft, int Complaints);

/// <param name="Status">Null where none was given.</param>
/// <param name="Delivery">The delivery's key; null where the notice named an address only.</param>
public sealed record BounceFault(Instant At, BounceKind Kind, string? Status, string? Delivery);

/// <summary>How kinds of bounces are written in columns and to people. Pinned by tests.</summary>
public static class BounceWords
{
    private static readonly StoredWords<BounceKind> Kinds = new(
        "kind of bounce", (BounceKind.Hard, "hard"), (BounceKind.Soft, "soft"), (BounceKind.Complaint, "complaint"));

    public static string Of(BounceKind kind) => Kinds.Of(kind);

    internal static BounceKind KindOf(string word) => Kinds.ValueOf(word);
}
