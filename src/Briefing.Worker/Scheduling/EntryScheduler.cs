using Briefing.Core;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Rendering;
using NodaTime;

namespace Briefing.Worker.Scheduling;

/// <summary>
/// Does what an entry asks for now: collect, freeze, make, hand over, or record that an edition is left out. Each step is stored before
/// the next begins, so that a worker killed at any moment goes on where it was; nothing is remembered here.
/// </summary>
internal sealed class EntryScheduler(
    BriefingConfiguration configuration, PlannedEntry entry, BriefingDatabase database, IClock clock, WorkerLog log, EditionMailing mailing, string output)
{
    private static readonly Duration CollectEvery = Duration.FromMinutes(5);

    // The clock may be set, and the schedule changed: nobody sleeps longer.
    private static readonly Duration LookEvery = Duration.FromMinutes(1);
    private static readonly Duration LastCollect = Duration.FromSeconds(20);

    private readonly EditionRepository _ledger = new(database, configuration, entry.Name);

    /// <returns>When to ask again.</returns>
    /// <exception cref="StorageException">The database failed; what was under way is taken up at the next call.</exception>
    public async Task<Instant> Do(CancellationToken cancellation)
    {
        using var turn = EntryLock.TryTake(database.Location, entry.Name);
        if (turn is null)
            return clock.GetCurrentInstant() + Duration.FromSeconds(5);

        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var waiting = HandOver();
            var now = clock.GetCurrentInstant();
            var history = _ledger.History();
            switch (EditionPlanner.Decide(entry.Calendar, history, now))
            {
                case CollectDocuments collect:
                    Collect(collect.Slot, collect.Window, now);
                    return Instant.Min(NextCollect(collect.Slot, now), waiting ?? Instant.MaxValue);
                case MakeEdition make:
                    await Make(make, history, cancellation);
                    break;
                case SkipEdition skip:
                    Skip(skip, history, now);
                    break;
                case AwaitEdition pause:
                    // From now on an edition that is missed is one that was owed.
                    if (history.KnownSince is null)
                        _ledger.Keep(history, now);
                    return Instant.Min(Instant.Min(pause.Until ?? Instant.MaxValue, now + LookEvery), waiting ?? Instant.MaxValue);
            }
        }
    }

    // The last time shortly before the cut-off, so that what came until then is in.
    private static Instant NextCollect(EditionSlot slot, Instant now)
    {
        var last = slot.CutOff - LastCollect;
        return now < last ? Instant.Min(now + CollectEvery, last) : slot.CutOff;
    }

    private void Collect(EditionSlot slot, EditionWindow window, Instant now)
    {
        var journal = log.JournalFor(entry.Name, slot.Date);
        var run = _ledger.Begin(RunKind.Collect, slot.Date, now);
        new EditionFreezer(configuration, _ledger, clock, journal).Collect(entry.Options, slot.Date, window, now);
        _ledger.Finish(run, succeeded: true, made: null, clock.GetCurrentInstant(), journal);
    }

    private async Task Make(MakeEdition make, EntryHistory history, CancellationToken cancellation)
    {
        var journal = log.JournalFor(entry.Name, make.Slot.Date);
        var run = _ledger.Begin(RunKind.Scheduled, make.Slot.Date, clock.GetCurrentInstant());
        EditionRecord? made = null;
        try
        {
            var begun = make.IsResumed ? make : WithLateReading(make);
            var frozen = make.IsResumed ? _ledger.FindDue(make.Slot.DueAt) : null;
            frozen ??= Freeze(begun, history, journal);
            var whenMade = _ledger.History().Made(make.Slot.Date, begun.Window);
            made = (await new EditionMaker(configuration, _ledger, clock, journal).Make(entry.Options, frozen, Formats(), whenMade, cancellation)).Record;
        }
        finally
        {
            _ledger.Finish(run, succeeded: made is not null, made, clock.GetCurrentInstant(), journal);
        }
    }

    // Where nothing was read in time the sources are read now, and the edition's window reaches until now: the next begins there.
    private MakeEdition WithLateReading(MakeEdition make)
    {
        var now = clock.GetCurrentInstant();
        return now > make.Window.End && !_ledger.HasCollected(make.Slot.Date) ? make with { Window = make.Window with { End = now } } : make;
    }

    private EditionRecord Freeze(MakeEdition make, EntryHistory history, RunJournal journal)
    {
        var freezing = new EditionFreezer(configuration, _ledger, clock, journal);
        var now = clock.GetCurrentInstant();
        var selection = _ledger.HasCollected(make.Slot.Date)
            ? freezing.Collected(make.Slot.Date, make.Window)
            : freezing.Collect(entry.Options, make.Slot.Date, make.Window, make.Window.End);
        var inputs = new EditionInputs
        {
            Entry = entry.Name,
            Date = make.Slot.Date,
            Documents = [.. selection.Documents.Select(InputDocument.Of)],
            Sources = selection.Sources,
            Window = make.Window,
            DueAt = make.Slot.DueAt,
            Late = make.IsLate,
            FrozenAt = now,
        };
        var frozen = _ledger.Begin(inputs, history.Begin(make));
        journal.Done(new Stage("freeze", selection.Documents.Length, selection.Documents.Length, "documents"));
        return frozen;
    }

    private HashSet<string> Formats() =>
        [.. (entry.Options.Formats ?? [OutputFormats.Html, OutputFormats.Text, OutputFormats.Pdf]).Where(format => format != OutputFormats.Message)];

    private void Skip(SkipEdition skip, EntryHistory history, Instant now)
    {
        var journal = log.JournalFor(entry.Name, skip.Slot.Date);
        var run = _ledger.Begin(RunKind.Skip, skip.Slot.Date, now);
        journal.Fault($"no edition of \"{entry.Name}\" for {skip.Slot.Date:uuuu-MM-dd}: {skip.Reason}; its documents go to the next one");
        _ledger.Keep(history.Skipped(skip), now);
        _ledger.Finish(run, succeeded: false, made: null, now, journal);
    }

    /// <summary>Hands over what is made and due: its files once, then its mails.</summary>
    /// <returns>When to look again; null where nothing waits.</returns>
    private Instant? HandOver()
    {
        Instant? next = null;
        foreach (var edition in _ledger.ToHandOver())
        {
            var now = clock.GetCurrentInstant();
            if (edition.DueAt > now)
            {
                next = Instant.Min(next ?? Instant.MaxValue, edition.DueAt.Value);
                continue;
            }

            var until = HandOver(edition, now);
            next = Instant.Min(next ?? Instant.MaxValue, until ?? Instant.MaxValue);
        }

        return next;
    }

    // A fault here keeps neither other editions of the entry from being handed over nor the next from being made.
    private Instant? HandOver(EditionRecord edition, Instant now)
    {
        try
        {
            var written = _ledger.IsWritten(edition) || WriteFolder(edition, now);
            var until = edition.State == EditionState.Made ? Mail(edition) : null;
            return until is null && written ? null : Instant.Min(until ?? Instant.MaxValue, now + LookEvery);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.AlertOnce($"{edition} cannot be handed over, it is tried again every minute: {fault.Message}");
            return now + LookEvery;
        }
    }

    // A folder that cannot be written to keeps nobody from getting the mail.
    private bool WriteFolder(EditionRecord edition, Instant now)
    {
        var folder = Path.Combine(output, entry.Name, $"{edition.Date:uuuu-MM-dd}");
        try
        {
            var whole = _ledger.WholeOf(edition);
            new EditionFolder(folder).Replace(EditionJson.Write(whole.Edition), whole.Documents, whole.Files);
            _ledger.MarkWritten(edition, now);
            log.HandedOver(entry.Name, WorkerLog.Text(edition.Date), edition.Version, folder);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.AlertOnce($"{edition} cannot be written to {folder}, it is tried again every minute: {fault.Message}");
            return false;
        }
    }

    /// <returns>Until when it waits for a person; null where it does not.</returns>
    private Instant? Mail(EditionRecord edition)
    {
        var date = WorkerLog.Text(edition.Date);
        switch (mailing.Advance(entry.Options, edition))
        {
            case MailingStep.Waiting waiting:
                log.Waits(entry.Name, date, edition.Version, waiting.Reason);
                return waiting.Until;
            case MailingStep.Sent sent:
                log.FannedOut(entry.Name, date, edition.Version, sent.Readers, sent.Mailing.List, sent.Renderings);
                foreach (var fault in sent.Faults)
                    log.Alert($"{edition}: {fault}");
                return null;
            case MailingStep.Replaced replaced:
                _ledger.End(edition);
                log.Alert($"{edition} is not mailed: version {replaced.Version} went out already");
                return null;
            default:
                // Withheld or standing: the operators were notified.
                return null;
        }
    }
}
