using System.Collections.Concurrent;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>
/// Stores what the senders do. Each asks for the next deliveries and says what became of the last ones in one breath; what several ask
/// at once goes into one transaction, since bringing it to the disk is what costs: who comes while one is stored waits, and the
/// first of those stores for all. A delivery is given out only after it stands on the disk that it is being sent.
/// </summary>
internal sealed class OutboxJournal : IAsyncDisposable
{
    // Far longer than any message takes; a dead sender's are taken back by whoever sends next, without waiting for this.
    private static readonly Duration LeaseFor = Duration.FromHours(2);

    // Each lease costs a commit's time; what is not begun costs nothing to give back.
    private const int LeaseAtOnce = 200;

    private const int StoreTries = 5;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly ConcurrentQueue<Exchange> _asked = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly DatabaseConnection _connection;
    private readonly IClock _clock;
    private readonly IOutboxEvents _events;
    private readonly Queue<DeliveryRecord> _leased = new();
    private bool _closed;

    public OutboxJournal(BriefingDatabase database, IClock clock, IOutboxEvents events)
    {
        _connection = database.Connect();
        (_clock, _events) = (clock, events);
    }

    /// <summary>Stores what became of the last deliveries and gives the next.</summary>
    /// <param name="most">How many are asked for; 0: none.</param>
    /// <returns>Fewer than asked for when no more are due.</returns>
    /// <exception cref="StorageException">It could not be stored, tried several times.</exception>
    public async Task<IReadOnlyList<BegunAttempt>> Ask(SendReport word, int most)
    {
        var exchange = new Exchange(word, most);
        _asked.Enqueue(exchange);
        await _turn.WaitAsync();
        try
        {
            // Whoever had the turn before may have stored it.
            if (!exchange.Answer.Task.IsCompleted)
                await StoreAsked();
        }
        finally
        {
            _turn.Release();
        }

        return await exchange.Answer.Task;
    }

    /// <summary>Gives back what was taken up and not begun.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        await _turn.WaitAsync();
        using (_turn)
        using (_connection)
        {
            if (_leased.Count > 0)
                _connection.Write(session => SendingStore.Release(session, _owner, _clock.GetCurrentInstant()));
        }
    }

    private async Task StoreAsked()
    {
        var together = new List<Exchange>();
        while (_asked.TryDequeue(out var exchange))
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
                exchange.Answer.SetException(fault);
        }
    }

    // What was sent and cannot be stored would have to be sent again: a full disk or a busy database gets some time.
    private async Task<List<List<BegunAttempt>>> Store(List<Exchange> together)
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

    private List<BegunAttempt> Do(StorageSession session, Exchange exchange)
    {
        var now = _clock.GetCurrentInstant();
        foreach (var sent in exchange.Word.Sent)
        {
            if (SendingStore.Record(session, sent.Begun.Delivery, sent.Result, now))
                _events.Recorded(session, sent, now);
        }

        foreach (var begun in exchange.Word.Untouched)
            SendingStore.Undo(session, begun.Delivery, now);
        var next = new List<BegunAttempt>(exchange.Most);
        while (next.Count < exchange.Most && Next(session, now) is { } begun)
            next.Add(begun);
        return next;
    }

    private BegunAttempt? Next(StorageSession session, Instant now)
    {
        while (true)
        {
            if (_leased.Count == 0)
            {
                foreach (var leased in SendingStore.Lease(session, _owner, now, now + LeaseFor, LeaseAtOnce))
                    _leased.Enqueue(leased);
            }

            if (!_leased.TryDequeue(out var next))
                return null;
            if (SendingStore.BeginSending(session, next, now) is var (delivery, reader))
                return new BegunAttempt(delivery, reader);
        }
    }

    private sealed record Exchange(SendReport Word, int Most)
    {
        public TaskCompletionSource<IReadOnlyList<BegunAttempt>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What else has to be done, in the same transaction, when the end of an attempt is stored.</summary>
internal interface IOutboxEvents
{
    void Recorded(StorageSession session, SentAttempt sent, Instant now);
}
