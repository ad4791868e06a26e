using System.Collections.Immutable;
using System.Net;
using Briefing.Archive.Limits;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Archive;

/// <summary>What the configuration sets for the site.</summary>
public sealed record SiteSettings
{
    /// <summary>Https; every link begins with it, whatever a request says of its host. It may have a path.</summary>
    public required Uri Address { get; init; }

    /// <summary>Where it listens: http://127.0.0.1:8080. Port 0 is any that is free.</summary>
    public required string Listen { get; init; }

    /// <summary>Whose X-Forwarded-For is believed.</summary>
    public ImmutableArray<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>What the editions are called.</summary>
    public required string Title { get; init; }

    /// <summary>The right side of the Message-IDs of the mails that it asks for.</summary>
    public required string MessageDomain { get; init; }

    /// <summary>All that there are, in the order in which they are shown.</summary>
    public required ImmutableArray<SiteList> Lists { get; init; }

    public required ImmutableArray<SiteTopic> Topics { get; init; }

    /// <summary>A sign-up is never answered sooner, so that the time does not tell whether there was anything to write.</summary>
    public TimeSpan SignUpTakes { get; init; } = TimeSpan.FromMilliseconds(300);

    public bool IsOpen => Lists.Any(list => list.IsOpen);

    internal ImmutableArray<SiteList> OpenLists => [.. Lists.Where(list => list.IsOpen)];

    /// <summary>A page's path as a browser asks for it: "/subscribe", or with what <see cref="Address"/> has before it.</summary>
    internal string PathOf(string page) => $"{Address.AbsolutePath.TrimEnd('/')}/{page}";

    internal string TitleOf(string list) => Lists.FirstOrDefault(known => known.Name == list)?.Title ?? list;

    internal string TitleOfTopic(string topic) => Topics.FirstOrDefault(known => known.Id == topic)?.Title ?? topic;
}

/// <summary>A list of subscribers.</summary>
/// <param name="IsOpen">Whether anybody may sign up for it.</param>
public sealed record SiteList(string Name, string Title, bool IsOpen);

/// <summary>A topic that can be chosen.</summary>
public sealed record SiteTopic(string Id, string Title);

/// <summary>
/// The database, asked by few requests at a time: each holds a thread while it waits for others that write, and the worker in the same
/// process needs threads, too. The others wait in line without one.
/// </summary>
internal sealed class SiteStorage(BriefingDatabase database, AddressKey key) : IDisposable
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim _line = new(AtOnce);

    public AddressKey Key => key;

    public BriefingDatabase Database => database;

    /// <exception cref="StorageException"/>
    public Task<T> Read<T>(Func<StorageSession, SubscriberStore, T> work, CancellationToken cancellation) =>
        InLine(() => database.Read(session => work(session, new SubscriberStore(session, key))), cancellation);

    /// <summary>One transaction. Once begun it is not given up because a reader goes away.</summary>
    /// <exception cref="StorageException"/>
    public Task<T> Write<T>(Func<StorageSession, SubscriberStore, T> work, CancellationToken cancellation) =>
        InLine(() => database.Write(session => work(session, new SubscriberStore(session, key))), cancellation);

    public void Dispose() => _line.Dispose();

    private async Task<T> InLine<T>(Func<T> work, CancellationToken cancellation)
    {
        await _line.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            _line.Release();
        }
    }
}

/// <summary>What the endpoints work with.</summary>
internal sealed record SiteDependencies(SiteSettings Settings, SiteStorage Storage, SiteLinks Links, SignUpLimits Limits, Subscriptions Subscriptions, IClock Clock)
{
    public Instant Now => Clock.GetCurrentInstant();
}
