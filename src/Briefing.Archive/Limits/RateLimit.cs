using NodaTime;

namespace Briefing.Archive.Limits;

/// <summary>
/// So many a window for each key. Windows of one length end in the order in which they begin; so what is over is found at the front, and
/// with too many keys the oldest one's window ends early.
/// </summary>
/// <param name="capacity">Keys that are remembered at most.</param>
internal sealed class RateLimit(int most, Duration window, int capacity)
{
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, Instant Since)> _windows = new();
    private readonly Lock _lock = new();

    /// <summary>Keys that are remembered now.</summary>
    public int Remembered
    {
        get
        {
            lock (_lock)
                return _counts.Count;
        }
    }

    /// <summary>Counts one.</summary>
    /// <returns>Whether it is within the limit.</returns>
    public bool Take(string key, Instant now)
    {
        lock (_lock)
        {
            while (_windows.TryPeek(out var oldest) && oldest.Since + window <= now)
                _counts.Remove(_windows.Dequeue().Key);
            if (_counts.TryGetValue(key, out var count))
                return ++count.Taken <= most;
            if (_counts.Count == capacity)
                _counts.Remove(_windows.Dequeue().Key);
            _counts.Add(key, new Count { Taken = 1 });
            _windows.Enqueue((key, now));
            return true;
        }
    }

    private sealed class Count
    {
        public int Taken { get; set; }
    }
}
