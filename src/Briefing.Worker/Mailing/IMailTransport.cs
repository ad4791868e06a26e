namespace Briefing.Worker.Mailing;

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
