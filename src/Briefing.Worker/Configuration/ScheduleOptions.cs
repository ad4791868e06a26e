using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Briefing.Core.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Configuration;

/// <summary>schedule.json: when and for whom editions are made.</summary>
internal sealed record ScheduleOptions
{
    [Size(1, 100)]
    public required ImmutableArray<EntryOptions> Entries { get; init; }
}

/// <summary>One regular edition. Its time is <see cref="At"/> or <see cref="Cron"/>: exactly one is given.</summary>
internal sealed record EntryOptions
{
    [Size(1, 60)]
    [Identifier]
    public required string Name { get; init; }

    /// <summary>Local time of day in <see cref="TimeZone"/>.</summary>
    public LocalTime? At { get; init; }

    /// <summary>A cron expression as Quartz reads it, seconds first, on the clock of <see cref="TimeZone"/>; once a day at most.</summary>
    [Size(1, 200)]
    public string? Cron { get; init; }

    /// <summary>IANA name. The edition's date is the day there.</summary>
    [Size(1, 60)]
    public required string TimeZone { get; init; }

    public CalendarOptions Calendar { get; init; } = new();

    /// <summary>Documents read later belong to the next edition; null: 20 minutes before it is due.</summary>
    public RelativeTime? CutOff { get; init; }

    /// <summary>Until when a missed edition is still made, and marked late; null: four hours after it was due.</summary>
    public RelativeTime? CatchUpUntil { get; init; }

    /// <summary>The list it is mailed to; null: the list of the entry's own name.</summary>
    [Size(1, 60)]
    [Identifier]
    public string? Subscribers { get; init; }

    /// <summary>Until when an undelivered message is tried again; null: four hours after the edition was due.</summary>
    public RelativeTime? DeliverUntil { get; init; }

    /// <summary>Whether a person must agree before it is mailed.</summary>
    public ApprovalKind Approval { get; init; } = ApprovalKind.None;

    /// <summary>Until when the approval is waited for; null: two hours after the edition was due.</summary>
    public RelativeTime? ApproveUntil { get; init; }

    /// <summary>What happens then.</summary>
    public WithoutApproval WithoutApproval { get; init; } = WithoutApproval.Withhold;

    /// <summary>Ids of the topics the edition has; null for all.</summary>
    [Size(1, 100)]
    public ImmutableArray<string>? Topics { get; init; }

    /// <summary>What is written, of <see cref="Rendering.OutputFormats"/>; null for all. edition.json is always written.</summary>
    [Size(1, 10)]
    public ImmutableArray<string>? Formats { get; init; }

    /// <summary>The edition's title; null for that of briefing.json.</summary>
    [Size(1, 120)]
    public string? Title { get; init; }

    public string SubscriberList() => Subscribers ?? Name;
}

/// <summary>The days an entry works on; written in short as the base alone.</summary>
[ShortForm(nameof(Base))]
internal sealed record CalendarOptions
{
    public CalendarKind Base { get; init; } = CalendarKind.Weekdays;

    /// <summary>Days without an edition besides.</summary>
    [Size(0, 500)]
    public ImmutableArray<LocalDate> Holidays { get; init; } = [];

    /// <summary>Days with an edition all the same.</summary>
    [Size(0, 500)]
    public ImmutableArray<LocalDate> WorkingDays { get; init; } = [];
}

internal enum ApprovalKind
{
    None,
    Required,
}

internal enum WithoutApproval
{
    /// <summary>It is not mailed, which is a fault that a person must see.</summary>
    Withhold,

    /// <summary>It is mailed all the same, and the operators are notified.</summary>
    Send,
}

internal enum CalendarKind
{
    Weekdays,
    Daily,

    /// <summary>Weekdays but for the bank holidays there; so the next two.</summary>
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

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

/// <summary>A time of day ("06:10") or a distance ("20 min", "4 h", "1 h 30 min").</summary>
internal sealed partial class RelativeTimePattern : IPattern<RelativeTime>
{
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static RelativeTimePattern Instance { get; } = new();

    public ParseResult<RelativeTime> Parse(string text)
    {
        if (TimeOfDay.Parse(text) is { Success: true } time)
            return ParseResult<RelativeTime>.ForValue(RelativeTime.At(time.Value));
        return Distance().Match(text) is { Success: true } match
            ? ParseResult<RelativeTime>.ForValue(RelativeTime.Away(Duration.FromHours(Number(match, "h")) + Duration.FromMinutes(Number(match, "min"))))
            : ParseResult<RelativeTime>.ForException(() => new FormatException());
    }

    public string Format(RelativeTime value)
    {
        if (value.TimeOfDay is { } time)
            return TimeOfDay.Format(time);
        var minutes = (int)value.Distance!.Value.TotalMinutes;
        return (minutes / 60, minutes % 60) switch
        {
            (0, var rest) => $"{rest} min",
            (var hours, 0) => $"{hours} h",
            var (hours, rest) => $"{hours} h {rest} min",
        };
    }

    public StringBuilder AppendFormat(RelativeTime value, StringBuilder builder) => builder.Append(Format(value));

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\A(?:(?<h>[0-9]{1,2}) h|(?<min>[0-9]{1,3}) min|(?<h>[0-9]{1,2}) h (?<min>[0-9]{1,2}) min)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Distance();
}
