using System.Threading.Channels;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>
/// Stores what the senders do. Each asks for the next delivery and says what became of the last one in one breath; what several ask
/// at once goes into one transaction, since bringing it to the disk is what costs. A delivery is given out only after it stands
/// on the disk that it is being sent.
/// </summary>
internal sealed class OutboxJournal : IAsyncDisposable
{
    // Far longer than any message takes; a dead sender's are taken back by whoever sends next, without waiting for this.
    private static readonly Duration LeaseFor = Duration.FromHours(2);

    // All that waits is put in order for each lease: many at a time, for what is not begun costs nothing to give back.
    private const int LeaseAtOnce = 200;

    private const int StoreTries = 5;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly Channel<Exchange> _asked = Channel.CreateUnbounded<Exchange>(new UnboundedChannelOptions { SingleReader = true });
    private readonly DatabaseConnection _connection;
    private readonly AddressKey _key;
    private readonly IClock _clock;
    private readonly IOutboxEvents _events;
    private readonly Queue<DeliveryRecord> _leased = new();
    private readonly Task _loop;
    private bool _closed;

    public OutboxJournal(BriefingDatabase database, AddressKey key, IClock clock, IOutboxEvents events)
    {
        _connection = database.Connect();
        (_key, _clock, _events) = (key, clock, events);
        _loop = Task.Run(Loop);
    }

    /// <summary>Stores what became of the last delivery and gives the next.</summary>
    /// <param name="sent">Null: there was none.</param>
    /// <param name="wantsNext">Whether another is asked for.</param>
    /// <returns>Null when nothing is due, or none was asked for.</returns>
    /// <exception cref="StorageException">It could not be stored, tried several times.</exception>
    public Task<BegunAttempt?> Ask(SentAttempt? sent, bool wantsNext)
    {
        var exchange = new Exchange(sent, wantsNext);
        return _asked.Writer.TryWrite(exchange) ? exchange.Answer.Task : throw new InvalidOperationException("The journal is closed.");
    }

    /// <summary>Gives back what was taken up and not begun.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        _asked.Writer.Complete();
        await _loop;
        using (_connection)
        {
            if (_leased.Count > 0)
                _connection.Write(session => OutboxStore.Release(session, _owner, _clock.GetCurrentInstant()));
        }
    }

    private async Task Loop()
    {
        while (await _asked.Reader.WaitToReadAsync())
        {
            var together = new List<Exchange>();
            while (_asked.Reader.TryRead(out var exchange))
                together.Add(exchange);
            try
            {
                var answers = await Store(together);
                foreach (var (exchange, answer) in together.Zip(answers))
                    exchange.Answer.SetResult(answer);
            }
            catch (Exception fault)
            {
                foreach (var exchange in together)
                    exchange.Answer.TrySetException(fault);
            }
        }
    }

    // What was sent and cannot be stored would have to be sent again: a full disk or a busy database gets some time.
    private async Task<List<BegunAttempt?>> Store(List<Exchange> together)
    {
        for (var tried = 1; ; tried++)
        {
            var leased = _leased.ToArray();
            try
            {
                return _connection.Write(session => together.ConvertAll(exchange => Do(session, exchange)));
            }
            catch (StorageException) when (tried < StoreTries)
            {
                _leased.Clear();
                foreach (var delivery in leased)
                    _leased.Enqueue(delivery);
                await Task.Delay(BetweenTries);
            }
        }
    }

    private BegunAttempt? Do(StorageSession session, Exchange exchange)
    {
        var now = _clock.GetCurrentInstant();
        if (exchange.Sent is { } sent && OutboxStore.Record(session, sent.Begun.Delivery, sent.Result, now))
            _events.Recorded(session, sent, now);
        return exchange.WantsNext ? Next(session, now) : null;
    }

    private BegunAttempt? Next(StorageSession session, Instant now)
    {
        while (true)
        {
            if (_leased.Count == 0)
            {
                foreach (var leased in OutboxStore.Lease(session, _owner, now, now + LeaseFor, LeaseAtOnce))
                    _leased.Enqueue(leased);
            }

            if (!_leased.TryDequeue(out var next))
                return null;
            if (OutboxStore.BeginSending(session, _key, next, now) is var (delivery, reader))
                return new BegunAttempt(delivery, reader);
        }
    }

    private sealed record Exchange(SentAttempt? Sent, bool WantsNext)
    {
        public TaskCompletionSource<BegunAttempt?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What else has to be done, in the same transaction, when the end of an attempt is stored.</summary>
internal interface IOutboxEvents
{
    void Recorded(StorageSession session, SentAttempt sent, Instant now);
}
