using Briefing.Worker.Mailing;
using Briefing.Worker.Mailing.Smtp;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Briefing.Worker.Named.Mailing;

/// <summary>One connection on which messages are sent one after another: greeted, secured, signed in.</summary>
internal sealed class MailKitConnection : IDisposable
{
    private readonly SmtpSettings _settings;
    private readonly SmtpTrace _trace = new();
    private readonly DeliveringClient _client;

    private MailKitConnection(SmtpSettings settings)
    {
        _settings = settings;

        // StageLimit bounds each stage; no revocation is looked up, as with our own client.
        _client = new DeliveringClient(_trace) { CheckCertificateRevocation = false, LocalDomain = settings.ClientName, Timeout = Timeout.Infinite };
    }

    /// <summary>Messages begun on it.</summary>
    public int Used { get; set; }

    /// <summary>When it was last put aside.</summary>
    public long IdleSince { get; set; }

    /// <summary>The server closed the connection before a message's content began.</summary>
    public bool WentAway { get; private set; }

    public bool IsUsable => !WentAway && _client.IsConnected;

    /// <exception cref="SmtpStoppedException">No message can be sent on it.</exception>
    public static async Task<MailKitConnection> OpenAsync(SmtpSettings settings, CancellationToken cancellation)
    {
        var connection = new MailKitConnection(settings);
        var certificates = new MailKitCertificateCheck(settings);
        try
        {
            connection._client.ServerCertificateValidationCallback = certificates.Judge;
            using var limit = new StageLimit(connection._trace, settings.Timeouts, cancellation);
            await connection._client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), limit.Token);

            // MailKit tries HELO where EHLO is refused; we do not.
            if (connection._trace.Refusal is not null)
                throw new SmtpStoppedException(MailKitOutcome.OfOpening(connection._trace, fault: null, certificates.Fault));
            await connection.SignInAsync(limit.Token);
            return connection;
        }
        catch (Exception fault) when (fault is not SmtpStoppedException && !(fault is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            connection.Dispose();
            throw new SmtpStoppedException(MailKitOutcome.OfOpening(connection._trace, fault, certificates.Fault));
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
        if (Misfit(message) is { } refused)
            return refused;
        var options = OptionsFor(message);
        using var stored = new MemoryStream(message.Content.ToArray());
        using var parsed = await MimeMessage.LoadAsync(stored, cancellation);
        if (!await IsUnalteredAsync(parsed, options, message, cancellation))
            return new SendOutcome.TryLater(SendStage.Mail, Concern.Message, "MailKit would not send the stored message byte for byte", NeedsPerson: true);

        _trace.Begin();
        _client.EnvelopeId = message.Key;
        var progress = new ContentProgress();
        try
        {
            using var limit = new StageLimit(_trace, _settings.Timeouts, cancellation);
            await _client.SendAsync(options, parsed, AddressOf(message.Sender), [AddressOf(message.Recipient)], limit.Token, progress);
            return new SendOutcome.Accepted(_trace.LastReply);
        }
        catch (Exception fault)
        {
            var isWhole = _trace.IsWhole || progress.IsWhole;
            WentAway = !progress.HasBegun && (!_client.IsConnected || _trace.Refusal is { Reply.Code: 421 });
            if (fault is OperationCanceledException && cancellation.IsCancellationRequested && !isWhole)
                throw;
            return MailKitOutcome.OfSending(_trace, fault, isWhole);
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
        catch (Exception)
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
            throw MailKitOutcome.Untrusted("credentials are not sent over a connection without TLS");
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

    private bool Has(MailKit.Net.Smtp.SmtpCapabilities capability) => (_client.Capabilities & capability) != 0;

    private SendOutcome.Refused? Misfit(OutgoingMessage message)
    {
        var content = message.Content;
        if (Has(MailKit.Net.Smtp.SmtpCapabilities.Size) && _client.MaxSize > 0 && content.Length > _client.MaxSize)
            return Refused(Concern.Message, $"the message has {content.Length} octets and the server takes at most {_client.MaxSize}");
        if (content.HasEightBitBody && !Has(MailKit.Net.Smtp.SmtpCapabilities.EightBitMime))
            return Refused(Concern.Message, "the message's body is not ASCII, and the server offers no 8BITMIME");
        if (message.Recipient.NeedsUtf8 && !Has(MailKit.Net.Smtp.SmtpCapabilities.UTF8))
            return Refused(Concern.Recipient, "the address is not ASCII, and the server offers no SMTPUTF8");
        return NeedsUtf8(message) && !Has(MailKit.Net.Smtp.SmtpCapabilities.UTF8)
            ? Refused(Concern.Message, "the message's headers or sender are not ASCII, and the server offers no SMTPUTF8")
            : null;

        static SendOutcome.Refused Refused(Concern concern, string reason) => new(SendStage.Mail, concern, reason, Reply: null);
    }

    private static bool NeedsUtf8(OutgoingMessage message) =>
        message.Content.HasUtf8Headers || message.Recipient.NeedsUtf8 || message.Sender is { NeedsUtf8: true };

    private static FormatOptions OptionsFor(OutgoingMessage message)
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.EnsureNewLine = true;
        options.International = NeedsUtf8(message);
        return options;
    }

    // A signature holds for these bytes and no others.
    private static async Task<bool> IsUnalteredAsync(MimeMessage parsed, FormatOptions options, OutgoingMessage message, CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        await parsed.WriteToAsync(options, written, cancellation);
        return written.ToArray().AsSpan().SequenceEqual(message.Content.ToArray());
    }

    // Empty: nowhere (RFC 5321, 4.5.5).
    private static MailboxAddress AddressOf(Mailbox? mailbox) => new(string.Empty, mailbox?.Address ?? string.Empty);
}
