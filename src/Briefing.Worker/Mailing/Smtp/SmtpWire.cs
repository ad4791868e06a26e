using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>
/// One connection as lines, replies and content, each within its stage's time. Whatever breaks is an
/// <see cref="SmtpStoppedException"/> that names the stage.
/// </summary>
internal sealed class SmtpWire : IAsyncDisposable
{
    private const int BlockSize = 64 * 1024;

    private readonly Socket _socket;
    private readonly SmtpTimeouts _timeouts;
    private readonly byte[] _received = new byte[4096];
    private readonly byte[] _block = new byte[BlockSize];
    private Stream _stream;
    private int _read;
    private int _filled;
    private int _written;

    public SmtpWire(Socket socket, SmtpTimeouts timeouts)
    {
        _socket = socket;
        _timeouts = timeouts;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Octets have come that no reply has taken.</summary>
    public bool HasUnread => _read < _filled;

    /// <summary>Something can be read without waiting: the server has spoken, or gone.</summary>
    public bool HasNews => HasUnread || _socket.Poll(0, SelectMode.SelectRead);

    public bool IsSecure => _stream is SslStream;

    public async Task SecureAsync(SmtpSettings settings, CancellationToken cancellation)
    {
        var check = new ServerCertificateCheck(settings);
        var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = secure;
        try
        {
            await WithinAsync(SendStage.StartTls, token => secure.AuthenticateAsClientAsync(check.Options, token), cancellation);
        }
        catch (System.Security.Authentication.AuthenticationException)
        {
            throw new SmtpStoppedException(new SendOutcome.TryLater(
                SendStage.StartTls,
                Concern.Everyone,
                check.Fault is { } fault ? $"the connection is not secure: {fault}" : "the server and we agree on no TLS",
                NeedsPerson: true));
        }
    }

    public Task<SmtpReply> ReadReplyAsync(SendStage stage, CancellationToken cancellation) => WithinAsync(stage, async token =>
    {
        var lines = new ReplyLines();
        while (true)
        {
            var reply = lines.Take(_received.AsSpan(_read, _filled - _read), out var taken);
            _read += taken;
            if (reply is not null)
                return reply;
            await FillAsync(token);
        }
    }, cancellation);

    /// <param name="line">A command or an answer to a challenge, without line end.</param>
    public void Write(string line)
    {
        if (line.AsSpan().ContainsAny('\r', '\n', '\0'))
            throw new ArgumentException("A command is one line.", nameof(line));
        var octets = Encoding.UTF8.GetByteCount(line);
        _written += Encoding.UTF8.GetBytes(line, _block.AsSpan(_written, octets));
        "\r\n"u8.CopyTo(_block.AsSpan(_written));
        _written += 2;
    }

    public async Task FlushAsync(SendStage stage, CancellationToken cancellation)
    {
        await WithinAsync(stage, token => _stream.WriteAsync(_block.AsMemory(0, _written), token).AsTask(), cancellation);
        _written = 0;
    }

    /// <summary>
    /// Sends the content with its dots doubled (RFC 5321, 4.5.2), all but the last block; that one stays behind, with the final
    /// dot, until <see cref="FlushAsync"/>. So a failure in here is certain not to have handed the message over.
    /// </summary>
    public async Task WriteContentAsync(MessageContent content, CancellationToken cancellation)
    {
        var atLineStart = true;
        foreach (var piece in content.Pieces)
        {
            var rest = piece;
            while (!rest.IsEmpty)
            {
                if (BlockSize - _written < 8)
                    await FlushAsync(SendStage.Content, cancellation);
                var (taken, made) = DotStuffing.Copy(rest.Span, _block.AsSpan(_written, BlockSize - _written - 4), ref atLineStart);
                rest = rest[taken..];
                _written += made;
            }
        }

        ".\r\n"u8.CopyTo(_block.AsSpan(_written));
        _written += 3;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (_read > 0)
        {
            _received.AsSpan(_read, _filled - _read).CopyTo(_received);
            (_read, _filled) = (0, _filled - _read);
        }

        var count = await _stream.ReadAsync(_received.AsMemory(_filled), cancellation);
        _filled += count > 0 ? count : throw new EndOfStreamException();
    }

    private async Task WithinAsync(SendStage stage, Func<CancellationToken, Task> step, CancellationToken cancellation) =>
        await WithinAsync(stage, async token =>
        {
            await step(token);
            return true;
        }, cancellation);

    private async Task<T> WithinAsync<T>(SendStage stage, Func<CancellationToken, Task<T>> step, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeouts.Of(stage));
        try
        {
            return await step(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Stopped(stage, "the server did not answer in time");
        }
        catch (FormatException)
        {
            throw Stopped(stage, "the server said something that is no SMTP");
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
            throw Stopped(stage, $"the connection was lost{SocketFault.Named(fault)}", wentAway: true);
        }
    }

    private static SmtpStoppedException Stopped(SendStage stage, string reason, bool wentAway = false) =>
        new(new SendOutcome.TryLater(stage, Concern.Everyone, reason), wentAway);
}
