using System.Net.Sockets;
using MailKit.Security;
using AuthenticationException = System.Security.Authentication.AuthenticationException;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>What a failure of MailKit's is among our outcomes. The server's own words come first, then how far the dialogue went.</summary>
internal static class SmtpOutcomes
{
    /// <param name="fault">Null where the server refused and MailKit went on all the same.</param>
    /// <param name="certificate">What is wrong with the server's certificate.</param>
    public static SendOutcome.TryLater OfOpening(SmtpTrace trace, Exception? fault, string? certificate)
    {
        if (trace.Refusal is (SendStage.Auth, { } answer))
        {
            return answer.IsTransient
                ? new(SendStage.Auth, Concern.Everyone, "the server could not check our credentials", answer)
                : new(SendStage.Auth, Concern.Everyone, "the server does not accept our credentials", answer, NeedsPerson: true);
        }

        if (trace.Refusal is var (stage, reply))
            return (SendOutcome.TryLater)ReplyMeaning.Of(stage, reply);
        return fault switch
        {
            _ when certificate is not null => Untrusted($"the connection is not secure: {certificate}").Outcome,
            TokenException => new(SendStage.Auth, Concern.Everyone, fault.Message, NeedsPerson: true),
            NotSupportedException => Untrusted("the server offers no STARTTLS, and nothing is sent without").Outcome,
            SslHandshakeException { InnerException: AuthenticationException } => Untrusted("the server and we agree on no TLS").Outcome,
            SslHandshakeException => Later(SendStage.StartTls, fault.InnerException ?? fault),
            _ => Later(trace.Stage, fault),
        };
    }

    public static SendOutcome OfSending(SmtpTrace trace, Exception fault, bool isWhole)
    {
        if (trace.Refusal is var (stage, reply))
        {
            return reply.IsTransient || reply.IsPermanent
                ? ReplyMeaning.Of(stage, reply)
                : new SendOutcome.TryLater(stage, Concern.Everyone, "the server's answer makes no sense here", reply);
        }

        return isWhole ? new SendOutcome.Unknown($"after the whole message was sent, {Reason(trace.Stage, fault)}") : Later(trace.Stage, fault);
    }

    public static SmtpStoppedException Untrusted(string reason) =>
        new(new SendOutcome.TryLater(SendStage.StartTls, Concern.Everyone, reason, NeedsPerson: true));

    private static SendOutcome.TryLater Later(SendStage stage, Exception? fault) => new(stage, Concern.Everyone, Reason(stage, fault));

    // MailKit's own messages may quote an address.
    private static string Reason(SendStage stage, Exception? fault) => (stage, fault) switch
    {
        (SendStage.Connect, OperationCanceledException) => "the server could not be reached in time",
        (SendStage.Connect, { } refused) => $"the server could not be reached{SocketFault.Named(refused)}",
        (_, OperationCanceledException) => "the server did not answer in time",
        (_, { } broken) => $"the connection broke off{SocketFault.Named(broken)}",
        _ => "the connection broke off",
    };
}

/// <summary>
/// What a negative reply means where it was given (RFC 5321, 4.2; RFC 4954, 6; RFC 3463). Only what is said of this recipient or
/// this message refuses the delivery; what would meet every message alike keeps it for later, however final it sounds.
/// </summary>
internal static class ReplyMeaning
{
    public static SendOutcome Of(SendStage stage, SmtpReply reply)
    {
        var concern = ConcernOf(stage, reply);
        if (reply.IsTransient)
            return new SendOutcome.TryLater(stage, concern, "the server said to try later", reply);
        return concern == Concern.Everyone
            ? new SendOutcome.TryLater(stage, concern, "the server takes nothing from us", reply, NeedsPerson: true)
            : new SendOutcome.Refused(stage, concern, "the server refused for good", reply);
    }

    private static Concern ConcernOf(SendStage stage, SmtpReply reply) => (stage, reply) switch
    {
        // It shuts down, or wants TLS or credentials that it has not had.
        (_, { Code: 421 or 530 or 535 }) => Concern.Everyone,

        // The sender is the same for all; only its SIZE is the message's own.
        (SendStage.Mail, { Code: 552 } or { Detail: ".3.4" or ".2.3" }) => Concern.Message,
        (SendStage.Rcpt, _) => Concern.Recipient,

        // Some servers judge the recipient only when they have the message: a full mailbox, a name unknown behind a relay.
        (SendStage.Data or SendStage.Content or SendStage.FinalDot, { Detail: [.., _] detail }) when
            detail.StartsWith(".1.", StringComparison.Ordinal) || detail.StartsWith(".2.", StringComparison.Ordinal) => Concern.Recipient,
        (SendStage.Data or SendStage.Content or SendStage.FinalDot, _) => Concern.Message,
        _ => Concern.Everyone,
    };
}

/// <summary>What the system says of a connection, in words that do not depend on the runtime's messages.</summary>
internal static class SocketFault
{
    /// <summary>" (connection refused)"; empty where nothing more is known.</summary>
    public static string Named(Exception fault) => (fault as SocketException ?? fault.InnerException as SocketException)?.SocketErrorCode switch
    {
        null => "",
        SocketError.ConnectionRefused => " (connection refused)",
        SocketError.ConnectionReset => " (reset)",
        SocketError.HostNotFound or SocketError.NoData => " (no such host)",
        SocketError.TryAgain => " (the host's name could not be looked up)",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => " (unreachable)",
        SocketError.TimedOut => " (timed out)",
        var other => $" ({other})",
    };
}

/// <summary>The dialogue cannot go on, and the connection is of no more use. Never leaves the transport.</summary>
internal sealed class SmtpStoppedException(SendOutcome.TryLater outcome) : Exception(outcome.Reason)
{
    public SendOutcome.TryLater Outcome { get; } = outcome;
}
