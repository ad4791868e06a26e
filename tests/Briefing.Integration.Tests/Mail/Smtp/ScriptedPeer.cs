using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Briefing.Worker.Mail;

namespace Briefing.Integration.Tests.Mail.Smtp;

/// <summary>A mail server on 127.0.0.1 that does what its script says and keeps what it heard.</summary>
internal sealed class ScriptedPeer : IAsyncDisposable
{
    private readonly PeerScript _script;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentDictionary<SendStage, int> _reached = new();
    private readonly ConcurrentQueue<Task> _dialogues = new();
    private readonly TaskCompletionSource _mishap = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;

    public ScriptedPeer(PeerScript script)
    {
        _script = script;

        // Small, so that a peer that does not read is noticed; accepted sockets inherit it.
        _listener.Server.ReceiveBufferSize = 16 * 1024;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public ConcurrentQueue<PeerDialogue> Dialogues { get; } = new();

    /// <summary>Done when the script's mishap has happened.</summary>
    public Task Mishap => _mishap.Task;

    /// <summary>Commands of all connections, in the order heard.</summary>
    public IEnumerable<string> Heard => Dialogues.SelectMany(dialogue => dialogue.Heard);

    /// <summary>Messages as they came, dots still doubled, without the final dot.</summary>
    public IEnumerable<byte[]> Messages => Dialogues.SelectMany(dialogue => dialogue.Messages);

    /// <summary>What goes wrong now; null where all is well.</summary>
    public Misbehaviour? Next(SendStage stage)
    {
        var time = _reached.AddOrUpdate(stage, 1, (_, before) => before + 1);
        if (_script.Mishap is not { } mishap || mishap.Stage != stage || mishap.Time != time)
            return null;
        _mishap.TrySetResult();
        return mishap.How;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_dialogues);
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_over.Token);
                var dialogue = new PeerDialogue(socket, _script, this);
                Dialogues.Enqueue(dialogue);
                _dialogues.Enqueue(dialogue.RunAsync(_over.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException || (end is InvalidOperationException && _over.IsCancellationRequested))
        {
            // The test is over; a listener that is stopped between two connections says that it does not listen.
        }
    }
}
