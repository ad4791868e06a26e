using System.Text;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Smtp;

/// <summary>Messages and settings for tests to which their details do not matter.</summary>
internal static class SomeMessage
{
    public const string User = "postroom";
    public const string Password = "pa55-with-æ";

    public static OutgoingMessage To(string recipient, string text = "Good morning.\r\n") => new()
    {
        Key = "morning.2026-03-10.v1.17",
        Sender = Mailbox.Parse("bounces@briefing.example"),
        Recipient = Mailbox.Parse(recipient),
        Content = ContentOf($"Subject: Morning\r\n\r\n{text}"),
    };

    public static MessageContent ContentOf(string message) => MessageContent.Of(Encoding.UTF8.GetBytes(message));

    /// <summary>More than the buffers of two sockets hold.</summary>
    public static string Long { get; } = string.Concat(Enumerable.Repeat(new string('x', 98) + "\r\n", 150_000));

    public static SmtpSettings Plain(ScriptedPeer peer) => new()
    {
        Host = "127.0.0.1",
        Port = peer.Port,
        Security = SmtpSecurity.None,
        Timeouts = Patient,
    };

    public static SmtpSettings Secure(ScriptedPeer peer) => Plain(peer) with
    {
        Security = SmtpSecurity.StartTls,
        Authorities = TestAuthority.Shared.Certificates,
        Credentials = new SmtpCredentials.Password(User, Password),
    };

    /// <summary>A machine under load must not be taken for a server that stalls.</summary>
    public static SmtpTimeouts Patient { get; } = new();

    /// <summary>Patient but at one stage, where the server is known to stall.</summary>
    public static SmtpTimeouts ShortAt(SendStage stage)
    {
        var brief = TimeSpan.FromMilliseconds(150);
        return stage switch
        {
            SendStage.Greeting => Patient with { Greeting = brief },
            SendStage.Ehlo => Patient with { Ehlo = brief },
            SendStage.StartTls => Patient with { StartTls = brief },
            SendStage.Auth => Patient with { Auth = brief },
            SendStage.Reset => Patient with { Reset = brief },
            SendStage.Mail => Patient with { Mail = brief },
            SendStage.Rcpt => Patient with { Rcpt = brief },
            SendStage.Data => Patient with { Data = brief },
            SendStage.Content => Patient with { Content = brief },
            SendStage.FinalDot => Patient with { FinalDot = brief },
            SendStage.Quit => Patient with { Quit = brief },
            _ => Patient with { Connect = brief },
        };
    }
}
