using System.Net;
using System.Net.Sockets;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Archive.Limits;

/// <summary>
/// How often anybody may have mails sent. Of addresses only keyed hashes are remembered, and all of it in memory only: a restart forgets,
/// but for the pause between two mails to one address, which the outbox knows.
/// </summary>
internal sealed class SignUpLimits(AddressKey key)
{
    /// <summary>Between two confirmation mails to one address.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(10);

    /// <summary>The window of a client.</summary>
    public static readonly Duration ClientWindow = Duration.FromMinutes(10);

    // Whoever writes from one office shares an address on the network.
    private const int MaxPerClient = 20;
    private const int MaxPerAddress = 5;
    private const int MaxInAll = 500;
    private const int Remembered = 20_000;

    private readonly RateLimit _clients = new(MaxPerClient, ClientWindow, Remembered);
    private readonly RateLimit _addresses = new(MaxPerAddress, Duration.FromDays(1), Remembered);
    private readonly RateLimit _all = new(MaxInAll, Duration.FromHours(1), capacity: 1);

    /// <summary>Whether this client, and the world, may sign up once more. What it answers may be disclosed.</summary>
    public bool TakeClient(IPAddress? client, Instant now) => _clients.Take(KeyOf(client), now) && _all.Take("", now);

    /// <summary>Whether this address may be written to once more today. What it answers must not be disclosed: it would tell that others asked.</summary>
    public bool TakeAddress(MailAddress address, Instant now) => _addresses.Take(key.HashOf(address), now);

    // One customer has at least all of a /64 in IPv6.
    internal static string KeyOf(IPAddress? client)
    {
        if (client is null)
            return "";
        if (client.IsIPv4MappedToIPv6)
            client = client.MapToIPv4();
        var bytes = client.GetAddressBytes();
        return Convert.ToHexString(client.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes);
    }
}

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
