using Briefing.Core.Scheduling;
using Briefing.Tests.Shared;
using Briefing.Worker.Configuration;
using Briefing.Worker.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Integration.Tests.Scheduling;

public class CalendarFilesTests
{
    private const string NoFolder = "no-such-folder";

    public static TheoryData<string> Divisions => ["england-and-wales", "scotland", "northern-ireland"];

    [Theory]
    [MemberData(nameof(Divisions))]
    public void TheCalendarsThatTheProgramCarriesHaveEveryBankHolidayFrom2015To2028(string division)
    {
        var calendar = Calendar(division, NoFolder);

        foreach (var (year, dates) in BankHolidayYears.Of(division))
        {
            Assert.Equal(dates, Days(year).Where(date => calendar.BankHolidays!.NameOf(date) is not null).Select(LocalDatePattern.Iso.Format));
            Assert.Equal(year == 2028, calendar.On(new LocalDate(year, 5, 1)).IsProvisional);
        }
    }

    [Theory]
    [MemberData(nameof(Divisions))]
    public void PublishedDaysHaveTheNamesOfTheRules(string division)
    {
        var holidays = Calendar(division, NoFolder).BankHolidays!;
        for (var year = 2015; year <= 2027; year++)
        {
            foreach (var ruled in BankHolidayRules.Of(holidays.Division, year).Where(ruled => holidays.NameOf(ruled.Date) is not null))
                Assert.StartsWith(ruled.Name, holidays.NameOf(ruled.Date), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("england-and-wales", "2022-09-19", "Bank holiday for the State Funeral of Queen Elizabeth II")]
    [InlineData("northern-ireland", "2023-05-08", "Bank holiday for the coronation of King Charles III")]
    [InlineData("scotland", "2026-06-15", "World Cup bank holiday")]
    [InlineData("scotland", "2027-01-04", "2nd January (substitute day)")]
    public void WhatWasProclaimedOnceIsData(string division, string date, string name) =>
        Assert.Equal(name, Calendar(division, NoFolder).On(LocalDatePattern.Iso.Parse(date).Value).Reason);

    [Fact]
    public void AFileOfOnesOwnTakesThePlaceOfTheCarriedOne()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            Path.Combine(folder.Path, "scotland.json"),
            """{ "publishedFrom": "2028-01-01", "publishedThrough": "2028-12-31", "holidays": [{ "date": "2028-06-20", "name": "A day of our own" }] }""");

        Assert.Equal("A day of our own", Calendar("scotland", folder.Path).On(new LocalDate(2028, 6, 20)).Reason);
        Assert.Equal("Good Friday", Calendar("england-and-wales", folder.Path).On(new LocalDate(2027, 3, 26)).Reason);
    }

    private static WorkingCalendar Calendar(string division, string folder)
    {
        var kind = Enum.GetValues<CalendarKind>().Single(kind => string.Equals(kind.ToString(), division.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        return new CalendarFiles(folder).Of(new CalendarOptions { Base = kind });
    }

    private static IEnumerable<LocalDate> Days(int year)
    {
        for (var date = new LocalDate(year, 1, 1); date.Year == year; date = date.PlusDays(1))
            yield return date;
    }
}
