using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mailing;
using NodaTime;

namespace Briefing.Worker.Delivering;

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
        using var turn = EntryTurn.TryTakeOutbox(_database.Location);
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
