using Briefing.Core.Subscribers;

namespace Briefing.Storage.Subscribers;

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
