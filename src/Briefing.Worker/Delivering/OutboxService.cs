using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Scheduling;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>Keeps the outbox empty for as long as the worker runs.</summary>
internal sealed class OutboxService(OutboxRun outbox, WorkerLog log, IClock clock) : BackgroundService
{
    // Others may put something in: the site, a command.
    private static readonly Duration LookEvery = Duration.FromSeconds(2);
    private static readonly Duration AfterFailure = Duration.FromSeconds(30);

    private int _closedDoors;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await Look(stoppingToken);
            await Task.Delay(pause.ToTimeSpan(), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Duration> Look(CancellationToken stopping)
    {
        try
        {
            if (!(outbox.NextAt() <= clock.GetCurrentInstant()))
                return LookEvery;
            var report = await outbox.SendDue(_ => { }, stopping);
            if (report is null || stopping.IsCancellationRequested)
                return LookEvery;
            log.Sent(report.Accepted, report.Deferred, report.Failed, report.Unknown);
            if (report.Everyone is not { } fault)
            {
                _closedDoors = 0;
                return LookEvery;
            }

            log.ClosedDoor(fault.Reason, fault.NeedsPerson);
            return RetrySchedule.DelayAfter("everyone", ++_closedDoors);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Sending that breaks off never stops the making of editions.
            log.BrokeOff("outbox", fault);
            return AfterFailure;
        }
    }
}

/// <summary>
/// Sends what is due in the outbox, one program at a time. Connections and encoded mails are kept from one call to the next.
/// </summary>
internal sealed class OutboxRun : IAsyncDisposable
{
    private readonly BriefingDatabase _database;
    private readonly MailSetup _mail;
    private readonly IClock _clock;
    private readonly AddressKey _key;
    private readonly IMailTransport _transport;
    private readonly DeliveryComposer _composer;
    private readonly OutboxRules _rules;

    /// <param name="output">The pickup folder is "mail" in it.</param>
    /// <exception cref="StorageException">The database or the keys beside it cannot be used.</exception>
    public OutboxRun(BriefingConfiguration configuration, BriefingDatabase database, MailSetup mail, OperatorAlerts alerts, IClock clock, string output)
    {
        (_database, _mail, _clock) = (database, mail, clock);
        _key = AddressKey.Open(database);
        _transport = mail.OpenTransport(output, TimeProvider.System);
        var links = LinkKeyFile.Open(database);
        _composer = new DeliveryComposer(database, mail, links, new NoticeWriter(configuration, mail, links));
        _rules = new OutboxRules(alerts, _key);
    }

    /// <summary>When there is something to send; null where nothing waits.</summary>
    public Instant? NextAt() => _database.Read(session => OutboxStore.HasRemains(session) ? Instant.MinValue : OutboxStore.NextAt(session));

    /// <param name="tell">Told how many have been handed over so far, now and then.</param>
    /// <returns>Null when another program is sending.</returns>
    /// <exception cref="StorageException">The database failed.</exception>
    public async Task<SendingReport?> SendDue(Action<int> tell, CancellationToken cancellation)
    {
        using var turn = EntryLock.TryTakeOutbox(_database.Location);
        if (turn is null)
            return null;
        TakeBack();
        SendingReport report;
        var journal = new OutboxJournal(_database, _clock, _rules);
        await using (journal)
            report = await new OutboxSender(_transport, _composer, _clock, _mail.OnUnknown, _mail.Parallelism, TimeProvider.System).SendDue(journal, tell, cancellation);
        CloseEnded();
        return report;
    }

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    // Nobody else sends: whatever is being sent is a dead sender's.
    private void TakeBack()
    {
        var now = _clock.GetCurrentInstant();
        var unknown = _mail.OnUnknown == UnknownOutcome.Hold ? DeliveryState.Held : DeliveryState.Unknown;
        _database.Write(session =>
        {
            SendingStore.Recover(session, now, all: true, unknown);
            OutboxStore.Expire(session, now);
        });
    }

    private void CloseEnded()
    {
        var now = _clock.GetCurrentInstant();
        _database.Write(session =>
        {
            OutboxStore.Expire(session, now);
            foreach (var mailing in MailingStore.Open(session))
                MailingStore.CloseIfEnded(session, mailing.Id);
        });
    }
}

/// <summary>What a refusal brings about besides the delivery's own end: the brake on its mailing, and the reader's state.</summary>
internal sealed class OutboxRules(OperatorAlerts alerts, AddressKey key) : IOutboxEvents
{
    public void Recorded(StorageSession session, SentAttempt sent, Instant now)
    {
        if (sent.Result.To != DeliveryState.Failed)
            return;
        RefusedReader.Note(session, key, sent, now);
        if (sent.Begun.Delivery.Mailing is { } id && MailingStore.Find(session, id) is { State: MailingState.Sending } mailing)
            Brake(session, mailing, now);
    }

    private void Brake(StorageSession session, MailingRecord mailing, Instant now)
    {
        var failed = OutboxStore.FailedOf(session, mailing);
        if (failed < FailureBrake.Least)
            return;
        var ended = OutboxStore.EndedOf(session, mailing);
        if (!FailureBrake.Pulls(failed, ended))
            return;
        var reason = $"{failed} of {ended} messages were refused for good";
        MailingStore.Move(session, mailing.Id, MailingState.Stopped, reason);
        alerts.Raise(session, $"The mailing to the list \"{mailing.List}\" was stopped", [reason, "briefing status tells more; briefing deliver --date … --resume sends the rest"], now);
    }
}
