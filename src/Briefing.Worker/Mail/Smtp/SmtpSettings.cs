using System.Security.Cryptography.X509Certificates;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>The submission server and how to speak to it.</summary>
internal sealed record SmtpSettings
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Null: none are asked for.</summary>
    public SmtpCredentials? Credentials { get; init; }

    /// <summary>
    /// Credentials may cross a connection without TLS. Only for a server on this machine; everywhere else they are withheld.
    /// </summary>
    public bool CredentialsInClear { get; init; }

    /// <summary>Instead of the machine's own trusted authorities, for this server only. Null: the machine's.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>What we call ourselves in EHLO. Null: this machine's address on the connection, as a literal (RFC 5321, 4.1.3).</summary>
    public string? ClientName { get; init; }

    /// <summary>Connections at once.</summary>
    public int Parallelism { get; init; } = 2;

    /// <summary>Servers grow wary of connections that never end.</summary>
    public int MessagesPerConnection { get; init; } = 100;

    /// <summary>A connection unused for longer is not used again: the server may have closed it.</summary>
    public TimeSpan LongestIdle { get; init; } = TimeSpan.FromSeconds(30);

    public SmtpTimeouts Timeouts { get; init; } = new();
}

internal enum SmtpSecurity
{
    /// <summary>TLS by STARTTLS (RFC 3207), required: without it nothing is sent.</summary>
    StartTls,

    /// <summary>TLS from the first octet (RFC 8314).</summary>
    Tls,

    /// <summary>In the clear.</summary>
    None,
}

/// <summary>How long each stage may take as a whole, however the server spreads its words (RFC 5321, 4.5.3.2 where it has a figure).</summary>
internal sealed record SmtpTimeouts
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);
    public TimeSpan Greeting { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan Ehlo { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The answer to STARTTLS, and then once more for the handshake.</summary>
    public TimeSpan StartTls { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Each step of AUTH, and fetching a token.</summary>
    public TimeSpan Auth { get; init; } = TimeSpan.FromMinutes(1);
    public TimeSpan Reset { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan Mail { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan Rcpt { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan Data { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Each block of the message, 64 kB.</summary>
    public TimeSpan Content { get; init; } = TimeSpan.FromMinutes(3);
    public TimeSpan FinalDot { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Short: everything has been said.</summary>
    public TimeSpan Quit { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Of(SendStage stage) => stage switch
    {
        SendStage.Connect => Connect,
        SendStage.Greeting => Greeting,
        SendStage.Ehlo => Ehlo,
        SendStage.StartTls => StartTls,
        SendStage.Auth => Auth,
        SendStage.Reset => Reset,
        SendStage.Mail => Mail,
        SendStage.Rcpt => Rcpt,
        SendStage.Data => Data,
        SendStage.Content => Content,
        SendStage.FinalDot => FinalDot,
        _ => Quit,
    };
}
