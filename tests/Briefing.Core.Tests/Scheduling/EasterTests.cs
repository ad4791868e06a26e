using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Core.Tests.Scheduling;

public class EasterTests
{
    // The earliest and the latest that can be, the two years in which Gauss's plain rule fails, and recent ones.
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2035, 3, 25)]
    [InlineData(2038, 4, 25)]
    public void EasterSundayIsWhereTheTablesHaveIt(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), Easter.SundayOf(year));

    [Fact]
    public void EasterIsAlwaysASundayFrom22MarchTo25April()
    {
        for (var year = 1583; year <= 4000; year++)
        {
            var easter = Easter.SundayOf(year);

            Assert.Equal(IsoDayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));
        }
    }
}
