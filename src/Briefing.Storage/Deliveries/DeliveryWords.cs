using Briefing.Core.Deliveries;

namespace Briefing.Storage.Deliveries;

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
