using System.Diagnostics;
using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mailing;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>
/// Sends what is due, several messages at once. Where the failure would meet everyone (no connection, a refused sender), it stops
/// after those under way: every reader's attempts are not spent on one fault of the server.
/// </summary>
internal sealed class OutboxSender(IMailTransport transport, DeliveryComposer composer, IClock clock, UnknownOutcome onUnknown, int senders)
{
    private int _accepted;
    private int _deferred;
    private int _failed;
    private int _unknown;
    private volatile SendOutcome.TryLater? _everyone;

    /// <param name="tell">Told how many have been handed over so far, now and then.</param>
    /// <exception cref="StorageException">The database failed; what was being sent is of unknown outcome then.</exception>
    public async Task<SendingReport> SendDue(OutboxJournal journal, Action<int> tell, CancellationToken cancellation)
    {
        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(() => Work(journal, tell, cancellation), CancellationToken.None)));
        return new SendingReport(_accepted, _deferred, _failed, _unknown, _everyone);
    }

    private async Task Work(OutboxJournal journal, Action<int> tell, CancellationToken cancellation)
    {
        SentAttempt? sent = null;
        do
        {
            var goesOn = !cancellation.IsCancellationRequested && _everyone is null;
            var begun = await journal.Ask(sent, goesOn);
            sent = begun is null ? null : await Send(begun, cancellation);
            Count(sent, tell);
        }
        while (sent is not null);
    }

    private async Task<SentAttempt> Send(BegunAttempt begun, CancellationToken cancellation)
    {
        var outcome = await OutcomeOf(begun, cancellation);
        if (outcome is SendOutcome.TryLater { Concerns: Concern.Everyone } later)
            _everyone = later;
        return new SentAttempt(begun, outcome, AttemptJudgement.Of(outcome, begun.Delivery, clock.GetCurrentInstant(), onUnknown));
    }

    private async Task<SendOutcome> OutcomeOf(BegunAttempt begun, CancellationToken cancellation)
    {
        OutgoingMessage message;
        try
        {
            message = composer.Compose(begun);
        }
        catch (CannotComposeException fault)
        {
            return new SendOutcome.Refused(SendStage.Connect, Concern.Message, fault.Message, Reply: null);
        }
        catch (Exception fault) when (fault is not StorageException)
        {
            // One message that cannot be made never stops the others; what it was is told by its kind only, for it may hold an address.
            return new SendOutcome.Refused(SendStage.Connect, Concern.Message, $"the message cannot be made ({fault.GetType().Name})", Reply: null);
        }

        try
        {
            return await transport.SendAsync(message, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new SendOutcome.TryLater(SendStage.Connect, Concern.Everyone, "the program was stopped");
        }
    }

    private void Count(SentAttempt? sent, Action<int> tell)
    {
        switch (sent?.Result.To)
        {
            case null:
                return;
            case DeliveryState.Accepted:
                tell(Interlocked.Increment(ref _accepted));
                return;
            case DeliveryState.Unknown or DeliveryState.Held:
                Interlocked.Increment(ref _unknown);
                return;
            case DeliveryState.Deferred:
                Interlocked.Increment(ref _deferred);
                return;
            case DeliveryState.Failed or DeliveryState.Expired:
                Interlocked.Increment(ref _failed);
                return;
            default:
                throw new UnreachableException();
        }
    }
}

/// <summary>What came of one sending.</summary>
/// <param name="Everyone">The fault that would meet every message, so that the sending stopped; null where there was none.</param>
internal sealed record SendingReport(int Accepted, int Deferred, int Failed, int Unknown, SendOutcome.TryLater? Everyone);
