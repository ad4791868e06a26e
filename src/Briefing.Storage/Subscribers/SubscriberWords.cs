using Briefing.Core.Deliveries;

namespace Briefing.Storage.Subscribers;

/// <summary>How states, reasons and actors are written: in columns, in files and to people. Pinned by tests.</summary>
public static class SubscriberWords
{
    private static readonly (SubscriberState Value, string Word)[] States =
    [
        (SubscriberState.Pending, "pending"), (SubscriberState.Confirmed, "confirmed"), (SubscriberState.Unsubscribed, "unsubscribed"),
        (SubscriberState.Suppressed, "suppressed"), (SubscriberState.Erased, "erased"),
    ];

    private static readonly (SubscriberActor Value, string Word)[] Actors =
    [
        (SubscriberActor.Subscriber, "subscriber"), (SubscriberActor.Operator, "operator"), (SubscriberActor.Import, "import"), (SubscriberActor.MailServer, "mail-server"),
    ];

    private static readonly (SubscriberReason Value, string Word)[] Reasons =
    [
        (SubscriberReason.SignedUp, "signed-up"), (SubscriberReason.ConfirmedByMail, "confirmed-by-mail"), (SubscriberReason.ConsentOnRecord, "consent-on-record"),
        (SubscriberReason.OptedOut, "opted-out"), (SubscriberReason.TakenOff, "taken-off"), (SubscriberReason.HardBounce, "hard-bounce"),
        (SubscriberReason.Complaint, "complaint"), (SubscriberReason.ErasureRequest, "erasure-request"),
    ];

    public static string Of(SubscriberState state) => Word(States, state);

    public static string Of(SubscriberReason reason) => Word(Reasons, reason);

    public static string Of(SubscriberActor actor) => Word(Actors, actor);

    /// <summary>Null when it is no state's word.</summary>
    public static SubscriberState? StateOf(string word) => Value(States, word);

    internal static SubscriberReason ReasonOf(string word) => Value(Reasons, word) ?? throw new StorageException($"the database has the unknown reason \"{word}\"");

    internal static SubscriberActor ActorOf(string word) => Value(Actors, word) ?? throw new StorageException($"the database has the unknown actor \"{word}\"");

    private static string Word<T>((T Value, string Word)[] words, T value)
        where T : struct, Enum => words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    private static T? Value<T>((T Value, string Word)[] words, string word)
        where T : struct, Enum
    {
        foreach (var pair in words)
        {
            if (pair.Word == word)
                return pair.Value;
        }

        return null;
    }
}
