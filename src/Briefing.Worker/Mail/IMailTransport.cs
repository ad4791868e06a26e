using Briefing.Worker.Mail.Smtp;

namespace Briefing.Worker.Mail;

/// <summary>
/// Hands one message to whoever carries it on. May be called from several threads at once; what goes on at the same time is
/// bounded by the transport. Disposing takes leave of the server and drops connections kept for reuse.
/// </summary>
internal interface IMailTransport : IAsyncDisposable
{
    /// <summary>
    /// Never throws for what a server or the network does: that is the outcome. Nothing is repeated here once the message may
    /// have been handed over; when to try again is the caller's to decide.
    /// </summary>
    /// <exception cref="OperationCanceledException">
    /// Cancelled while the message had certainly not been handed over. Afterwards a cancelled sending is <see cref="SendOutcome.Unknown"/>.
    /// </exception>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>
/// What became of a message. Accepted, Refused and TryLater are certain; Unknown is not, and only it may lead to a message that
/// arrives twice (RFC 1047).
/// </summary>
internal abstract record SendOutcome
{
    /// <summary>The server answers for it from here on.</summary>
    /// <param name="Reply">Null where no server was asked (the pickup folder).</param>
    internal sealed record Accepted(SmtpReply? Reply) : SendOutcome;

    /// <summary>For good: the same message to the same recipient would be refused again.</summary>
    /// <param name="Concerns"><see cref="Concern.Recipient"/> or <see cref="Concern.Message"/>, never everyone.</param>
    /// <param name="Reason">For a person; holds no address.</param>
    /// <param name="Reply">Null where it was not even offered to the server: it lacks what the message needs.</param>
    internal sealed record Refused(SendStage Stage, Concern Concerns, string Reason, SmtpReply? Reply) : SendOutcome;

    /// <summary>Certainly not handed over; another attempt can succeed.</summary>
    /// <param name="Reason">For a person; holds no address and no secret.</param>
    /// <param name="Reply">Null where the server said nothing that could be understood.</param>
    /// <param name="NeedsPerson">No attempt succeeds until someone changes the configuration, ours or the server's.</param>
    internal sealed record TryLater(SendStage Stage, Concern Concerns, string Reason, SmtpReply? Reply = null, bool NeedsPerson = false) : SendOutcome;

    /// <summary>The whole message was sent, and no answer came: it may have been accepted.</summary>
    internal sealed record Unknown(string Reason) : SendOutcome;
}

/// <summary>Whom a failure is about, and so what else would meet the same.</summary>
internal enum Concern
{
    /// <summary>This address.</summary>
    Recipient,

    /// <summary>This message, whoever is to get it.</summary>
    Message,

    /// <summary>Whatever would be sent now: the server, the way to it, or the configuration.</summary>
    Everyone,
}

/// <summary>How far a sending came; in the order in which it goes.</summary>
internal enum SendStage
{
    Connect,
    Greeting,
    Ehlo,
    StartTls,
    Auth,

    /// <summary>RSET, before a connection is used again.</summary>
    Reset,
    Mail,
    Rcpt,
    Data,

    /// <summary>The message itself, up to but not including the final dot.</summary>
    Content,
    FinalDot,
    Quit,
}
