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
internal sealed class OutboxSender(IMailTransport transport, DeliveryComposer composer, IClock clock, UnknownOutcome onUnknown, int senders, TimeProvider time)
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
        var pace = new SendingPace(time);
        var word = SendersWord.Nothing;
        while (await journal.Ask(word, IsStopped(cancellation) ? 0 : pace.AtOnce) is { Count: > 0 } begun)
            word = await SendAll(begun, pace, tell, cancellation);
    }

    private async Task<SendersWord> SendAll(IReadOnlyList<BegunAttempt> begun, SendingPace pace, Action<int> tell, CancellationToken cancellation)
    {
        var sent = new List<SentAttempt>(begun.Count);
        pace.Start();
        while (sent.Count < begun.Count && (sent.Count == 0 || !(IsStopped(cancellation) || pace.IsSpent)))
        {
            if (await Send(begun[sent.Count], cancellation) is not { } attempt)
                break;
            sent.Add(attempt);
            Count(attempt, tell);
        }

        pace.Stop(sent.Count);
        return new SendersWord(sent, [.. begun.Skip(sent.Count)]);
    }

    private bool IsStopped(CancellationToken cancellation) => cancellation.IsCancellationRequested || _everyone is not null;

    /// <returns>Null where the program was stopped while nothing had been handed over.</returns>
    private async Task<SentAttempt?> Send(BegunAttempt begun, CancellationToken cancellation)
    {
        if (await OutcomeOf(begun, cancellation) is not { } outcome)
            return null;
        if (outcome is SendOutcome.TryLater { Concerns: Concern.Everyone } later)
            _everyone = later;
        return new SentAttempt(begun, outcome, AttemptJudgement.Of(outcome, begun.Delivery, clock.GetCurrentInstant(), onUnknown));
    }

    private async Task<SendOutcome?> OutcomeOf(BegunAttempt begun, CancellationToken cancellation)
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
            return null;
        }
    }

    private void Count(SentAttempt sent, Action<int> tell)
    {
        switch (sent.Result.To)
        {
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
