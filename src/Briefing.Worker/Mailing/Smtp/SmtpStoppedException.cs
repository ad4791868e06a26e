namespace Briefing.Worker.Mailing.Smtp;

/// <summary>The dialogue cannot go on, and the connection is of no more use. Never leaves the transport.</summary>
internal sealed class SmtpStoppedException(SendOutcome.TryLater outcome) : Exception(outcome.Reason)
{
    public SendOutcome.TryLater Outcome { get; } = outcome;
}
