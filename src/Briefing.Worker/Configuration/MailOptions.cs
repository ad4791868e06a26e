using System.Collections.Immutable;

namespace Briefing.Worker.Configuration;

/// <summary>How editions and notices are mailed. No secret stands here: only where it is to be found.</summary>
internal sealed record MailOptions
{
    /// <summary>The submission server. Null: messages are written to a pickup folder.</summary>
    [Size(1, 253)]
    public string? Host { get; init; }

    /// <summary>Null: 465 with "tls", else 587.</summary>
    [Within(1, 65535)]
    public int? Port { get; init; }

    /// <summary>Null: "tls" on port 465, else "starttls".</summary>
    public MailSecurity? Security { get; init; }

    [Size(1, 300)]
    public string? User { get; init; }

    /// <summary>The environment variable that holds the password.</summary>
    [Size(1, 100)]
    public string? PasswordVariable { get; init; }

    /// <summary>The file that holds the password, relative to this one.</summary>
    [Size(1, 400)]
    public string? PasswordFile { get; init; }

    /// <summary>Programme and arguments that print a token for XOAUTH2; asked anew for each connection.</summary>
    [Size(1, 50)]
    public ImmutableArray<string>? TokenCommand { get; init; }

    /// <summary>The authorities that may vouch for the server, in PEM, instead of the machine's own; relative to this file.</summary>
    [Size(1, 400)]
    public string? CaFile { get; init; }

    /// <summary>What we call ourselves to the server. Null: our address on the connection.</summary>
    [Size(1, 253)]
    public string? ClientName { get; init; }

    [Size(3, 400)]
    public required string From { get; init; }

    [Size(3, 400)]
    public string? ReplyTo { get; init; }

    /// <summary>Where notices of non-delivery go. Null: to <see cref="From"/>.</summary>
    [Size(3, 400)]
    public string? Bounces { get; init; }

    /// <summary>Who hears of what a person must see.</summary>
    [Size(3, 400)]
    public string? Operators { get; init; }

    /// <summary>List-Id, without angle brackets: morning.briefing.example.org.</summary>
    [Size(3, 200)]
    public string? ListId { get; init; }

    /// <summary>The https address that unsubscribe links begin with.</summary>
    [Size(9, 400)]
    public string? UnsubscribeBase { get; init; }

    /// <summary>The mailbox that is read for unsubscriptions by mail.</summary>
    [Size(3, 400)]
    public string? UnsubscribeMailbox { get; init; }

    public DkimOptions? Dkim { get; init; }

    /// <summary>Connections at once.</summary>
    [Within(1, 32)]
    public int Parallelism { get; init; } = 2;

    [Within(1, 10_000)]
    public int MessagesPerConnection { get; init; } = 100;

    public MailTimeoutOptions Timeouts { get; init; } = new();

    /// <summary>A larger pack is not attached; the mail then refers to it.</summary>
    [Within(0, 52_428_800)]
    public int MostPackBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>
    /// The folder where notices of non-delivery are dropped, or a Maildir; relative to this file. Null: none are read.
    /// </summary>
    [Size(1, 400)]
    public string? BounceFolder { get; init; }

    /// <summary>What becomes of a message that may or may not have been accepted.</summary>
    public UnknownOutcome Unknown { get; init; } = UnknownOutcome.Repeat;
}

internal enum UnknownOutcome
{
    /// <summary>It is sent again under the same Message-ID: nobody misses it, somebody may get it twice.</summary>
    Repeat,

    /// <summary>It waits for a person: nobody gets it twice, somebody may miss it.</summary>
    Hold,
}

internal enum MailSecurity
{
    Starttls,
    Tls,
    None,
}

/// <summary>Signing by DKIM; the public key stands in DNS at selector._domainkey.domain.</summary>
internal sealed record DkimOptions
{
    [Size(3, 253)]
    public required string Domain { get; init; }

    [Size(1, 63)]
    public required string Selector { get; init; }

    /// <summary>The private key, RSA in PEM without a pass phrase; relative to this file.</summary>
    [Size(1, 400)]
    public required string KeyFile { get; init; }
}

/// <summary>Seconds that a stage of handing over may take as a whole; the defaults are RFC 5321's where it has one.</summary>
internal sealed record MailTimeoutOptions
{
    [Within(1, 600)]
    public int Connect { get; init; } = 30;

    /// <summary>The greeting, EHLO and RSET, each.</summary>
    [Within(1, 3600)]
    public int Greeting { get; init; } = 300;

    /// <summary>The answer to STARTTLS, the handshake, and each step of signing in.</summary>
    [Within(1, 600)]
    public int Security { get; init; } = 60;

    /// <summary>MAIL and RCPT, each.</summary>
    [Within(1, 3600)]
    public int Envelope { get; init; } = 300;

    [Within(1, 3600)]
    public int Data { get; init; } = 120;

    /// <summary>Each 64 kB of the message.</summary>
    [Within(1, 3600)]
    public int Block { get; init; } = 180;

    /// <summary>The answer to the whole message. Short ones make for repeats.</summary>
    [Within(1, 3600)]
    public int FinalDot { get; init; } = 600;
}
