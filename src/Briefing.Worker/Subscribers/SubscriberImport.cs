using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
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

/// <summary>What the configuration allows a subscriber to choose.</summary>
/// <param name="Lists">In the order of schedule.json; whoever names none is on the first.</param>
/// <param name="Topics">Their ids.</param>
internal sealed record SubscriberRules(ImmutableArray<string> Lists, ImmutableArray<string> Topics)
{
    public static SubscriberRules Of(BriefingConfiguration configuration) => new(
        [.. configuration.Schedule.Entries.Select(entry => entry.SubscriberList()).Distinct(StringComparer.Ordinal)],
        [.. configuration.Topics.Select(topic => topic.Id)]);

    /// <param name="faults">For a person; empty exactly when there is a subscriber. They repeat no address.</param>
    public bool TryMake(SubscriberWish wish, [NotNullWhen(true)] out Subscriber? subscriber, out ImmutableArray<string> faults)
    {
        subscriber = null;
        var name = string.IsNullOrWhiteSpace(wish.Name) ? null : wish.Name.Trim();
        var found = new List<string>();
        if (!MailAddress.TryParse(wish.Address, out var address, out var reason))
            found.Add($"the address is none: {reason}");
        if (name is not null && Subscriber.FaultOfName(name) is { } fault)
            found.Add(fault);
        found.AddRange(wish.Lists.Select(FaultOfList).OfType<string>());
        found.AddRange(wish.Topics.Select(FaultOfTopic).OfType<string>());
        faults = [.. found];
        if (found.Count > 0)
            return false;

        subscriber = new Subscriber
        {
            Address = address!,
            Name = name,
            Lists = wish.Lists.Count == 0 ? [Lists[0]] : Ordered(wish.Lists),
            Topics = Ordered(wish.Topics),
            AttachPack = wish.AttachPack,
        };
        return true;
    }

    /// <summary>Null when there is such a list.</summary>
    public string? FaultOfList(string name) => FaultOf(name, "list of schedule.json", Lists);

    private string? FaultOfTopic(string name) => FaultOf(name, "topic of briefing.json", Topics);

    private static string? FaultOf(string name, string what, ImmutableArray<string> known)
    {
        if (known.Contains(name, StringComparer.Ordinal))
            return null;
        var meant = NearestName.Of(name, known);
        // In a file whose columns are mixed up an address may stand here; it is nobody's to read in a log.
        var shown = name.Contains('@') || name.Length > 60 ? "what stands there" : $"\"{name}\"";
        return $"{shown} is no {what}; {(meant is null ? $"there are {string.Join(", ", known)}" : $"did you mean \"{meant}\"?")}";
    }

    private static ImmutableArray<string> Ordered(IReadOnlyList<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>A subscriber as a person wrote it.</summary>
/// <param name="Lists">None: the first.</param>
/// <param name="Topics">None: all.</param>
internal sealed record SubscriberWish(string Address, string? Name, IReadOnlyList<string> Lists, IReadOnlyList<string> Topics, bool AttachPack);
