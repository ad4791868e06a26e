using System.Collections.Immutable;

namespace Briefing.Storage.Subscribers;

/// <summary>The record of what was done to subscribers: only ever added to, and without a plain address.</summary>
public static class SubscriberTrail
{
    /// <summary>In the order in which it was done.</summary>
    public static ImmutableArray<SubscriberEvent> Of(StorageSession session, long subscriber) =>
    [
        .. session.Query<Row>(
            """
            SELECT subscriber, address_hash AS AddressHash, at, actor, from_state AS FromState, to_state AS ToState, reason, changed
            FROM subscriber_event WHERE subscriber = @subscriber ORDER BY id
            """,
            new { subscriber }).Select(row => row.ToEvent()),
    ];

    internal static void Add(StorageSession session, SubscriberEvent happened) => session.Execute(
        """
        INSERT INTO subscriber_event (subscriber, address_hash, at, actor, from_state, to_state, reason, changed)
        VALUES (@subscriber, @hash, @at, @actor, @from, @to, @reason, @changed)
        """,
        new
        {
            subscriber = happened.Subscriber,
            hash = happened.AddressHash,
            at = StoredText.Of(happened.At),
            actor = SubscriberWords.Of(happened.Actor),
            from = happened.From is { } state ? SubscriberWords.Of(state) : null,
            to = SubscriberWords.Of(happened.To),
            reason = SubscriberWords.Of(happened.Reason),
            changed = happened.Changed,
        });

    private sealed class Row
    {
        public required long Subscriber { get; init; }
        public required string AddressHash { get; init; }
        public required string At { get; init; }
        public required string Actor { get; init; }
        public string? FromState { get; init; }
        public required string ToState { get; init; }
        public required string Reason { get; init; }
        public required string Changed { get; init; }

        public SubscriberEvent ToEvent() => new(
            Subscriber,
            AddressHash,
            StoredText.InstantOf(At),
            SubscriberWords.ActorOf(Actor),
            FromState is null ? null : SubscriberWords.StateOf(FromState),
            SubscriberWords.StateOf(ToState),
            SubscriberWords.ReasonOf(Reason),
            Changed);
    }
}
