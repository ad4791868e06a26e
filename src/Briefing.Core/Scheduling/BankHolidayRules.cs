using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>
/// The bank holidays that come back every year, as the Banking and Financial Dealings Act 1971 and the yearly proclamations have set
/// them since 1978 (St Andrew's Day: since 2008). What was proclaimed once (a jubilee, a coronation, a moved May holiday) is
/// published data, never rule.
/// </summary>
public static class BankHolidayRules
{
    private const string Substitute = " (substitute day)";

    /// <summary>In the order of their dates.</summary>
    public static ImmutableArray<BankHoliday> Of(UkDivision division, int year)
    {
        var holidays = Movable(division, year);
        Substituted(Fixed(division, year), holidays);
        return [.. holidays.OrderBy(holiday => holiday.Date)];
    }

    /// <summary>Those that have a weekday of their own.</summary>
    private static List<BankHoliday> Movable(UkDivision division, int year)
    {
        var easter = Easter.SundayOf(year);
        List<BankHoliday> holidays =
        [
            new(easter.PlusDays(-2), "Good Friday"),
            new(FirstMonday(year, 5), "Early May bank holiday"),
            new(LastMonday(year, 5), "Spring bank holiday"),
            new(division == UkDivision.Scotland ? FirstMonday(year, 8) : LastMonday(year, 8), "Summer bank holiday"),
        ];
        if (division != UkDivision.Scotland)
            holidays.Add(new(easter.PlusDays(1), "Easter Monday"));
        return holidays;
    }

    /// <summary>Those that have a date of their own, in the order of the year.</summary>
    private static IEnumerable<BankHoliday> Fixed(UkDivision division, int year)
    {
        yield return new(new LocalDate(year, 1, 1), "New Year's Day");
        if (division == UkDivision.Scotland)
            yield return new(new LocalDate(year, 1, 2), "2nd January");
        if (division == UkDivision.NorthernIreland)
        {
            yield return new(new LocalDate(year, 3, 17), "St Patrick's Day");
            yield return new(new LocalDate(year, 7, 12), "Battle of the Boyne (Orangemen's Day)");
        }

        if (division == UkDivision.Scotland)
            yield return new(new LocalDate(year, 11, 30), "St Andrew's Day");
        yield return new(new LocalDate(year, 12, 25), "Christmas Day");
        yield return new(new LocalDate(year, 12, 26), "Boxing Day");
    }

    // A holiday on a weekend is taken on the next weekday that is none already. Those that fall on weekdays stand first: when
    // Christmas Day is a Sunday, Boxing Day keeps the Monday and Christmas Day has the Tuesday.
    private static void Substituted(IEnumerable<BankHoliday> holidays, List<BankHoliday> taken)
    {
        foreach (var holiday in holidays.OrderBy(holiday => IsWeekend(holiday.Date)))
        {
            if (!IsWeekend(holiday.Date))
            {
                taken.Add(holiday);
                continue;
            }

            var date = holiday.Date;
            while (IsWeekend(date) || taken.Exists(other => other.Date == date))
                date = date.PlusDays(1);
            taken.Add(new BankHoliday(date, holiday.Name + Substitute));
        }
    }

    private static LocalDate FirstMonday(int year, int month) =>
        new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));

    private static LocalDate LastMonday(int year, int month) =>
        new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}

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
