using Briefing.Storage;
using Briefing.Storage.Subscribers;

namespace Briefing.Archive;

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
