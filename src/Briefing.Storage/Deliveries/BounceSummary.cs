using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>What an operator asks about bounces. There are no addresses in it, nor what servers said, which may name them.</summary>
/// <param name="Week">Of the last 7 days, by when they were recorded.</param>
/// <param name="Month">Of the last 30 days.</param>
/// <param name="Suppressed">Subscribers who are suppressed for a bounce.</param>
/// <param name="Complained">Subscribers who are suppressed for a complaint.</param>
/// <param name="Newest">The newest first.</param>
public sealed record BounceSummary(BounceTally Week, BounceTally Month, int Suppressed, int Complained, ImmutableArray<BounceFault> Newest)
{
    public const int MostFaults = 5;

    public static BounceSummary Of(StorageSession session, Instant now)
    {
        var reasons = session.Query<CountRow>("SELECT reason AS Word, count(*) AS Count FROM subscriber WHERE state = 'suppressed' GROUP BY reason");
        var newest = session.Query<FaultRow>(
            """
            SELECT bounce.at, bounce.kind, bounce.status, delivery.key AS Delivery FROM bounce LEFT JOIN delivery ON delivery.id = bounce.delivery
            ORDER BY bounce.id DESC LIMIT @limit
            """,
            new { limit = MostFaults });
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
