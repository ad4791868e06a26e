using Briefing.Core.Scheduling;
using NodaTime;
using static Briefing.Core.Tests.Scheduling.SomeEntry;

namespace Briefing.Core.Tests.Scheduling;

public class EditionPlannerTests
{
    // Friday, Monday, Tuesday of one week; London is on UTC.
    private static readonly EditionCalendar Calendar = At(6, 30, calendar: WorkingCalendar.Weekdays).Calendar();
    private static readonly EditionSlot Friday = Calendar.On(new LocalDate(2026, 3, 6))!;
    private static readonly EditionSlot Monday = Calendar.On(new LocalDate(2026, 3, 9))!;
    private static readonly EditionSlot Tuesday = Calendar.On(new LocalDate(2026, 3, 10))!;
    private static readonly EditionWindow Weekend = new(Friday.CutOff, Monday.CutOff);
    private static readonly EntryHistory AfterFriday = new() { LastDate = Friday.Date, CoveredUntil = Friday.CutOff };

    [Fact]
    public void AMorningGoesThroughItsStages()
    {
        Assert.Equal(new AwaitEdition(Monday.CollectFrom, Monday), At(5, 29));
        Assert.Equal(new CollectDocuments(Monday, Weekend), At(5, 30));
        Assert.Equal(new CollectDocuments(Monday, Weekend), At(6, 9));
        Assert.Equal(new AwaitEdition(Monday.FreezeAt, Monday), At(6, 10));
        Assert.Equal(new MakeEdition(Monday, Weekend, IsLate: false, IsResumed: false), At(6, 20));

        static ScheduleDecision At(int hour, int minute) => EditionPlanner.Decide(Calendar, AfterFriday, Utc(2026, 3, 9, hour, minute));
    }

    [Fact]
    public void MondaysEditionCoversTheWeekend()
    {
        var made = Assert.IsType<MakeEdition>(EditionPlanner.Decide(Calendar, AfterFriday, Monday.DueAt));

        Assert.True(made.Window.Contains(Utc(2026, 3, 8, 12, 0)));
        Assert.False(made.Window.Contains(Friday.CutOff));
        Assert.True(made.Window.Contains(Monday.CutOff));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(240, true)]
    public void AMissedEditionIsMadeWithinItsCatchUpAndMarkedLate(int minutesAfter, bool late) => Assert.Equal(
        new MakeEdition(Monday, Weekend, late, IsResumed: false),
        EditionPlanner.Decide(Calendar, AfterFriday, Monday.DueAt + Duration.FromMinutes(minutesAfter)));

    [Fact]
    public void BeyondTheCatchUpItIsSkippedAndItsDocumentsGoToTheNext()
    {
        var skipped = Assert.IsType<SkipEdition>(EditionPlanner.Decide(Calendar, AfterFriday, Utc(2026, 3, 9, 10, 31)));
        var next = EditionPlanner.Decide(Calendar, AfterFriday.Skipped(skipped), Tuesday.DueAt);

        Assert.Equal(
            "it was due 2026-03-09 06:30 and could be made until 2026-03-09 10:30; it is 2026-03-09 10:31 (Europe/London)", skipped.Reason);
        Assert.Equal(new MakeEdition(Tuesday, new EditionWindow(Friday.CutOff, Tuesday.CutOff), IsLate: false, IsResumed: false), next);
    }

    [Fact]
    public void EveryEditionOfALongAbsenceIsRecorded()
    {
        var history = AfterFriday;
        var skipped = new List<LocalDate>();
        while (EditionPlanner.Decide(Calendar, history, Utc(2026, 3, 20, 12, 0)) is SkipEdition skip)
        {
            skipped.Add(skip.Slot.Date);
            history = history.Skipped(skip);
        }

        Assert.Equal([9, 10, 11, 12, 13, 16, 17, 18, 19, 20], skipped.Select(date => date.Day));
        Assert.Equal(Friday.CutOff, history.CoveredUntil);
    }

    [Fact]
    public void TheFirstEditionBeginsAtTheCutOffBefore()
    {
        var made = Assert.IsType<MakeEdition>(EditionPlanner.Decide(Calendar, new EntryHistory { KnownSince = Utc(2026, 3, 8, 15, 0) }, Monday.FreezeAt));

        Assert.Equal(Weekend, made.Window);
    }

    [Fact]
    public void AnEntryWrittenAfterTodaysTimeBeginsTomorrow()
    {
        var history = new EntryHistory { KnownSince = Utc(2026, 3, 9, 6, 45) };

        Assert.Equal(new AwaitEdition(Tuesday.CollectFrom, Tuesday), EditionPlanner.Decide(Calendar, history, Utc(2026, 3, 9, 6, 45)));
    }

    [Fact]
    public void AnEntryTakenUpAgainBeginsLikeANewOneWithoutTheNewsOfItsAbsence()
    {
        var history = new EntryHistory { LastDate = new LocalDate(2025, 12, 1), CoveredUntil = Utc(2025, 12, 1, 6, 10), KnownSince = Utc(2026, 3, 8, 15, 0) };

        Assert.Equal(
            new MakeEdition(Monday, Weekend, IsLate: false, IsResumed: false), EditionPlanner.Decide(Calendar, history, Monday.FreezeAt));
        Assert.Equal(
            new EditionWindow(Monday.CutOff, Tuesday.CutOff),
            Assert.IsType<MakeEdition>(EditionPlanner.Decide(Calendar, history.Made(Monday.Date, Weekend), Tuesday.FreezeAt)).Window);
    }

    [Fact]
    public void AWindowHeldOpenForALateEditionIsWhereTheNextOneBegins()
    {
        var held = Weekend with { End = Monday.DueAt + Duration.FromHours(2) };

        Assert.Equal(
            new EditionWindow(held.End, Tuesday.CutOff),
            Assert.IsType<MakeEdition>(EditionPlanner.Decide(Calendar, AfterFriday.Made(Monday.Date, held), Tuesday.FreezeAt)).Window);
    }

    [Fact]
    public void AnEntryOfWhichNothingIsStoredMakesWhatMayStillBeMade()
    {
        Assert.Equal(Monday, Assert.IsType<MakeEdition>(EditionPlanner.Decide(Calendar, new EntryHistory(), Utc(2026, 3, 9, 6, 45))).Slot);
        Assert.Equal(Tuesday, Assert.IsType<AwaitEdition>(EditionPlanner.Decide(Calendar, new EntryHistory(), Utc(2026, 3, 9, 10, 45))).Next);
    }

    [Fact]
    public void AClockSetBackFindsTheEditionMade()
    {
        var history = AfterFriday.Made(Monday.Date, Weekend);

        Assert.Equal(new AwaitEdition(Tuesday.CollectFrom, Tuesday), EditionPlanner.Decide(Calendar, history, Utc(2026, 3, 9, 4, 30)));
    }

    [Fact]
    public void ABegunEditionIsResumedAsItWasBegunThoughTheScheduleHasChanged()
    {
        var begun = AfterFriday.Begin(new MakeEdition(Monday, Weekend, IsLate: false, IsResumed: false));
        var changed = SomeEntry.At(7, 0, calendar: WorkingCalendar.Daily).Calendar();

        Assert.Equal(new MakeEdition(Monday, Weekend, IsLate: false, IsResumed: true), EditionPlanner.Decide(changed, begun, Monday.DueAt));
        Assert.Equal(new MakeEdition(Monday, Weekend, IsLate: true, IsResumed: true), EditionPlanner.Decide(changed, begun, Monday.DueAt + Duration.FromHours(1)));
        Assert.StartsWith(
            "it was begun but not finished: it was due 2026-03-09 06:30",
            Assert.IsType<SkipEdition>(EditionPlanner.Decide(changed, begun, Monday.CatchUpUntil + Duration.FromMinutes(1))).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnEntryMovedEarlierOnTheDayOfItsEditionDoesNotMakeItAgain()
    {
        var history = AfterFriday.Made(Monday.Date, Weekend);
        var earlier = SomeEntry.At(5, 0, calendar: WorkingCalendar.Weekdays).Calendar();

        Assert.Equal(Tuesday.Date, Assert.IsType<AwaitEdition>(EditionPlanner.Decide(earlier, history, Utc(2026, 3, 9, 7, 0))).Next!.Date);
    }

    [Fact]
    public void AWindowNeverEndsBeforeItBegins()
    {
        // From London to Tokyo: the next cut-off there lies before what a late edition already covered.
        var covered = Utc(2026, 3, 9, 23, 0);
        var tokyo = SomeEntry.At(6, 30, "Asia/Tokyo").Calendar();

        var made = Assert.IsType<MakeEdition>(EditionPlanner.Decide(tokyo, new EntryHistory { LastDate = Monday.Date, CoveredUntil = covered }, Utc(2026, 3, 9, 23, 30)));

        Assert.Equal(new EditionWindow(covered, covered), made.Window);
    }
}
