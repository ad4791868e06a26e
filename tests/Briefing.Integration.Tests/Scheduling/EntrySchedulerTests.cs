using Briefing.Core.Deliveries;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Runs;
using Briefing.Worker;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mail;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Rendering;
using Briefing.Worker.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace Briefing.Integration.Tests.Scheduling;

/// <summary>What the worker does for an entry at 06:30 in London, in a time of the tests' own.</summary>
public sealed class EntrySchedulerTests : IDisposable
{
    // A Tuesday; London is on GMT.
    private static readonly LocalDate Tuesday = new(2026, 3, 10);

    private readonly WorkerFolder _folder = new();
    private readonly BriefingDatabase _database;
    private readonly FakeClock _clock = new(default);

    public EntrySchedulerTests()
    {
        _folder.Schedule("""{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "formats": ["txt"] }""");
        _database = BriefingDatabase.Open(_folder.PathOf("briefing.db"));
    }

    [Fact]
    public async Task AMorningIsCollectedFrozenMadeAndHandedOverInTime()
    {
        Assert.Equal(At(4, 46), await DoAt(At(4, 45)));
        _folder.Drop("early", "Port Sorrel", 14);
        Assert.Equal(At(5, 35), await DoAt(At(5, 30)));
        _folder.Drop("just-in-time", "Casterby", 7);
        Assert.Equal(At(6, 10), await DoAt(At(6, 9, 50)));
        _folder.Drop("too-late", "Lomond Head", 3);
        Assert.Equal(At(6, 20), await DoAt(At(6, 19, 30)));
        Assert.Null(Found(Tuesday));

        await DoAt(At(6, 20));

        Assert.Equal(EditionState.Made, Found(Tuesday)!.State);
        Assert.False(Directory.Exists(Output(Tuesday)));
        await DoAt(At(6, 30));
        Assert.Equal(EditionState.Done, Found(Tuesday)!.State);
        Assert.Equal(["early.txt", "just-in-time.txt"], Documents(Tuesday));
        Assert.Equal(Documents(Tuesday), Edition(Tuesday).Documents.Select(document => document.Name));
    }

    [Fact]
    public async Task WhatCameAfterTheCutOffIsInTheNextEdition()
    {
        await AMorningIsCollectedFrozenMadeAndHandedOverInTime();

        await Morning(Tuesday.PlusDays(1));

        Assert.Equal(["too-late.txt"], Documents(Tuesday.PlusDays(1)));
    }

    [Fact]
    public async Task MondayCoversTheWeekend()
    {
        var friday = Tuesday.PlusDays(3);
        _folder.Drop("friday", "Port Sorrel", 14);
        await Morning(friday);
        _folder.Drop("saturday", "Casterby", 7);
        // The sources are read when an edition is near: on Monday morning.
        await DoAt(At(12, 0) + Duration.FromDays(4));

        await Morning(friday.PlusDays(3));

        Assert.Null(Found(friday.PlusDays(1)));
        Assert.Equal(["saturday.txt"], Documents(friday.PlusDays(3)));
    }

    [Fact]
    public async Task AWorkerThatComesBackInTheCatchUpWindowReadsTheSourcesAndMarksTheEditionLate()
    {
        await DoAt(At(4, 45));
        _folder.Drop("one", "Port Sorrel", 14);

        await DoAt(At(9, 0));

        Assert.Equal(["one.txt"], Documents(Tuesday));
        Assert.True(Edition(Tuesday).Late);
        _folder.Drop("two", "Casterby", 7);
        await Morning(Tuesday.PlusDays(1));
        Assert.Equal(["two.txt"], Documents(Tuesday.PlusDays(1)));
    }

    [Fact]
    public async Task AMissedEditionIsRecordedAndItsDocumentsGoToTheNext()
    {
        await DoAt(At(4, 45));
        _folder.Drop("one", "Port Sorrel", 14);
        await DoAt(At(5, 40));

        await DoAt(At(10, 31));

        Assert.Null(Found(Tuesday));
        var skip = _database.Read(session => RunStore.Latest(session, 5)).Single(run => run.Kind == "skip");
        Assert.Contains("2026-03-10", _database.Read(session => RunStore.FaultsOf(session, skip.Id)).Single(), StringComparison.Ordinal);
        await Morning(Tuesday.PlusDays(1));
        Assert.Equal(["one.txt"], Documents(Tuesday.PlusDays(1)));
    }

    [Fact]
    public async Task AMorningWithoutNewsHasAnEditionThatSaysSo()
    {
        await Morning(Tuesday);

        Assert.Empty(Edition(Tuesday).Documents);
        Assert.Equal("empty", Edition(Tuesday).Sources.Single().Status);
    }

    [Fact]
    public async Task AnEditionMadeByHandBeforeDoesNotTakeTheFilesFromTheOneThatIsDue()
    {
        _folder.Drop("one", "Port Sorrel", 14);
        await DoAt(At(5, 30));
        _clock.Reset(At(5, 45));
        var byHand = new RunRequest(Configuration().Schedule.Entries[0], Tuesday, [], _folder.PathOf("by-hand"), new HashSet<string>(StringComparer.Ordinal) { OutputFormats.Json });
        var exit = await new EditionRun(Configuration(), _database, _clock, RunJournal.For(TextWriter.Null, showStages: false), TextWriter.Null, TextWriter.Null, _ => null).Make(byHand, CancellationToken.None);
        Assert.Equal(ExitCode.Done, exit);

        await Morning(Tuesday);

        Assert.True(File.Exists(Path.Combine(Output(Tuesday), "mail.txt")));
        Assert.Equal((2, EditionState.Done), (Found(Tuesday)!.Version, Found(Tuesday)!.State));
    }

    [Fact]
    public async Task AClockSetBackMakesNothingTwice()
    {
        _folder.Drop("one", "Port Sorrel", 14);
        await Morning(Tuesday);

        await DoAt(At(4, 31));
        await DoAt(At(6, 20));
        await DoAt(At(6, 30));

        Assert.Equal(1, Found(Tuesday)!.Version);
    }

    [Fact]
    public async Task AnEditionThatWasFrozenAndNotMadeIsFinishedWithItsInputs()
    {
        _folder.Drop("one", "Port Sorrel", 14);
        await DoAt(At(6, 0));
        var history = _database.Read(session => HistoryStore.Read(session, "morning"));
        var make = Assert.IsType<MakeEdition>(EditionPlanner.Decide(Entry().Calendar, history, At(6, 20)));
        // A worker that is killed after the freeze, when the next stage is told.
        using (var cancelled = new CancellationTokenSource())
        {
            _clock.Reset(At(6, 20));
            var duty = Duty(new StoppingLog(cancelled));
            await Assert.ThrowsAnyAsync<Exception>(() => duty.Do(cancelled.Token));
        }

        Assert.Equal(EditionState.Frozen, Found(Tuesday)!.State);
        _folder.Drop("two", "Casterby", 7);

        await DoAt(At(6, 31));

        Assert.Equal(EditionState.Done, Found(Tuesday)!.State);
        Assert.Equal(["one.txt"], Documents(Tuesday));
        Assert.Equal(make.Slot.DueAt, Found(Tuesday)!.DueAt);
    }

    [Fact]
    public async Task AnEditionThatWaitsForApprovalLiesInItsFolderAndIsMailedOnceItIsApproved()
    {
        _folder.Schedule("""{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "formats": ["txt"], "approval": "required", "approveUntil": "07:15" }""");
        _folder.Drop("one", "Port Sorrel", 14);
        await Morning(Tuesday);
        Assert.Equal(EditionState.Made, Found(Tuesday)!.State);
        Assert.True(File.Exists(Path.Combine(Output(Tuesday), "mail.txt")));
        await DoAt(At(7, 0));
        Assert.Equal(MailingState.Waiting, Mailing(Tuesday).State);

        var edition = Found(Tuesday)!;
        _database.Write(session => MailingStore.Decide(session, edition.Id, ApprovalDecision.Approved, "the duty officer", At(7, 1)));
        await DoAt(At(7, 2));

        Assert.Equal((MailingState.Done, EditionState.Done), (Mailing(Tuesday).State, Found(Tuesday)!.State));
    }

    [Fact]
    public async Task AnEditionThatNobodyApprovesInTimeIsWithheldAndTheNextOneIsMade()
    {
        _folder.Schedule("""{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "formats": ["txt"], "approval": "required", "approveUntil": "07:15" }""");
        _folder.Drop("one", "Port Sorrel", 14);
        await Morning(Tuesday);

        await DoAt(At(7, 16));

        Assert.Equal((MailingState.Withheld, "nobody approved it in time"), (Mailing(Tuesday).State, Mailing(Tuesday).Reason));
        _folder.Drop("two", "Casterby", 7);
        await Morning(Tuesday.PlusDays(1));
        Assert.Equal(["two.txt"], Documents(Tuesday.PlusDays(1)));
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenToKeepsNobodyFromTheMailAndIsFilledLater()
    {
        _folder.Drop("one", "Port Sorrel", 14);
        // A file stands where the folder should.
        File.WriteAllText(_folder.PathOf("out"), "");
        await Morning(Tuesday);
        Assert.Equal(EditionState.Done, Found(Tuesday)!.State);

        File.Delete(_folder.PathOf("out"));
        await DoAt(At(6, 31));

        Assert.True(File.Exists(Path.Combine(Output(Tuesday), "mail.txt")));
    }

    public void Dispose() => _folder.Dispose();

    private static Instant At(int hour, int minute, int second = 0) => Instant.FromUtc(2026, 3, 10, hour, minute, second);

    private async Task Morning(LocalDate date)
    {
        var day = Duration.FromDays(Period.DaysBetween(Tuesday, date));
        await DoAt(At(5, 30) + day);
        await DoAt(At(6, 20) + day);
        await DoAt(At(6, 30) + day);
    }

    /// <returns>When it would be asked again: at most a minute later, but for the sources, which are read every five.</returns>
    private async Task<Instant> DoAt(Instant now)
    {
        _clock.Reset(now);
        var next = await Duty(NullLoggerFactory.Instance).Do(CancellationToken.None);
        Assert.InRange(next, now + Duration.Epsilon, now + Duration.FromMinutes(5));
        return next;
    }

    private EntryScheduler Duty(Microsoft.Extensions.Logging.ILoggerFactory loggers)
    {
        var log = new WorkerLog(loggers);
        var mailing = new EditionMailing(Configuration(), _database, MailSetup.Read(Configuration(), _ => null), new OperatorAlerts(domain: null, log.Alert), _clock);
        return new(Configuration(), Entry(), _database, _clock, log, mailing, _folder.PathOf("out"));
    }

    private BriefingConfiguration Configuration() => BriefingConfiguration.Load(_folder.BriefingPath).Configuration!;

    private PlannedEntry Entry() => PlannedEntry.Of(Configuration().Schedule.Entries[0], Configuration().Calendars);

    private EditionRecord? Found(LocalDate date) => _database.Read(session => EditionStore.Find(session, "morning", date));

    private MailingRecord Mailing(LocalDate date)
    {
        var edition = Found(date)!;
        return _database.Read(session => MailingStore.Find(session, edition.Id, "morning"))!;
    }

    private IEnumerable<string> Documents(LocalDate date) => _database.Read(session =>
        EditionStore.DocumentsOf(session, EditionStore.Find(session, "morning", date)!)).Select(document => document.Key.Split('\t')[1]);

    private string Output(LocalDate date) => _folder.PathOf($"out/morning/{date:uuuu-MM-dd}");

    private Edition Edition(LocalDate date) => EditionJson.Read(File.ReadAllBytes(Path.Combine(Output(date), "edition.json")));
}
