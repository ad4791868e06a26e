namespace Briefing.Worker.Mailing.Smtp;

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
