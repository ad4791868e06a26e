using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Briefing.Worker.Mail;

namespace Briefing.Integration.Tests.Mail.Smtp;

/// <summary>One connection of a <see cref="ScriptedPeer"/>.</summary>
internal sealed class PeerDialogue(Socket socket, PeerScript script, ScriptedPeer peer) : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private int _read;
    private int _filled;
    private int _authAnswers;
    private bool _recipient;

    public ConcurrentQueue<string> Heard { get; } = new();

    public ConcurrentQueue<byte[]> Messages { get; } = new();

    public async Task RunAsync(CancellationToken over)
    {
        try
        {
            if (script.TlsAtOnce)
                await SecureAsync(over);
            await AnswerAsync(SendStage.Greeting, "220 peer.example ESMTP", over);
            while (await ReadLineAsync(over) is { } line)
            {
                Heard.Enqueue(line);
                if (!await HearAsync(line, over))
                    return;
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or SocketException or AuthenticationException or HangUpException)
        {
            // The other end, the script or the test wants it so.
        }
        finally
        {
            await DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<bool> HearAsync(string line, CancellationToken over)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await AnswerAsync(SendStage.Ehlo, Offered(), over);
                break;
            case "STARTTLS":
                await AnswerAsync(SendStage.StartTls, "220 2.0.0 Go ahead\r\n" + script.PutIn, over);
                await SecureAsync(over);
                break;
            case "RSET":
                await AnswerAsync(SendStage.Reset, "250 2.0.0 Ok", over);
                break;
            case "MAIL":
                _recipient = false;
                await AnswerAsync(SendStage.Mail, "250 2.1.0 Ok", over);
                break;
            case "RCPT":
                _recipient = !line.Contains("<nobody", StringComparison.Ordinal);
                await AnswerAsync(SendStage.Rcpt, _recipient ? "250 2.1.5 Ok" : "550-5.1.1 No such\r\n550 5.1.1 person here", over);
                break;
            case "DATA":
                if (await AnswerAsync(SendStage.Data, _recipient ? "354 Go on" : "554 5.5.1 No valid recipients", over) is "354 Go on")
                    await TakeMessageAsync(over);
                break;
            case "QUIT":
                await AnswerAsync(SendStage.Quit, "221 2.0.0 Bye", over);
                return false;
            default:
                // AUTH and what follows it.
                var answer = script.AuthAnswers[Math.Min(_authAnswers++, script.AuthAnswers.Length - 1)];
                await AnswerAsync(SendStage.Auth, answer, over);
                break;
        }

        return true;
    }

    private string Offered()
    {
        var words = new List<string> { "peer.example" };
        words.AddRange(script.Offers);
        if (script.Mechanisms.Length > 0)
            words.Add("AUTH " + script.Mechanisms);
        if (script.Certificate is not null && _stream is not SslStream)
            words.Add("STARTTLS");
        return string.Join("\r\n", words.Select((word, at) => $"250{(at < words.Count - 1 ? '-' : ' ')}{word}"));
    }

    private async Task TakeMessageAsync(CancellationToken over)
    {
        if (peer.Next(SendStage.Content) is { } mishap)
            await MisbehaveAsync(mishap, "250 2.0.0 Ok", over);
        var message = new MemoryStream();
        while (await ReadLineBytesAsync(over) is { } line && !line.AsSpan().SequenceEqual(".\r\n"u8))
            message.Write(line);
        Messages.Enqueue(message.ToArray());
        await AnswerAsync(SendStage.FinalDot, "250 2.0.0 Ok: queued as A1", over);
    }

    /// <summary>What was said; null where it was another thing than planned.</summary>
    private async Task<string?> AnswerAsync(SendStage stage, string usual, CancellationToken over)
    {
        var answer = script.Answers.GetValueOrDefault(stage, usual);
        var mishap = peer.Next(stage);
        if (mishap is { } how)
            await MisbehaveAsync(how, answer, over);
        else
            await SayAsync(answer, over);
        return mishap is null or Misbehaviour.Slow ? answer : null;
    }

    private async Task MisbehaveAsync(Misbehaviour how, string usual, CancellationToken over)
    {
        switch (how)
        {
            case Misbehaviour.Later:
                await SayAsync("451 4.3.0 Not now", over);
                break;
            case Misbehaviour.Never:
                await SayAsync("554 5.3.0 Not ever", over);
                break;
            case Misbehaviour.Closing:
                await SayAsync("421 4.3.2 Closing", over);
                throw new HangUpException();
            case Misbehaviour.Drop:
                throw new HangUpException();
            case Misbehaviour.Stall:
                await Task.Delay(Timeout.Infinite, over);
                break;
            case Misbehaviour.Garbage:
                await SayAsync("HTTP/1.1 400 Bad Request", over);
                break;
            default:
                foreach (var octet in Encoding.UTF8.GetBytes(usual.TrimEnd() + "\r\n"))
                    await _stream.WriteAsync(new[] { octet }, over);
                break;
        }
    }

    private async Task SayAsync(string text, CancellationToken over) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text.TrimEnd() + "\r\n"), over);

    private async Task SecureAsync(CancellationToken over)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = script.Certificate }, over);
    }

    private async Task<string?> ReadLineAsync(CancellationToken over) =>
        await ReadLineBytesAsync(over) is { } line ? Encoding.UTF8.GetString(line).TrimEnd('\r', '\n') : null;

    private async Task<byte[]?> ReadLineBytesAsync(CancellationToken over)
    {
        while (true)
        {
            if (_buffer.AsSpan(_read, _filled - _read).IndexOf((byte)'\n') is var end and >= 0)
            {
                var line = _buffer[_read..(_read + end + 1)];
                _read += line.Length;
                return line;
            }

            _buffer.AsSpan(_read, _filled - _read).CopyTo(_buffer);
            (_read, _filled) = (0, _filled - _read);
            var count = await _stream.ReadAsync(_buffer.AsMemory(_filled), over);
            if (count == 0)
                return null;
            _filled += count;
        }
    }

    private sealed class HangUpException : Exception;
}
