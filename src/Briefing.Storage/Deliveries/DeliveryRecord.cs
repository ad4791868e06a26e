using System.Data.Common;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>One message for one reader, as a sender takes it up.</summary>
/// <param name="Key">Names it to servers and in files; no address in it.</param>
/// <param name="Message">The edition's mail; null for a notice.</param>
/// <param name="Notice">A notice's values, as JSON; null for an edition.</param>
/// <param name="Subscriber">Null: it goes to the operators.</param>
/// <param name="Dated">What its header Date says, at every attempt.</param>
/// <param name="Attempts">Made before this one, or with it once it is being sent.</param>
/// <param name="Fence">Whoever took it up last has the highest: what an earlier holder says no longer counts.</param>
public sealed record DeliveryRecord(
    long Id,
    string Key,
    DeliveryKind Kind,
    long? Edition,
    long? Mailing,
    long? Message,
    string? Notice,
    long? Subscriber,
    string MessageId,
    Instant Dated,
    DeliveryState State,
    int Attempts,
    int Unknowns,
    Instant Deadline,
    long Fence);

/// <summary>What became of one attempt.</summary>
/// <param name="To">The state that the delivery has now.</param>
/// <param name="NextAt">When it is tried again; null where it is not.</param>
/// <param name="Stage">How far it came; null where that is not known.</param>
/// <param name="Reason">For a person; no address in it. Null where it was accepted.</param>
/// <param name="Reply">The server's words, which may name the reader; null without any.</param>
public sealed record AttemptResult(AttemptOutcome Outcome, DeliveryState To, Instant? NextAt, string? Stage, string? Reason, string? Reply);

public enum AttemptOutcome
{
    Accepted,
    Refused,
    Later,
    Unknown,
}

/// <summary>A row of the table delivery.</summary>
internal static class DeliveryRow
{
    public const string Columns = "id, key, kind, edition, mailing, message, notice, subscriber, message_id, dated, state, attempts, unknowns, deadline, fence";

    /// <param name="row">With these columns, in this order.</param>
    public static DeliveryRecord Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        DeliveryWords.KindOf(row.GetString(2)),
        NumberOf(row, 3),
        NumberOf(row, 4),
        NumberOf(row, 5),
        row.IsDBNull(6) ? null : row.GetString(6),
        NumberOf(row, 7),
        row.GetString(8),
        StoredText.InstantOf(row.GetString(9)),
        DeliveryWords.StateOf(row.GetString(10)),
        row.GetInt32(11),
        row.GetInt32(12),
        StoredText.InstantOf(row.GetString(13)),
        row.GetInt64(14));

    private static long? NumberOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}

/// <summary>How states and kinds are written in columns and to people. Pinned by tests.</summary>
public static class DeliveryWords
{
    private static readonly StoredWords<DeliveryState> States = new(
        "state of a delivery",
        (DeliveryState.Pending, "pending"),
        (DeliveryState.Leased, "leased"),
        (DeliveryState.Sending, "sending"),
        (DeliveryState.Deferred, "deferred"),
        (DeliveryState.Unknown, "unknown"),
        (DeliveryState.Held, "held"),
        (DeliveryState.Accepted, "accepted"),
        (DeliveryState.Failed, "failed"),
        (DeliveryState.Expired, "expired"),
        (DeliveryState.Suppressed, "suppressed"));

    private static readonly StoredWords<DeliveryKind> Kinds = new(
        "kind of delivery", (DeliveryKind.Edition, "edition"), (DeliveryKind.Confirmation, "confirmation"), (DeliveryKind.Alert, "alert"));

    private static readonly StoredWords<MailingState> MailingStates = new(
        "state of a mailing",
        (MailingState.Waiting, "waiting"),
        (MailingState.Sending, "sending"),
        (MailingState.Held, "held"),
        (MailingState.Stopped, "stopped"),
        (MailingState.Withheld, "withheld"),
        (MailingState.Done, "done"));

    private static readonly StoredWords<ApprovalDecision> Decisions = new(
        "decision", (ApprovalDecision.Approved, "approved"), (ApprovalDecision.Held, "held"));

    private static readonly StoredWords<AttemptOutcome> Outcomes = new(
        "outcome of an attempt",
        (AttemptOutcome.Accepted, "accepted"),
        (AttemptOutcome.Refused, "refused"),
        (AttemptOutcome.Later, "later"),
        (AttemptOutcome.Unknown, "unknown"));

    public static string Of(DeliveryState state) => States.Of(state);

    public static string Of(DeliveryKind kind) => Kinds.Of(kind);

    public static string Of(MailingState state) => MailingStates.Of(state);

    internal static string Of(ApprovalDecision decision) => Decisions.Of(decision);

    internal static string Of(AttemptOutcome outcome) => Outcomes.Of(outcome);

    internal static DeliveryState StateOf(string word) => States.ValueOf(word);

    internal static DeliveryKind KindOf(string word) => Kinds.ValueOf(word);

    internal static MailingState MailingStateOf(string word) => MailingStates.ValueOf(word);

    internal static ApprovalDecision DecisionOf(string word) => Decisions.ValueOf(word);
}

/// <summary>Whom a delivery goes to.</summary>
/// <param name="Name">Null where only the address is known.</param>
public sealed record DeliveryReader(MailAddress Address, string? Name);
