using System.Diagnostics;
using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
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
        var word = SendReport.Nothing;
        while (await journal.Ask(word, IsStopped(cancellation) ? 0 : pace.AtOnce) is { Count: > 0 } begun)
            word = await SendAll(begun, pace, tell, cancellation);
    }

    private async Task<SendReport> SendAll(IReadOnlyList<BegunAttempt> begun, SendingPace pace, Action<int> tell, CancellationToken cancellation)
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
        return new SendReport(sent, [.. begun.Skip(sent.Count)]);
    }

    private bool IsStopped(CancellationToken cancellation) => cancellation.IsCancellationRequested || _everyone is not null;

    /// <returns>Null where the program was stopped while nothing had been handed over.</returns>
    private async Task<SentAttempt?> Send(BegunAttempt begun, CancellationToken cancellation)
    {
        if (await OutcomeOf(begun, cancellation) is not { } outcome)
            return null;
        if (outcome is SendOutcome.TryLater { Concerns: Concern.Everyone } later)
            _everyone = later;
        return new SentAttempt(begun, outcome, AttemptRules.Of(outcome, begun.Delivery, clock.GetCurrentInstant(), onUnknown));
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
            // One message that cannot be made never stops the others; what it was is reported by its kind only, for it may hold an address.
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

/// <summary>
/// How many deliveries a sender stores as being sent in one commit. Were it killed, the outcome of all of them would be unknown: so
/// only as many as went out within an instant lately. To a server that takes its time they are stored one by one, where a commit
/// costs little beside the rest.
/// </summary>
internal sealed class SendingPace(TimeProvider time)
{
    internal const int Max = 8;
    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(20);

    // By then the readers might have changed their minds: what is left is asked for anew.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private long _started;

    public int AtOnce { get; private set; } = 1;

    /// <summary>Whether those given out have taken too long for the rest of them to go out without being asked for again.</summary>
    public bool IsSpent => time.GetElapsedTime(_started) > Longest;

    public void Start() => _started = time.GetTimestamp();

    /// <param name="sent">How many went out since the start.</param>
    public void Stop(int sent)
    {
        var took = time.GetElapsedTime(_started);
        AtOnce = (int)Math.Clamp(Within * sent / (took + TimeSpan.FromTicks(1)), 1, Max);
    }
}

/// <summary>What an outcome makes of a delivery: its next state, and when it is tried again.</summary>
internal static class AttemptRules
{
    /// <param name="sending">With this attempt counted.</param>
    /// <param name="onUnknown">What becomes of what may or may not have been accepted.</param>
    public static AttemptResult Of(SendOutcome outcome, DeliveryRecord sending, Instant now, UnknownOutcome onUnknown)
    {
        var next = RetrySchedule.Next(sending.Key, sending.Attempts, now, sending.Deadline);
        return outcome switch
        {
            SendOutcome.Accepted accepted => new AttemptResult(AttemptOutcome.Accepted, DeliveryState.Accepted, null, null, null, accepted.Reply?.ToString()),
            SendOutcome.Refused refused => new AttemptResult(
                AttemptOutcome.Refused, DeliveryState.Failed, null, $"{refused.Stage}", refused.Reason, refused.Reply?.ToString()),
            SendOutcome.TryLater later => new AttemptResult(
                AttemptOutcome.Later, next is null ? DeliveryState.Expired : DeliveryState.Deferred, next, $"{later.Stage}", later.Reason, later.Reply?.ToString()),
            SendOutcome.Unknown unknown when onUnknown == UnknownOutcome.Hold && sending.Kind == DeliveryKind.Edition => new AttemptResult(
                AttemptOutcome.Unknown, DeliveryState.Held, null, $"{SendStage.FinalDot}", unknown.Reason, null),
            SendOutcome.Unknown unknown => new AttemptResult(
                AttemptOutcome.Unknown, next is null ? DeliveryState.Expired : DeliveryState.Unknown, next, $"{SendStage.FinalDot}", unknown.Reason, null),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
    }
}

/// <summary>A delivery that is being sent: stored as such, its reader asked for at that moment.</summary>
/// <param name="Reader">Null: the operators.</param>
internal sealed record BegunAttempt(DeliveryRecord Delivery, DeliveryReader? Reader);

/// <summary>What became of it.</summary>
internal sealed record SentAttempt(BegunAttempt Begun, SendOutcome Outcome, AttemptResult Result);

/// <summary>What a sender has done with the deliveries that it was given.</summary>
/// <param name="Untouched">Nothing of these went out: they wait as before.</param>
internal sealed record SendReport(IReadOnlyList<SentAttempt> Sent, IReadOnlyList<BegunAttempt> Untouched)
{
    public static SendReport Nothing { get; } = new([], []);
}
