using Briefing.Core.Deliveries;

namespace Briefing.Storage.Deliveries;

/// <summary>How states and kinds are written in columns and to people. Pinned by tests.</summary>
public static class DeliveryWords
{
    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Pending => "pending",
        DeliveryState.Leased => "leased",
        DeliveryState.Sending => "sending",
        DeliveryState.Deferred => "deferred",
        DeliveryState.Unknown => "unknown",
        DeliveryState.Held => "held",
        DeliveryState.Accepted => "accepted",
        DeliveryState.Failed => "failed",
        DeliveryState.Expired => "expired",
        DeliveryState.Suppressed => "suppressed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Edition => "edition",
        DeliveryKind.Confirmation => "confirmation",
        DeliveryKind.Alert => "alert",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(MailingState state) => state switch
    {
        MailingState.Waiting => "waiting",
        MailingState.Sending => "sending",
        MailingState.Held => "held",
        MailingState.Stopped => "stopped",
        MailingState.Withheld => "withheld",
        MailingState.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    internal static string Of(ApprovalDecision decision) => decision == ApprovalDecision.Approved ? "approved" : "held";

    internal static string Of(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Accepted => "accepted",
        AttemptOutcome.Refused => "refused",
        AttemptOutcome.Later => "later",
        AttemptOutcome.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    internal static DeliveryState StateOf(string word) => ValueOf(word, Of, Enum.GetValues<DeliveryState>());

    internal static DeliveryKind KindOf(string word) => ValueOf(word, Of, Enum.GetValues<DeliveryKind>());

    internal static MailingState MailingStateOf(string word) => ValueOf(word, Of, Enum.GetValues<MailingState>());

    internal static ApprovalDecision DecisionOf(string word) => ValueOf(word, Of, Enum.GetValues<ApprovalDecision>());

    private static T ValueOf<T>(string word, Func<T, string> wordOf, T[] values)
    {
        foreach (var value in values)
        {
            if (wordOf(value) == word)
                return value;
        }

        throw new StorageException($"the database has the unknown word \"{word}\" for a {typeof(T).Name}");
    }
}
