using System.Collections.Immutable;
using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Worker.Configuration;

/// <summary>calendars/*.json: a division's bank holidays as published.</summary>
internal sealed record CalendarFileOptions
{
    /// <summary>Where they were published; null where the file does not say.</summary>
    [Size(1, 400)]
    public string? Source { get; init; }

    public required LocalDate PublishedFrom { get; init; }

    public required LocalDate PublishedThrough { get; init; }

    [Size(1, 2000)]
    public required ImmutableArray<HolidayOptions> Holidays { get; init; }

    public BankHolidays ToBankHolidays(UkDivision division) =>
        new(division, PublishedFrom, PublishedThrough, Holidays.Select(holiday => new BankHoliday(holiday.Date, holiday.Name)));
}

internal sealed record HolidayOptions
{
    public required LocalDate Date { get; init; }

    [Size(1, 120)]
    public required string Name { get; init; }
}
