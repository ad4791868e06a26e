using Briefing.Core.Scheduling;
using Briefing.Tests.Shared;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Core.Tests.Scheduling;

public class BankHolidayRulesTests
{
    // Proclaimed once; the days they took the place of stand behind them.
    private static readonly Dictionary<string, string> OneOffs = new(StringComparer.Ordinal)
    {
        ["2020-05-08"] = "2020-05-04",
        ["2022-06-02"] = "2022-05-30",
        ["2022-06-03"] = "",
        ["2022-09-19"] = "",
        ["2023-05-08"] = "",
        ["2026-06-15"] = "",
    };

    [Theory]
    [InlineData(UkDivision.EnglandAndWales)]
    [InlineData(UkDivision.Scotland)]
    [InlineData(UkDivision.NorthernIreland)]
    public void TheRulesGiveWhatWasProclaimedFrom2015To2028ButForTheOneOffs(UkDivision division)
    {
        foreach (var (year, dates) in BankHolidayYears.Of(WorkingCalendar.NameOf(division)))
        {
            var ruled = BankHolidayRules.Of(division, year).Select(holiday => LocalDatePattern.Iso.Format(holiday.Date)).ToList();
            foreach (var (oneOff, insteadOf) in OneOffs.Where(oneOff => dates.Contains(oneOff.Key)))
            {
                ruled.Remove(insteadOf);
                ruled.Add(oneOff);
            }

            Assert.Equal(dates, ruled.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void WhenChristmasIsASundayBoxingDayKeepsTheMonday() => Assert.Equal(
        ["2033-12-26 Boxing Day", "2033-12-27 Christmas Day (substitute day)"],
        Told(UkDivision.EnglandAndWales, 2033).TakeLast(2));

    [Fact]
    public void WhenChristmasIsASaturdayItHasTheMondayAndBoxingDayTheTuesday() => Assert.Equal(
        ["2032-12-27 Christmas Day (substitute day)", "2032-12-28 Boxing Day (substitute day)"],
        Told(UkDivision.NorthernIreland, 2032).TakeLast(2));

    [Fact]
    public void InScotlandNewYearOnASundayIsTakenOnTheTuesday() => Assert.Equal(
        ["2034-01-02 2nd January", "2034-01-03 New Year's Day (substitute day)"],
        Told(UkDivision.Scotland, 2034).Take(2));

    [Fact]
    public void NoYearHasTwoHolidaysOnADayOrOneOnAWeekend()
    {
        foreach (var division in Enum.GetValues<UkDivision>())
        {
            for (var year = 2000; year < 2100; year++)
            {
                var holidays = BankHolidayRules.Of(division, year);

                Assert.Equal(division switch { UkDivision.EnglandAndWales => 8, UkDivision.Scotland => 9, _ => 10 }, holidays.Length);
                Assert.Equal(holidays.Length, holidays.Select(holiday => holiday.Date).Distinct().Count());
                Assert.All(holidays, holiday => Assert.InRange(holiday.Date.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday));
            }
        }
    }

    private static IEnumerable<string> Told(UkDivision division, int year) =>
        BankHolidayRules.Of(division, year).Select(holiday => $"{LocalDatePattern.Iso.Format(holiday.Date)} {holiday.Name}");
}
