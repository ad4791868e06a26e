using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Capability = MailKit.Net.Smtp.SmtpCapabilities;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>One connection on which messages are sent one after another: greeted, secured, signed in.</summary>
internal sealed class SmtpConnection : IDisposable
{
    private static readonly FormatOptions Ascii = OptionsFor(international: false);
    private static readonly FormatOptions International = OptionsFor(international: true);

    private readonly SmtpSettings _settings;
    private readonly SmtpTrace _trace = new();
    private readonly DeliveryClient _client;
    private bool _hasGivenUpUtf8;

    private SmtpConnection(SmtpSettings settings)
    {
        _settings = settings;

        // StageLimit bounds each stage; no revocation is looked up: it would reach out to third parties for every connection.
        _client = new DeliveryClient(_trace) { CheckCertificateRevocation = false, LocalDomain = settings.ClientName, Timeout = Timeout.Infinite };
    }

    /// <summary>Messages begun on it.</summary>
    public int Used { get; set; }

    /// <summary>When it was last put aside.</summary>
    public long IdleSince { get; set; }

    /// <summary>The server closed the connection before a message's content began, or the message needs another one.</summary>
    public bool WentAway { get; private set; }

    public bool IsUsable => !WentAway && _client.IsConnected;

    /// <exception cref="SmtpStoppedException">No message can be sent on it.</exception>
    public static async Task<SmtpConnection> OpenAsync(SmtpSettings settings, CancellationToken cancellation)
    {
        var connection = new SmtpConnection(settings);
        var certificates = new ServerCertificateCheck(settings);
        try
        {
            connection._client.ServerCertificateValidationCallback = certificates.Judge;
            using var limit = new StageLimit(connection._trace, settings.Timeouts, cancellation);
            var socket = await connection.ReachAsync(limit.Token);
            if (settings.Security == SmtpSecurity.Tls)
                connection._trace.BeginTls();
            await connection._client.ConnectAsync(socket, settings.Host, settings.Port, OptionsOf(settings.Security), limit.Token);

            // MailKit tries HELO where EHLO is refused; we do not.
            if (connection._trace.Refusal is not null)
                throw new SmtpStoppedException(SmtpOutcomes.OfOpening(connection._trace, fault: null, certificates.Fault));
            await connection.SignInAsync(limit.Token);
            return connection;
        }
        catch (Exception fault) when (fault is not SmtpStoppedException && !(fault is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            connection.Dispose();
            throw new SmtpStoppedException(SmtpOutcomes.OfOpening(connection._trace, fault, certificates.Fault));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="OperationCanceledException">Cancelled while the message had certainly not been handed over.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (_hasGivenUpUtf8 && NeedsUtf8(message))
        {
            WentAway = true;
            return new SendOutcome.TryLater(SendStage.Mail, Concern.Message, "the message needs a connection with SMTPUTF8");
        }

        if (Misfit(message) is { } refused)
            return refused;
        using var stored = PreparedMessage.Of(message.Content);

        _trace.Begin();

        // To a server with SMTPUTF8 MailKit would write every domain in its own script; the ASCII form is understood everywhere.
        // What is given up on a connection cannot be taken back.
        if (!NeedsUtf8(message) && Has(Capability.UTF8))
        {
            _client.Capabilities &= ~Capability.UTF8;
            _hasGivenUpUtf8 = true;
        }

        _client.EnvelopeId = message.Key;
        var progress = new ContentProgress();
        try
        {
            using var limit = new StageLimit(_trace, _settings.Timeouts, cancellation);
            await _client.SendAsync(NeedsUtf8(message) ? International : Ascii, stored, AddressOf(message.Sender), [AddressOf(message.Recipient)], limit.Token, progress);
            return new SendOutcome.Accepted(_trace.LastReply);
        }
        catch (Exception fault)
        {
            var isWhole = _trace.IsWhole || progress.IsWhole;
            WentAway = !progress.HasBegun && (_trace.Refusal is { Reply.Code: 421 } || (!_client.IsConnected && IsClosure(fault)));
            if (fault is OperationCanceledException && cancellation.IsCancellationRequested && !isWhole)
                throw;
            return SmtpOutcomes.OfSending(_trace, fault, isWhole);
        }
    }

    /// <summary>Takes leave. What goes wrong with that matters to nobody.</summary>
    public async Task CloseAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(_settings.Timeouts.Quit);
            if (IsUsable)
                await _client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ProtocolException or CommandException)
        {
            // The messages are through.
        }

        Dispose();
    }

    public void Dispose()
    {
        _client.Dispose();
        _trace.Dispose();
    }

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private async Task SignInAsync(CancellationToken cancellation)
    {
        if (_settings.Credentials is not { } credentials)
            return;
        if (!_client.IsSecure && !_settings.CredentialsInClear)
            throw SmtpOutcomes.Untrusted("credentials are not sent over a connection without TLS");
        SaslMechanism mechanism = credentials switch
        {
            SmtpCredentials.Token token when Offers("XOAUTH2") => new SaslMechanismOAuth2(token.User, await token.FetchAsync(cancellation)),
            SmtpCredentials.Password password when Offers("PLAIN") => new SaslMechanismPlain(password.User, password.Secret),
            SmtpCredentials.Password password when Offers("LOGIN") => new SaslMechanismLogin(password.User, password.Secret),
            _ => throw new SmtpStoppedException(new SendOutcome.TryLater(
                SendStage.Auth, Concern.Everyone, "the server offers no way of signing in that we have credentials for", NeedsPerson: true)),
        };
        await _client.AuthenticateAsync(mechanism, cancellation);
    }

    private bool Offers(string mechanism) => _client.AuthenticationMechanisms.Contains(mechanism);

    private bool Has(Capability capability) => _client.Capabilities.HasFlag(capability);

    private SendOutcome.Refused? Misfit(OutgoingMessage message)
    {
        var content = message.Content;
        if (Has(Capability.Size) && _client.MaxSize > 0 && content.Length > _client.MaxSize)
            return Refused(Concern.Message, $"the message has {content.Length} octets and the server takes at most {_client.MaxSize}");
        if (content.HasEightBitBody && !Has(Capability.EightBitMime))
            return Refused(Concern.Message, "the message's body is not ASCII, and the server offers no 8BITMIME");
        if (message.Recipient.NeedsUtf8 && !Has(Capability.UTF8))
            return Refused(Concern.Recipient, "the address is not ASCII, and the server offers no SMTPUTF8");
        return NeedsUtf8(message) && !Has(Capability.UTF8)
            ? Refused(Concern.Message, "the message's headers or sender are not ASCII, and the server offers no SMTPUTF8")
            : null;

        static SendOutcome.Refused Refused(Concern concern, string reason) => new(SendStage.Mail, concern, reason, Reply: null);
    }

    private static bool NeedsUtf8(OutgoingMessage message) =>
        message.Content.HasUtf8Headers || message.Recipient.NeedsUtf8 || message.Sender is { NeedsUtf8: true };

    private static FormatOptions OptionsFor(bool international)
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.EnsureNewLine = true;
        options.International = international;
        return options;
    }

    // Neither silence nor nonsense: the other end is gone.
    private bool IsClosure(Exception fault) =>
        fault is IOException or SocketException or ServiceNotConnectedException or ProtocolException && !_trace.HeardNonsense;

    // Of our own, for its address, by which a client without a name is known (RFC 5321, 4.1.3).
    private async Task<Socket> ReachAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_settings.Host, _settings.Port, cancellation);
            _client.LocalDomain ??= ((IPEndPoint)socket.LocalEndPoint!).Address.ToString();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Empty: nowhere (RFC 5321, 4.5.5).
    private static MailboxAddress AddressOf(Mailbox? mailbox) => new(string.Empty, mailbox?.Address ?? string.Empty);
}

/// <summary>MailKit's client, asking for notices that name the delivery, and kept from touching a message that is signed and stored.</summary>
internal sealed class DeliveryClient : SmtpClient
{
    public DeliveryClient(IProtocolLogger logger)
        : base(logger) =>
        DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;

    /// <summary>The delivery's key, by which a notice of non-delivery names it (RFC 3461, ENVID).</summary>
    public string? EnvelopeId { get; set; }

    /// <inheritdoc/>
    protected override string? GetEnvelopeId(MimeMessage message) => EnvelopeId;

    /// <summary>None is named: the server's own rule is a notice when delivery fails (RFC 3461, 4.1), and that is what is wanted.</summary>
    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) => null;

    /// <summary>Encodes nothing anew.</summary>
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
        // What the server cannot carry is not offered to it (SmtpConnection.Misfit).
    }
}

/// <summary>How far the content got. The last of it may lie in a buffer with the final dot: whoever has written all of it cannot know.</summary>
internal sealed class ContentProgress : ITransferProgress
{
    public bool HasBegun { get; private set; }

    public bool IsWhole { get; private set; }

    public void Report(long bytesTransferred, long totalSize)
    {
        HasBegun = true;
        IsWhole = bytesTransferred >= totalSize;
    }

    public void Report(long bytesTransferred) => HasBegun = true;
}

/// <summary>Bounds each stage of a dialogue, as it is reached.</summary>
internal sealed class StageLimit : IDisposable
{
    private readonly SmtpTrace _trace;
    private readonly CancellationTokenSource _source;

    public StageLimit(SmtpTrace trace, SmtpTimeouts timeouts, CancellationToken cancellation)
    {
        _trace = trace;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _source.CancelAfter(timeouts.Of(trace.Stage));
        trace.Reached = stage => _source.CancelAfter(timeouts.Of(stage));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _trace.Reached = null;
        _source.Dispose();
    }
}
