using Briefing.Core.Subscribers;
using NodaTime;

namespace Briefing.Storage.Subscribers;

/// <param name="AddressHash">By <see cref="AddressKey"/>; stays for ever.</param>
/// <param name="Reason">Of its state.</param>
/// <param name="Consent">Where its consent is on record; null where no one said.</param>
/// <param name="Subscriber">Null once erased.</param>
public sealed record SubscriberRecord(
    long Id, string AddressHash, SubscriberState State, SubscriberReason Reason, string? Consent, Instant AddedAt, Instant ChangedAt, Subscriber? Subscriber);

/// <summary>Why something is done to a subscriber, and by whom.</summary>
/// <param name="Consent">Where consent is on record, in the operator's words; kept with the subscriber until erasure, not in the trail.</param>
public sealed record SubscriberCause(SubscriberActor Actor, SubscriberReason Reason, string? Consent = null);

/// <summary>One line of the trail.</summary>
/// <param name="From">Null: it was not known.</param>
/// <param name="Changed">Which of the choices, without their values: "name, lists"; empty where only the state changed.</param>
public sealed record SubscriberEvent(
    long Subscriber, string AddressHash, Instant At, SubscriberActor Actor, SubscriberState? From, SubscriberState To, SubscriberReason Reason, string Changed);

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

/// <summary>How states, reasons and actors are written: in columns, in files and to people. Pinned by tests.</summary>
public static class SubscriberWords
{
    private static readonly StoredWords<SubscriberState> States = new(
        "state",
        (SubscriberState.Pending, "pending"),
        (SubscriberState.Confirmed, "confirmed"),
        (SubscriberState.Unsubscribed, "unsubscribed"),
        (SubscriberState.Suppressed, "suppressed"),
        (SubscriberState.Erased, "erased"));

    private static readonly StoredWords<SubscriberActor> Actors = new(
        "actor",
        (SubscriberActor.Subscriber, "subscriber"),
        (SubscriberActor.Operator, "operator"),
        (SubscriberActor.Import, "import"),
        (SubscriberActor.MailServer, "mail-server"));

    private static readonly StoredWords<SubscriberReason> Reasons = new(
        "reason",
        (SubscriberReason.SignedUp, "signed-up"),
        (SubscriberReason.ConfirmedByMail, "confirmed-by-mail"),
        (SubscriberReason.ConsentOnRecord, "consent-on-record"),
        (SubscriberReason.OptedOut, "opted-out"),
        (SubscriberReason.TakenOff, "taken-off"),
        (SubscriberReason.HardBounce, "hard-bounce"),
        (SubscriberReason.Complaint, "complaint"),
        (SubscriberReason.ErasureRequest, "erasure-request"));

    public static string Of(SubscriberState state) => States.Of(state);

    public static string Of(SubscriberReason reason) => Reasons.Of(reason);

    public static string Of(SubscriberActor actor) => Actors.Of(actor);

    /// <summary>Null when it is no state's word: files come from people.</summary>
    public static SubscriberState? FindState(string word) => States.Find(word);

    internal static SubscriberState StateOf(string word) => States.ValueOf(word);

    internal static SubscriberReason ReasonOf(string word) => Reasons.ValueOf(word);

    internal static SubscriberActor ActorOf(string word) => Actors.ValueOf(word);
}
