using MailKit.Security;

namespace Briefing.Worker.Mailing.Smtp;

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
            SslHandshakeException when trace.Stage is not SendStage.StartTls => Later(SendStage.StartTls, fault),
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
