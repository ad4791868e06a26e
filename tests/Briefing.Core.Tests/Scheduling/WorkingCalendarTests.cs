using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Core.Tests.Scheduling;

public class WorkingCalendarTests
{
    private static readonly LocalDate GoodFriday = new(2027, 3, 26);
    private static readonly LocalDate Saturday = new(2027, 3, 27);

    [Fact]
    public void EachDaySaysWhyItIsNone()
    {
        var scotland = WorkingCalendar.Without(BankHolidays.ByRule(UkDivision.Scotland));

        Assert.Equal("Good Friday", scotland.On(GoodFriday).Reason);
        Assert.Equal("weekend", scotland.On(Saturday).Reason);
        Assert.True(scotland.IsWorkingDay(new LocalDate(2027, 3, 29)));
        Assert.Equal("2nd January (substitute day)", scotland.On(new LocalDate(2027, 1, 4)).Reason);
    }

    [Fact]
    public void WeekdaysWorkThroughBankHolidaysAndDailyThroughWeekends()
    {
        Assert.True(WorkingCalendar.Weekdays.IsWorkingDay(GoodFriday));
        Assert.False(WorkingCalendar.Weekdays.IsWorkingDay(Saturday));
        Assert.True(WorkingCalendar.Daily.IsWorkingDay(Saturday));
    }

    [Fact]
    public void WhatIsPublishedStandsAgainstTheRuleAndIsNotProvisional()
    {
        var jubilee = new LocalDate(2022, 6, 3);
        var published = new BankHolidays(
            UkDivision.EnglandAndWales, new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31), [new BankHoliday(jubilee, "Platinum Jubilee bank holiday")]);
        var calendar = WorkingCalendar.Without(published);

        Assert.Equal(new CalendarDay(jubilee, IsWorking: false, "Platinum Jubilee bank holiday", IsProvisional: false), calendar.On(jubilee));
        Assert.True(calendar.IsWorkingDay(new LocalDate(2022, 5, 30)));
        Assert.Equal(new CalendarDay(new LocalDate(2023, 5, 29), IsWorking: false, "Spring bank holiday", IsProvisional: true), calendar.On(new LocalDate(2023, 5, 29)));
        Assert.True(calendar.On(new LocalDate(2021, 12, 31)).IsProvisional);
    }

    [Fact]
    public void OneOffDaysOfTheOperatorsWinAndAreCertain()
    {
        var monday = new LocalDate(2031, 6, 2);
        var calendar = WorkingCalendar.Without(BankHolidays.ByRule(UkDivision.NorthernIreland)) with
        {
            ExtraHolidays = [monday, GoodFriday],
            ExtraWorkingDays = [GoodFriday, Saturday],
        };

        Assert.Equal(new CalendarDay(monday, IsWorking: false, "extra holiday", IsProvisional: false), calendar.On(monday));
        Assert.Equal(new CalendarDay(GoodFriday, IsWorking: true, "extra working day", IsProvisional: false), calendar.On(GoodFriday));
        Assert.True(calendar.IsWorkingDay(Saturday));
    }
}
