using NodaTime;

namespace Briefing.Core.Scheduling;

public static class Easter
{
    /// <summary>
    /// Easter Sunday of the Western churches, for any year of the Gregorian calendar: the algorithm published anonymously in
    /// Nature, 20 April 1876, in the form of J. Meeus, Astronomical Algorithms (1991), chapter 8.
    /// </summary>
    public static LocalDate SundayOf(int year)
    {
        // The names are the source's: a is the year's place in the lunar cycle of 19 years, h the age of the moon, l the way to Sunday.
        var a = year % 19;
        var (b, c) = int.DivRem(year, 100);
        var (d, e) = int.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = int.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = int.DivRem(h + l - (7 * m) + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
