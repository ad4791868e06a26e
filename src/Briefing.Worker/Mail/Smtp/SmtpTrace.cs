using MailKit;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>
/// Follows a dialogue by what goes over the wire: which answer is awaited, what the server refused and with which words, whether
/// the final dot has gone out. MailKit's exceptions tell neither the stage nor every line. Nothing that was said is kept.
/// </summary>
internal sealed class SmtpTrace : IProtocolLogger
{
    private static ReadOnlySpan<byte> FinalDot => "\r\n.\r\n"u8;

    private readonly Queue<SendStage> _awaited = new();
    private readonly List<byte> _said = [];
    private readonly List<byte> _heard = [];
    private ReplyLines _reply = new();
    private bool _isContent;
    private ulong _lastOctets;

    /// <summary>MailKit's, for logs that are shown; this one is not.</summary>
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Called whenever another stage is reached.</summary>
    public Action<SendStage>? Reached { get; set; }

    public SendStage Stage { get; private set; } = SendStage.Connect;

    /// <summary>The first answer that was none of consent, since <see cref="Begin"/>.</summary>
    public (SendStage Stage, SmtpReply Reply)? Refusal { get; private set; }

    public SmtpReply? LastReply { get; private set; }

    /// <summary>The final dot has gone out: only the server knows what becomes of the message.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Something came that is no reply, since <see cref="Begin"/>.</summary>
    public bool HeardNonsense { get; private set; }

    /// <summary>A message begins.</summary>
    public void Begin()
    {
        Refusal = null;
        IsWhole = _isContent = HeardNonsense = false;
    }

    /// <summary>TLS begins before anything is said.</summary>
    public void BeginTls() => Reach(SendStage.StartTls);

    public void LogConnect(Uri uri) => Await(SendStage.Greeting);

    public void LogClient(byte[] buffer, int offset, int count)
    {
        var octets = buffer.AsSpan(offset, count);
        while (!octets.IsEmpty)
            octets = octets[(_isContent ? FollowContent(octets) : Listen(octets))..];
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        _heard.AddRange(buffer.AsSpan(offset, count));
        try
        {
            while (_heard.Count > 0 && Take() is { } reply)
                Hear(reply);
        }
        catch (FormatException)
        {
            // No reply; MailKit stops over it too.
            HeardNonsense = true;
            _heard.Clear();
            _reply = new ReplyLines();
        }
    }

    public void Dispose()
    {
        // Holds nothing.
    }

    private SmtpReply? Take()
    {
        var reply = _reply.Take(_heard.ToArray(), out var taken);
        _heard.RemoveRange(0, taken);
        if (reply is not null)
            _reply = new ReplyLines();
        return reply;
    }

    private void Hear(SmtpReply reply)
    {
        LastReply = reply;
        var stage = _awaited.TryDequeue(out var awaited) ? awaited : Stage;
        if (Refusal is null && !reply.IsPositive && !(reply.IsIntermediate && stage is SendStage.Data or SendStage.Auth))
            Refusal = (stage, reply);
        if (stage == SendStage.Data && reply.IsIntermediate)
        {
            _isContent = true;
            Await(SendStage.Content);
        }
        else if (_awaited.TryPeek(out var next))
        {
            Reach(next);
        }
    }

    private void Say()
    {
        var line = System.Text.Encoding.UTF8.GetString([.. _said]);
        _said.Clear();
        Await(line.Split(' ', ':', '\r')[0].ToUpperInvariant() switch
        {
            "EHLO" or "HELO" => SendStage.Ehlo,
            "STARTTLS" => SendStage.StartTls,
            "MAIL" => SendStage.Mail,
            "RCPT" => SendStage.Rcpt,
            "DATA" => SendStage.Data,
            "RSET" => SendStage.Reset,
            "QUIT" => SendStage.Quit,

            // AUTH, and the lines that answer its challenges.
            _ => SendStage.Auth,
        });
    }

    // Up to a line's end.
    private int Listen(ReadOnlySpan<byte> octets)
    {
        var end = octets.IndexOf((byte)'\n');
        _said.AddRange(end < 0 ? octets : octets[..end]);
        if (end < 0)
            return octets.Length;
        Say();
        return end + 1;
    }

    // Up to the final dot: the content's own dots are doubled, so there is only one. It may come in pieces.
    private int FollowContent(ReadOnlySpan<byte> octets)
    {
        var pieces = Math.Min(octets.Length, FinalDot.Length - 1);
        for (var at = 0; at < pieces; at++)
        {
            if (IsFinal(octets[at]))
                return EndContent(at + 1);
        }

        if (octets.IndexOf(FinalDot) is var start and >= 0)
            return EndContent(start + FinalDot.Length);
        foreach (var octet in octets[Math.Max(pieces, octets.Length - FinalDot.Length)..])
            IsFinal(octet);
        return octets.Length;
    }

    private bool IsFinal(byte octet)
    {
        _lastOctets = ((_lastOctets << 8) | octet) & 0xFFFFFFFFFF;
        return _lastOctets == 0x0D0A2E0D0A;
    }

    private int EndContent(int taken)
    {
        _isContent = false;
        _lastOctets = 0;
        IsWhole = true;
        _awaited.Clear();
        Await(SendStage.FinalDot);
        return taken;
    }

    private void Await(SendStage stage)
    {
        _awaited.Enqueue(stage);
        Reach(_awaited.Peek());
    }

    private void Reach(SendStage stage)
    {
        Stage = stage;
        Reached?.Invoke(stage);
    }
}
