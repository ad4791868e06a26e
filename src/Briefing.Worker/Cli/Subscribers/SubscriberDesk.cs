using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Subscribers;
using NodaTime;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary>What the commands on subscribers work with. Addresses go to <see cref="Output"/> only, and only where they were asked for.</summary>
internal sealed class SubscriberDesk(BriefingDatabase database, SubscriberRules rules, IClock clock, TextWriter output, TextWriter error)
{
    private readonly AddressKey _key = AddressKey.Open(database);

    public SubscriberRules Rules => rules;

    public TextWriter Output => output;

    public TextWriter Error => error;

    public BriefingDatabase Database => database;

    public Instant Now => clock.GetCurrentInstant();

    public T Read<T>(Func<SubscriberStore, T> work) => database.Read(session => work(new SubscriberStore(session, _key)));

    /// <summary>One transaction.</summary>
    public T Write<T>(Func<SubscriberStore, T> work) => database.Write(session => work(new SubscriberStore(session, _key)));

    /// <returns><see cref="ExitCode.BadUsage"/>.</returns>
    public int Refuse(params IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
            error.WriteLine($"briefing subscribers: {reason}");
        return ExitCode.BadUsage;
    }
}
