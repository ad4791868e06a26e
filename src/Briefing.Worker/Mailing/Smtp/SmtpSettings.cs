using System.Security.Cryptography.X509Certificates;

namespace Briefing.Worker.Mailing.Smtp;

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
