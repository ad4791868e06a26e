namespace Briefing.Worker.Mailing.Smtp;

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
