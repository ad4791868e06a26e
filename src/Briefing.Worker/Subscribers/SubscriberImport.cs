using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Worker.Subscribers;

/// <summary>Takes the lines of a file in: it adds and stops, and leaves all others as they are. What it tells names lines, never addresses.</summary>
internal sealed class SubscriberImport(SubscriberStore store, Instant now)
{
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private readonly List<string> _told = [];

    public int Added { get; private set; }

    /// <summary>Known addresses that the file says have unsubscribed, or must not be written to.</summary>
    public int Stopped { get; private set; }

    /// <summary>Lines that changed nothing.</summary>
    public int Left { get; private set; }

    /// <summary>Lines with faults.</summary>
    public int Bad { get; private set; }

    /// <summary>A sentence for each line that was bad or left, in order, with its number.</summary>
    public IReadOnlyList<string> Told => _told;

    public void Take(SubscriberLine line)
    {
        if (line.Subscriber is not { } subscriber)
        {
            Bad++;
            _told.Add($"{line.Number}: {string.Join("; ", line.Faults)}");
        }
        else if (!_lineOf.TryAdd(subscriber.Address.Key, line.Number))
            Leave(line, $"the address of line {_lineOf[subscriber.Address.Key]} again");
        else if (store.Find(subscriber.Address) is not { } known)
        {
            store.Add(subscriber, line.State, CauseOf(line.State), now);
            Added++;
        }
        else if (line.State is SubscriberState.Unsubscribed or SubscriberState.Suppressed && SubscriberTransitions.May(known.State, line.State, SubscriberActor.Import))
        {
            store.Move(known, line.State, CauseOf(line.State), now);
            Stopped++;
        }
        else
            Leave(line, WhyLeft(known.State));
    }

    private void Leave(SubscriberLine line, string why)
    {
        Left++;
        _told.Add($"{line.Number}: {why}; left as it is");
    }

    private static string WhyLeft(SubscriberState state) => state switch
    {
        SubscriberState.Erased => "the address was erased at its owner's request",
        SubscriberState.Suppressed => "the address is suppressed",
        SubscriberState.Unsubscribed => "the address has unsubscribed",
        _ => $"the address is a subscriber already, {SubscriberWords.Of(state)}",
    };

    private static SubscriberCause CauseOf(SubscriberState state) => new(SubscriberActor.Import, state switch
    {
        SubscriberState.Pending => SubscriberReason.SignedUp,
        SubscriberState.Confirmed => SubscriberReason.ConsentOnRecord,
        SubscriberState.Unsubscribed => SubscriberReason.OptedOut,
        _ => SubscriberReason.TakenOff,
    });
}
