using Briefing.Core.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Briefing.Core.Tests.Scheduling;

/// <summary>Every working day from 2025 to 2035 has its edition, once and in time.</summary>
public class EveryWorkingDayTests
{
    private static readonly LocalDate First = new(2025, 1, 1);
    private static readonly LocalDate Last = new(2035, 12, 31);

    private static readonly WorkingCalendar[] Calendars =
    [
        WorkingCalendar.Daily,
        WorkingCalendar.Weekdays,
        .. Enum.GetValues<UkDivision>().Select(division => WorkingCalendar.Without(BankHolidays.ByRule(division))),
    ];

    private static readonly string[] Zones = ["Europe/London", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"];

    private static readonly LocalTime[] Times = [new(0, 30), new(1, 30), new(2, 30), new(6, 30), new(23, 45)];

    public static TheoryData<string, string> ZonesAndCalendars
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var zone in Zones)
            {
                foreach (var calendar in Calendars)
                    data.Add(zone, calendar.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ZonesAndCalendars))]
    public void EveryWorkingDayOfElevenYearsHasOneEditionAtTheFirstInstantThatTheClockShowsItsTime(string zone, string calendarName)
    {
        var calendar = Calendars.Single(calendar => calendar.Name == calendarName);
        foreach (var time in Times)
        {
            var entry = Entry(zone, time, calendar);
            var editions = new EditionCalendar(entry);
            var slots = From(editions, First.PlusDays(-1)).TakeWhile(slot => slot.Date <= Last).ToList();

            Assert.Equal(Dates().Where(calendar.IsWorkingDay), slots.Select(slot => slot.Date));
            foreach (var (before, slot) in slots.Zip(slots.Skip(1)))
            {
                Assert.True(before.DueAt < slot.DueAt && before.CutOff < slot.CutOff && before.CatchUpUntil < slot.CollectFrom);
                Assert.Equal(before, editions.Before(slot.Date));
                Assert.Equal(slot, editions.DueAfter(before.DueAt));
            }

            Assert.All(slots, slot => AssertFirstInstantOf(slot.Date + time, slot, entry.Zone));
        }
    }

    [Fact]
    public void EachWorkingDayIsMadeOnceOrSkippedOnRecordWhateverHappensToTheWorkerAndItsClock() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Scenarios(), scenario =>
        {
            var run = scenario.Simulate(clockIsTrue: false, neverDown: false);

            AssertEachOnceInOrder(scenario, run);
            AssertNoneBeforeItsTime(run);
            AssertWindowsTile(scenario, run);
        }));

    [Fact]
    public void AWorkerThatIsNeverDownWithATrueClockMakesEveryEditionOnTime() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Scenarios(), scenario =>
        {
            var run = scenario.Simulate(clockIsTrue: true, neverDown: true);

            AssertEachOnceInOrder(scenario, run);
            Assert.All(run.Handled, edition => Assert.True(edition is { IsMade: true, IsLate: false } && edition.At < LatestFor(edition.Slot)));
        }));

    [Fact]
    public void WithATrueClockAnEditionIsSkippedOnlyAfterItsCatchUp() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Scenarios(), scenario =>
        {
            var run = scenario.Simulate(clockIsTrue: true, neverDown: false);

            AssertEachOnceInOrder(scenario, run);
            AssertWindowsTile(scenario, run);
            Assert.All(run.Handled.Where(edition => !edition.IsMade), edition => Assert.True(edition.At > edition.Slot.CatchUpUntil));
        }));

    // Where the clock skips both cut-off and due time they are one instant: it is made after that, in up to a quarter of an hour between two looks.
    private static Instant LatestFor(EditionSlot slot) => Instant.Max(slot.DueAt + Duration.FromMinutes(15), slot.FreezeAt + Duration.FromMinutes(25));

    private static void AssertEachOnceInOrder(Scenario scenario, ScheduleSimulation run)
    {
        var editions = new EditionCalendar(scenario.Entry);
        var owed = From(editions, editions.DueAfter(scenario.From)!.Date.PlusDays(-1)).TakeWhile(slot => slot.CatchUpUntil < run.Now).Select(slot => slot.Date).ToList();
        var handled = run.Handled.Select(edition => edition.Slot.Date).ToList();

        // The clock may have been set back since; and an edition may be under way.
        Assert.True(handled.Count >= owed.Count - 1, $"{owed.Count} owed, {handled.Count} handled");
        Assert.Equal(From(editions, editions.DueAfter(scenario.From)!.Date.PlusDays(-1)).Take(handled.Count).Select(slot => slot.Date), handled);
    }

    private static void AssertNoneBeforeItsTime(ScheduleSimulation run) =>
        Assert.All(run.Handled, edition => Assert.True(edition.BegunAt >= edition.Slot.FreezeAt && edition.At >= edition.Slot.DueAt));

    private static void AssertWindowsTile(Scenario scenario, ScheduleSimulation run)
    {
        var made = run.Handled.Where(edition => edition.IsMade).ToList();
        foreach (var (before, after) in made.Zip(made.Skip(1)))
            Assert.Equal(before.Window.End, after.Window.Start);
        Assert.All(made, edition => Assert.True(edition.Window.Start < edition.Window.End && edition.Window.End == edition.Slot.CutOff));
        if (made.Count > 0)
            Assert.Equal(new EditionCalendar(scenario.Entry).Before(run.Handled[0].Slot.Date)!.CutOff, made[0].Window.Start);
    }

    private static void AssertFirstInstantOf(LocalDateTime shown, EditionSlot slot, DateTimeZone zone)
    {
        Assert.True(slot.DueAt.InZone(zone).LocalDateTime >= shown);
        Assert.Equal(slot.Shifted, slot.DueAt.InZone(zone).LocalDateTime > shown);
        for (var minutes = 5; minutes <= 120; minutes += 5)
            Assert.True((slot.DueAt - Duration.FromMinutes(minutes)).InZone(zone).LocalDateTime < shown);
        Assert.True((slot.DueAt - Duration.FromSeconds(1)).InZone(zone).LocalDateTime < shown);
    }

    private static IEnumerable<EditionSlot> From(EditionCalendar editions, LocalDate after)
    {
        for (var slot = editions.After(after); slot is not null; slot = editions.After(slot.Date))
            yield return slot;
    }

    private static IEnumerable<LocalDate> Dates()
    {
        for (var date = First; date <= Last; date = date.PlusDays(1))
            yield return date;
    }

    private static ScheduleEntry Entry(string zone, LocalTime time, WorkingCalendar calendar) =>
        SomeEntry.At(time.Hour, time.Minute, zone, calendar);

    private static Arbitrary<Scenario> Scenarios()
    {
        var catchUps = Gen.Elements(
            RelativeTime.Away(ScheduleEntry.DefaultCatchUp), RelativeTime.Away(Duration.FromMinutes(30)), RelativeTime.Away(Duration.FromHours(18)), RelativeTime.At(new LocalTime(2, 30)));
        var cutOffs = Gen.Elements(RelativeTime.Away(ScheduleEntry.DefaultCutOff), RelativeTime.Away(Duration.FromMinutes(5)), RelativeTime.At(new LocalTime(1, 15)));
        return (from zone in Gen.Elements(Zones)
                from time in Gen.Elements(Times)
                from calendar in Gen.Elements(Calendars)
                from catchUp in catchUps
                from cutOff in cutOffs
                from start in Starts(zone)
                from seed in Gen.Choose(1, int.MaxValue - 1)
                select new Scenario(Entry(zone, time, calendar) with { CatchUpUntil = catchUp, CutOff = cutOff }, start, seed)).ToArbitrary();
    }

    /// <summary>Anywhere in the years, or shortly before one of the zone's clock changes.</summary>
    private static Gen<Instant> Starts(string zone)
    {
        var begin = First.AtMidnight().InUtc().ToInstant();
        var end = Last.AtMidnight().InUtc().ToInstant();
        var anywhere = Gen.Choose(0, (int)(end - begin).TotalMinutes).Select(minutes => begin + Duration.FromMinutes(minutes));
        var changes = DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(begin, end).Where(interval => interval.HasStart && interval.Start > begin).Select(interval => interval.Start).ToArray();
        return changes.Length == 0
            ? anywhere
            : Gen.OneOf(anywhere, Gen.Elements(changes).SelectMany(change => Gen.Choose(1, 14 * 1440).Select(minutes => change - Duration.FromMinutes(minutes))));
    }

    private sealed record Scenario(ScheduleEntry Entry, Instant From, int Seed)
    {
        public ScheduleSimulation Simulate(bool clockIsTrue, bool neverDown) =>
            new ScheduleSimulation(Entry, From, days: 40, Seed) { ClockIsTrue = clockIsTrue, NeverDown = neverDown }.Run();

        public override string ToString() => $"{Entry.Name} {Entry.Time} {Entry.Zone.Id} {Entry.Calendar.Name} {Entry.CutOff} {Entry.CatchUpUntil} from {From} seed {Seed}";
    }
}
