namespace Briefing.Storage.Deliveries;

/// <summary>A row of the table delivery.</summary>
internal sealed class DeliveryRow
{
    public const string Columns =
        """
        delivery.id, delivery.key, delivery.kind, delivery.edition, delivery.mailing, delivery.message, delivery.notice, delivery.subscriber,
        delivery.message_id AS MessageId, delivery.dated, delivery.state, delivery.attempts, delivery.unknowns, delivery.deadline, delivery.fence
        """;

    public required long Id { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public long? Edition { get; init; }
    public long? Mailing { get; init; }
    public long? Message { get; init; }
    public string? Notice { get; init; }
    public long? Subscriber { get; init; }
    public required string MessageId { get; init; }
    public required string Dated { get; init; }
    public required string State { get; init; }
    public required int Attempts { get; init; }
    public required int Unknowns { get; init; }
    public required string Deadline { get; init; }
    public required long Fence { get; init; }

    public DeliveryRecord ToRecord() => new(
        Id,
        Key,
        DeliveryWords.KindOf(Kind),
        Edition,
        Mailing,
        Message,
        Notice,
        Subscriber,
        MessageId,
        StoredText.InstantOf(Dated),
        DeliveryWords.StateOf(State),
        Attempts,
        Unknowns,
        StoredText.InstantOf(Deadline),
        Fence);
}
