namespace Briefing.Worker.Mailing.Smtp;

/// <summary>The dialogue cannot go on, and the connection is of no more use. Never leaves the transport.</summary>
/// <param name="wentAway">The server closed the connection, as it may at any time: a fresh one can do better at once.</param>
internal sealed class SmtpStoppedException(SendOutcome.TryLater outcome, bool wentAway = false) : Exception(outcome.Reason)
{
    public SendOutcome.TryLater Outcome { get; } = outcome;

    public bool WentAway { get; } = wentAway;
}
