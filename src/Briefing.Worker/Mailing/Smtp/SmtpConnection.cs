using System.Net;
using System.Net.Sockets;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>A connection on which messages can be sent: greeted, secured, signed in.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private SmtpConnection(SmtpWire wire, SmtpCapabilities capabilities) => (Wire, Capabilities) = (wire, capabilities);

    public SmtpWire Wire { get; }

    public SmtpCapabilities Capabilities { get; }

    /// <summary>Messages begun on it.</summary>
    public int Used { get; set; }

    /// <summary>When it was last put aside.</summary>
    public long IdleSince { get; set; }

    /// <summary>A transaction was begun that did not end in acceptance.</summary>
    public bool NeedsReset { get; set; }

    /// <exception cref="SmtpStoppedException">No message can be sent on it.</exception>
    public static async Task<SmtpConnection> OpenAsync(SmtpSettings settings, CancellationToken cancellation)
    {
        var socket = await ConnectAsync(settings, cancellation);
        var wire = new SmtpWire(socket, settings.Timeouts);
        try
        {
            var name = settings.ClientName ?? Literal(socket);
            if (settings.Security == SmtpSecurity.Tls)
                await wire.SecureAsync(settings, cancellation);
            Expect(SendStage.Greeting, await wire.ReadReplyAsync(SendStage.Greeting, cancellation));
            var capabilities = await GreetAsync(wire, name, cancellation);
            if (settings.Security == SmtpSecurity.StartTls)
            {
                await StartTlsAsync(wire, capabilities, settings, cancellation);

                // RFC 3207, 4.2: what was offered in the clear counts for nothing.
                capabilities = await GreetAsync(wire, name, cancellation);
            }

            if (settings.Credentials is { } credentials)
                await SignInAsync(wire, capabilities, credentials, settings, cancellation);
            return new SmtpConnection(wire, capabilities);
        }
        catch
        {
            await wire.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes leave. What goes wrong with that matters to nobody.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            Wire.Write("QUIT");
            await Wire.FlushAsync(SendStage.Quit, cancellation);
            await Wire.ReadReplyAsync(SendStage.Quit, cancellation);
        }
        catch (Exception fault) when (fault is SmtpStoppedException or OperationCanceledException)
        {
            // The messages are through.
        }

        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    private static async Task<Socket> ConnectAsync(SmtpSettings settings, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeouts.Connect);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Host, settings.Port, limit.Token);
            return socket;
        }
        catch (Exception fault) when (fault is SocketException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            socket.Dispose();
            var why = fault is SocketException ? SocketFault.Named(fault) : " in time";
            throw new SmtpStoppedException(new SendOutcome.TryLater(SendStage.Connect, Concern.Everyone, $"the server could not be reached{why}"));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<SmtpCapabilities> GreetAsync(SmtpWire wire, string name, CancellationToken cancellation)
    {
        wire.Write($"EHLO {name}");
        await wire.FlushAsync(SendStage.Ehlo, cancellation);
        return new SmtpCapabilities(Expect(SendStage.Ehlo, await wire.ReadReplyAsync(SendStage.Ehlo, cancellation)));
    }

    private static async Task StartTlsAsync(SmtpWire wire, SmtpCapabilities capabilities, SmtpSettings settings, CancellationToken cancellation)
    {
        if (!capabilities.StartTls)
            throw Untrusted("the server offers no STARTTLS, and nothing is sent without");
        wire.Write("STARTTLS");
        await wire.FlushAsync(SendStage.StartTls, cancellation);
        Expect(SendStage.StartTls, await wire.ReadReplyAsync(SendStage.StartTls, cancellation));

        // Words put in by someone on the way would else be read as if they had come under TLS (CVE-2011-0411 and its kin).
        if (wire.HasUnread)
            throw Untrusted("more than the answer to STARTTLS came before TLS: someone on the way may be putting words in");
        await wire.SecureAsync(settings, cancellation);
    }

    private static Task SignInAsync(
        SmtpWire wire, SmtpCapabilities capabilities, SmtpCredentials credentials, SmtpSettings settings, CancellationToken cancellation)
    {
        if (!wire.IsSecure && !settings.CredentialsInClear)
            throw Untrusted("credentials are not sent over a connection without TLS");
        return new SmtpAuthentication(wire, capabilities, settings.Timeouts).SignInAsync(credentials, cancellation);
    }

    private static SmtpReply Expect(SendStage stage, SmtpReply reply)
    {
        if (reply.IsPositive)
            return reply;
        throw new SmtpStoppedException(ReplyMeaning.Of(stage, reply) as SendOutcome.TryLater
            ?? throw new InvalidOperationException($"{stage} cannot refuse a message."));
    }

    private static SmtpStoppedException Untrusted(string reason) =>
        new(new SendOutcome.TryLater(SendStage.StartTls, Concern.Everyone, reason, NeedsPerson: true));

    private static string Literal(Socket socket)
    {
        var address = ((IPEndPoint)socket.LocalEndPoint!).Address;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork ? $"[{address}]" : $"[IPv6:{new IPAddress(address.GetAddressBytes())}]";
    }
}
