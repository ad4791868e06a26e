using Briefing.Core.Subscribers;

namespace Briefing.Storage.Subscribers;

/// <summary>A row of the table subscriber.</summary>
internal sealed class SubscriberRow
{
    public const string Columns =
        """
        subscriber.id, subscriber.address_hash AS AddressHash, subscriber.address, subscriber.name, subscriber.language,
        subscriber.attach_pack AS AttachPack, subscriber.state, subscriber.reason, subscriber.consent,
        subscriber.added_at AS AddedAt, subscriber.changed_at AS ChangedAt
        """;

    public required long Id { get; init; }
    public required string AddressHash { get; init; }
    public string? Address { get; init; }
    public string? Name { get; init; }
    public required string Language { get; init; }
    public required bool AttachPack { get; init; }
    public required string State { get; init; }
    public required string Reason { get; init; }
    public string? Consent { get; init; }
    public required string AddedAt { get; init; }
    public required string ChangedAt { get; init; }

    public SubscriberRecord ToRecord(IEnumerable<string> lists, IEnumerable<string> topics) => new(
        Id,
        AddressHash,
        SubscriberWords.StateOf(State),
        SubscriberWords.ReasonOf(Reason),
        Consent,
        StoredText.InstantOf(AddedAt),
        StoredText.InstantOf(ChangedAt),
        Address is null ? null : new Subscriber
        {
            Address = MailAddress.Parse(Address),
            Name = Name,
            Language = Language,
            Lists = [.. lists.Order(StringComparer.Ordinal)],
            Topics = [.. topics.Order(StringComparer.Ordinal)],
            AttachPack = AttachPack,
        });
}
