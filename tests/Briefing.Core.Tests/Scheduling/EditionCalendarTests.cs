using Briefing.Core.Scheduling;
using NodaTime;
using static Briefing.Core.Tests.Scheduling.SomeEntry;

namespace Briefing.Core.Tests.Scheduling;

public class EditionCalendarTests
{
    private static readonly LocalDate Tuesday = new(2026, 3, 10);

    [Fact]
    public void TheDeadlinesStandBeforeAndAfterTheTimeDue()
    {
        var slot = At(6, 30).Calendar().On(Tuesday)!;

        Assert.Equal(
            new EditionSlot
            {
                Date = Tuesday,
                CollectFrom = Utc(2026, 3, 10, 5, 30),
                CutOff = Utc(2026, 3, 10, 6, 10),
                FreezeAt = Utc(2026, 3, 10, 6, 20),
                DueAt = Utc(2026, 3, 10, 6, 30),
                CatchUpUntil = Utc(2026, 3, 10, 10, 30),
                Shifted = false,
            },
            slot);
    }

    [Fact]
    public void DeadlinesGivenAsTimesOfDayAreTheNearestOnTheirSide()
    {
        var slot = (At(0, 30) with { CutOff = RelativeTime.At(new LocalTime(22, 0)), CatchUpUntil = RelativeTime.At(new LocalTime(0, 15)) })
            .Calendar().On(Tuesday)!;

        Assert.Equal(Utc(2026, 3, 9, 22, 0), slot.CutOff);
        Assert.Equal(Utc(2026, 3, 9, 21, 20), slot.CollectFrom);
        Assert.Equal(Utc(2026, 3, 10, 0, 20), slot.FreezeAt);
        Assert.Equal(Utc(2026, 3, 11, 0, 15), slot.CatchUpUntil);
    }

    [Fact]
    public void ASkippedTimeMovesToTheInstantOfTheChange()
    {
        var slot = At(1, 30).Calendar().On(new LocalDate(2026, 3, 29))!;

        Assert.Equal(Utc(2026, 3, 29, 1, 0), slot.DueAt);
        Assert.True(slot.Shifted);
        Assert.Equal(new LocalDate(2026, 3, 29), slot.Date);
    }

    [Fact]
    public void ATimeShownTwiceCountsTheFirstTime()
    {
        var slot = At(1, 30).Calendar().On(new LocalDate(2026, 10, 25))!;

        Assert.Equal(Utc(2026, 10, 25, 0, 30), slot.DueAt);
        Assert.False(slot.Shifted);
    }

    [Fact]
    public void HalfAnHourOfLordHoweIsSkippedToo()
    {
        // On 4 October 2026 the clock goes from 02:00 to 02:30.
        var slot = At(2, 15, "Australia/Lord_Howe").Calendar().On(new LocalDate(2026, 10, 4))!;

        Assert.Equal(Utc(2026, 10, 3, 15, 30), slot.DueAt);
        Assert.True(slot.Shifted);
    }

    [Fact]
    public void AnEditionMovedPastMidnightKeepsItsDate()
    {
        // In Nuuk the last hour of the evening of 27 March 2027 is skipped.
        var slot = At(23, 45, "America/Nuuk").Calendar().On(new LocalDate(2027, 3, 27))!;

        Assert.Equal(new LocalDate(2027, 3, 27), slot.Date);
        Assert.Equal(Utc(2027, 3, 28, 1, 0), slot.DueAt);
        Assert.Equal(slot, At(23, 45, "America/Nuuk").Calendar().DueAfter(slot.DueAt - Duration.FromMinutes(1)));
    }

    [Fact]
    public void ADateThatAZoneLeavesOutHasNoEdition()
    {
        // Samoa went from 29 to 31 December 2011.
        var calendar = At(6, 30, "Pacific/Apia").Calendar();

        Assert.Equal("the time zone skips this date", calendar.WhyNone(new LocalDate(2011, 12, 30)));
        Assert.Equal(new LocalDate(2011, 12, 31), calendar.After(new LocalDate(2011, 12, 29))!.Date);
    }

    [Fact]
    public void NextAndPreviousEditionsAreWorkingDays()
    {
        var calendar = At(6, 30, calendar: WorkingCalendar.Without(BankHolidays.ByRule(UkDivision.EnglandAndWales))).Calendar();

        Assert.Equal(new LocalDate(2027, 3, 30), calendar.After(new LocalDate(2027, 3, 25))!.Date);
        Assert.Equal(new LocalDate(2027, 3, 25), calendar.Before(new LocalDate(2027, 3, 30))!.Date);
        Assert.Equal("Easter Monday", calendar.WhyNone(new LocalDate(2027, 3, 29)));
        Assert.Equal(
            [new LocalDate(2027, 3, 25), new LocalDate(2027, 3, 30), new LocalDate(2027, 3, 31)],
            calendar.DueAfter(Utc(2027, 3, 25, 6, 29), 3).Select(slot => slot.Date));
    }

    [Fact]
    public void AnEntryWithoutAnyEditionIsFoundOutAfterTheHorizon()
    {
        var calendar = (At(6, 30, calendar: WorkingCalendar.Weekdays) with { Time = new SundaysOnly() }).Calendar();

        Assert.Null(calendar.After(Tuesday));
        Assert.Null(calendar.Before(Tuesday));
        Assert.Null(calendar.DueAfter(Utc(2026, 3, 10, 0, 0)));
        Assert.Equal("the entry has no time on this day", calendar.WhyNone(Tuesday));
        Assert.IsType<AwaitEdition>(EditionPlanner.Decide(calendar, new EntryHistory(), Utc(2026, 3, 10, 0, 0)));
    }

    private sealed record SundaysOnly : IEditionTime
    {
        public LocalTime? On(LocalDate date) => date.DayOfWeek == IsoDayOfWeek.Sunday ? new LocalTime(6, 30) : null;
    }
}
