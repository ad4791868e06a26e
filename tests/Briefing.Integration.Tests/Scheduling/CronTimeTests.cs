using Briefing.Core.Scheduling;
using Briefing.Worker.Scheduling;
using NodaTime;

namespace Briefing.Integration.Tests.Scheduling;

public class CronTimeTests
{
    [Fact]
    public void ADateHasTheTimeThatTheExpressionNames()
    {
        var time = Read("0 30 6 ? * MON-FRI");

        Assert.Equal(new LocalTime(6, 30), time.On(new LocalDate(2026, 3, 9)));
        Assert.Null(time.On(new LocalDate(2026, 3, 8)));
        Assert.Null(time.TwiceOn(new LocalDate(2026, 1, 1)));
    }

    [Theory]
    [InlineData("0 0 0 ? * *", 0, 0)]
    [InlineData("59 59 23 ? * *", 23, 59)]
    public void TheEdgesOfADayBelongToIt(string expression, int hour, int minute)
    {
        var time = Read(expression).On(new LocalDate(2026, 3, 9))!.Value;

        Assert.Equal((hour, minute), (time.Hour, time.Minute));
    }

    [Fact]
    public void ClockChangesAreMetAsForAPlainTime()
    {
        foreach (var date in new LocalDate[] { new(2026, 3, 29), new(2026, 10, 25), new(2026, 7, 1) })
            Assert.Equal(Slot(new DailyTime(new LocalTime(1, 30)), date), Slot(Read("0 30 1 ? * *"), date));
    }

    [Theory]
    [InlineData("0 0 6,18 ? * *")]
    [InlineData("0 0/30 6 ? * *")]
    [InlineData("0/20 30 6 ? * *")]
    [InlineData("0 0 6,18 29 2 ?")]
    public void AnExpressionThatFiresTwiceOnADateIsFoundOut(string expression) => Assert.NotNull(Read(expression).TwiceOn(new LocalDate(2026, 1, 1)));

    private static CronTime Read(string expression)
    {
        Assert.True(CronTime.TryParse(expression, out var time, out _));
        return time;
    }

    private static EditionSlot? Slot(IEditionTime time, LocalDate date) =>
        new EditionCalendar(new ScheduleEntry { Name = "night", Time = time, Zone = DateTimeZoneProviders.Tzdb["Europe/London"], Calendar = WorkingCalendar.Daily }).On(date);
}
