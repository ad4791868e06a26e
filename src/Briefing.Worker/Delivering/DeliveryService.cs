using Briefing.Core.Deliveries;
using Briefing.Core.Model;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
using Briefing.Worker.Rendering.Text;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>Sends from the command line: one edition to its list or to one reader, or whatever is due. Tells no addresses.</summary>
internal sealed class DeliveryService : IAsyncDisposable
{
    private readonly BriefingDatabase _database;
    private readonly MailSetup _mail;
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly bool _showsProgress;
    private readonly string _pickup;
    private readonly EditionMailing _mailing;
    private readonly OutboxRun _outbox;

    /// <param name="folder">The pickup folder is "mail" in it.</param>
    /// <param name="variable">Reads a variable of the environment; null where it is not set.</param>
    /// <param name="showsProgress">Whether every hundredth message is reported on <paramref name="error"/>.</param>
    /// <exception cref="MailSetupException">Mail cannot be set up as configured.</exception>
    /// <exception cref="StorageException">The database or the keys beside it cannot be used.</exception>
    public DeliveryService(
        BriefingConfiguration configuration,
        BriefingDatabase database,
        IClock clock,
        string folder,
        TextWriter output,
        TextWriter error,
        Func<string, string?> variable,
        bool showsProgress)
    {
        (_database, _output, _error, _showsProgress) = (database, output, error, showsProgress);
        _pickup = Path.Combine(folder, "mail");
        _mail = MailSetup.Read(configuration, variable);
        var alerts = new OperatorAlerts(_mail.AlertDomain, line => error.WriteLine($"briefing: {line}"));
        _mailing = new EditionMailing(configuration, database, _mail, alerts, clock);
        _outbox = new OutboxRun(configuration, database, _mail, alerts, clock, folder);
    }

    /// <param name="only">One subscriber; null for the whole list.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> Send(EntryOptions entry, EditionRecord edition, long? only, CancellationToken cancellation)
    {
        var name = $"--entry {entry.Name} --date {edition.Date:uuuu-MM-dd}@{edition.Version}";
        switch (_mailing.Advance(entry, edition, only))
        {
            case MailingStep.NotDue notDue:
                var due = notDue.DueAt.InZone(DateTimeZoneProviders.Tzdb[entry.TimeZone]);
                return Refuse($"{edition} is due at {due:HH:mm}, and the worker mails it then; briefing deliver {name} --to ADDRESS sends it to one reader before");
            case MailingStep.Waiting waiting:
                return Refuse($"{edition} {waiting.Reason}: briefing approve {name}, then briefing deliver {name}");
            case MailingStep.Standing { Mailing.State: MailingState.Held } held:
                return Refuse($"{edition} is held: {held.Reason}; briefing approve {name} lets it go on");
            case MailingStep.Standing standing:
                return Refuse($"{edition} is {DeliveryWords.Of(standing.Mailing.State)}: {standing.Reason}; briefing deliver {name} --resume goes on");
            case MailingStep.Replaced replaced:
                return Refuse($"{edition} is not mailed: version {replaced.Version} went out already");
            case MailingStep.Withheld withheld:
                return Refuse($"{edition} goes to nobody on the list \"{withheld.List}\": {withheld.Reason}");
            case MailingStep.Sent sent:
                Tell(edition, sent);
                break;
        }

        var code = await SendDue(cancellation);
        return ReportState(entry, edition) ? ExitCode.DoneWithFaults : code;
    }

    /// <summary>Sends what is due, of whatever edition, and the notices.</summary>
    public async Task<int> SendDue(CancellationToken cancellation)
    {
        var report = await _outbox.SendDue(ReportProgress, cancellation);
        if (report is null)
        {
            _output.WriteLine("another program is sending and takes it from the outbox; briefing status tells how it goes");
            return ExitCode.Done;
        }

        var missed = report.Failed + report.Deferred + report.Unknown > 0;
        if (_mail.IsPickup && report.Accepted > 0)
            _output.WriteLine($"no mail server is configured (mail.host in briefing.json): {Phrases.Count(report.Accepted, "message lies", "messages lie")} in {_pickup}");
        if (!_mail.IsPickup || report.Accepted == 0 || missed)
            _output.WriteLine($"handed over {report.Accepted}, deferred {report.Deferred}, refused {report.Failed}, of unknown outcome {report.Unknown}");
        if (report.Everyone is { } fault)
            return Refuse($"nothing gets through now: {fault.Reason}{(fault.NeedsPerson ? "; this needs a person" : "")}. The worker, or briefing deliver, tries again");
        return missed ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    /// <summary>What would be done.</summary>
    public int PrintPlan(EntryOptions entry, EditionRecord edition, long? only)
    {
        var list = entry.SubscriberList();
        var (readers, unwilling) = _database.Read(session => FanOut.Choices(session, list, EditionTopics.Of(EditionContents.Read(session, edition)!), only));
        _output.WriteLine($"{edition}: {Phrases.Count(readers.Values.Sum(), "confirmed reader", "confirmed readers")} of the list \"{list}\", {Phrases.Count(readers.Count, "choice", "choices")} of topics and pack, {Phrases.Count(unwilling, "who wants", "who want")} none of its topics");
        if (_database.Read(session => MailingStore.Find(session, edition.Id, list)) is { } mailing)
        {
            _output.WriteLine($"  it is {DeliveryWords.Of(mailing.State)}{(mailing.Reason is { } reason ? $": {reason}" : "")}");
            ReportState(entry, edition);
        }

        _output.WriteLine(_mail.IsPickup ? $"  messages would be written to {_pickup}" : "  messages would be handed to the mail server; nothing was sent");
        return ExitCode.Done;
    }

    public async ValueTask DisposeAsync()
    {
        await _outbox.DisposeAsync();
        _mail.Dispose();
    }

    private void Tell(EditionRecord edition, MailingStep.Sent sent)
    {
        foreach (var fault in sent.Faults)
            _error.WriteLine($"briefing: {fault}");
        var unwilling = sent.WantNothing > 0 ? $"; {Phrases.Count(sent.WantNothing, "wants", "want")} none of its topics" : "";
        _output.WriteLine($"{edition}: for {Phrases.Count(sent.Readers, "reader", "readers")} of the list \"{sent.Mailing.List}\", {Phrases.Count(sent.Renderings, "rendering", "renderings")}{unwilling}");
    }

    /// <returns>Whether a person must see to it.</returns>
    private bool ReportState(EntryOptions entry, EditionRecord edition)
    {
        var status = _database.Read(session => MailingStatus.Of(session, MailingStore.Find(session, edition.Id, entry.SubscriberList())!));
        _output.WriteLine($"  {status.Told}");
        return status.Trouble is not null;
    }

    private void ReportProgress(int accepted)
    {
        if (accepted % 100 == 0 && _showsProgress)
            _error.WriteLine($"  handed over {accepted}");
    }

    private int Refuse(string reason)
    {
        _error.WriteLine($"briefing: {reason}");
        return ExitCode.DoneWithFaults;
    }
}

/// <summary>A mailing's deliveries, told in one line.</summary>
internal static class DeliveryCounts
{
    // In the order in which people ask.
    private static readonly (DeliveryState State, string Word)[] Words =
    [
        (DeliveryState.Accepted, "sent"), (DeliveryState.Sending, "being sent"), (DeliveryState.Leased, "taken up"), (DeliveryState.Pending, "waiting"),
        (DeliveryState.Deferred, "deferred"), (DeliveryState.Failed, "failed"), (DeliveryState.Unknown, "unknown"), (DeliveryState.Held, "unknown and held"),
        (DeliveryState.Expired, "expired"), (DeliveryState.Suppressed, "suppressed"),
    ];

    /// <summary>"480 sent, 3 deferred, 1 failed"; "nobody" where there are no deliveries.</summary>
    /// <param name="unknowns">Attempts that may or may not have been accepted, whatever became of their deliveries since.</param>
    public static string Tell(IReadOnlyDictionary<DeliveryState, int> counts, int unknowns)
    {
        var told = Words.Where(pair => counts.GetValueOrDefault(pair.State) > 0).Select(pair => $"{counts[pair.State]} {pair.Word}").ToList();
        if (unknowns > 0)
            told.Add($"{Phrases.Count(unknowns, "attempt", "attempts")} of unknown outcome");
        return told.Count == 0 ? "nobody" : string.Join(", ", told);
    }

    /// <summary>Why a mailing needs a person; null where it does not.</summary>
    public static string? TroubleOf(MailingRecord mailing, IReadOnlyDictionary<DeliveryState, int> counts) => mailing.State switch
    {
        MailingState.Withheld => $"withheld: {mailing.Reason}",
        MailingState.Stopped => $"stopped: {mailing.Reason}",
        MailingState.Held => mailing.Reason ?? "held",
        // Without a reason it waits for its time only.
        MailingState.Waiting => mailing.Reason,
        _ when counts.Any(pair => pair.Value > 0 && pair.Key.IsTrouble()) => "not everybody got it",
        _ => null,
    };
}
