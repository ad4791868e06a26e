using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>A division's bank holidays: as published for the days that the government's list covers, by rule for all others.</summary>
public sealed class BankHolidays
{
    private readonly ImmutableDictionary<LocalDate, string> _published;

    /// <param name="publishedFrom">The first day that the published list speaks for.</param>
    /// <param name="publishedThrough">The last day that it speaks for; null together with the first where there is no list.</param>
    /// <param name="published">Each within the two days.</param>
    public BankHolidays(UkDivision division, LocalDate? publishedFrom, LocalDate? publishedThrough, IEnumerable<BankHoliday> published)
    {
        Division = division;
        PublishedFrom = publishedFrom;
        PublishedThrough = publishedThrough;
        _published = published.ToImmutableDictionary(holiday => holiday.Date, holiday => holiday.Name);
    }

    public UkDivision Division { get; }

    public LocalDate? PublishedFrom { get; }

    public LocalDate? PublishedThrough { get; }

    /// <summary>With no list at all: every day by rule.</summary>
    public static BankHolidays ByRule(UkDivision division) => new(division, null, null, []);

    /// <summary>Whether the published list speaks for this day. Beyond it a holiday may yet be moved or added.</summary>
    public bool IsPublished(LocalDate date) => PublishedFrom <= date && date <= PublishedThrough;

    /// <summary>The holiday's name; null where the day is none.</summary>
    public string? NameOf(LocalDate date)
    {
        if (IsPublished(date))
            return _published.GetValueOrDefault(date);
        foreach (var holiday in BankHolidayRules.Of(Division, date.Year))
        {
            if (holiday.Date == date)
                return holiday.Name;
        }

        return null;
    }
}

/// <param name="Date">The day that is free: the substitute's where the holiday itself falls on a weekend.</param>
/// <param name="Name">"Good Friday", "Boxing Day (substitute day)".</param>
public readonly record struct BankHoliday(LocalDate Date, string Name);

/// <summary>The parts of the United Kingdom that have bank holidays of their own.</summary>
public enum UkDivision
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}
