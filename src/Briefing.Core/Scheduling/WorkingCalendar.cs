using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>On which days editions are made.</summary>
public sealed record WorkingCalendar
{
    private WorkingCalendar(string name, bool weekends, BankHolidays? bankHolidays)
    {
        Name = name;
        WorksOnWeekends = weekends;
        BankHolidays = bankHolidays;
    }

    /// <summary>Every day.</summary>
    public static WorkingCalendar Daily { get; } = new("daily", weekends: true, null);

    /// <summary>Monday to Friday, bank holidays too.</summary>
    public static WorkingCalendar Weekdays { get; } = new("weekdays", weekends: false, null);

    /// <summary>As schedule.json names it: "daily", "weekdays", "scotland".</summary>
    public string Name { get; }

    public bool WorksOnWeekends { get; }

    /// <summary>Null for a calendar without.</summary>
    public BankHolidays? BankHolidays { get; }

    /// <summary>Days that are none besides.</summary>
    public ImmutableHashSet<LocalDate> ExtraHolidays { get; init; } = [];

    /// <summary>Days that are working days all the same; they win over everything else.</summary>
    public ImmutableHashSet<LocalDate> ExtraWorkingDays { get; init; } = [];

    /// <summary>Monday to Friday but for these bank holidays.</summary>
    public static WorkingCalendar Without(BankHolidays bankHolidays) => new(NameOf(bankHolidays.Division), weekends: false, bankHolidays);

    public static string NameOf(UkDivision division) => division switch
    {
        UkDivision.EnglandAndWales => "england-and-wales",
        UkDivision.Scotland => "scotland",
        UkDivision.NorthernIreland => "northern-ireland",
        _ => throw new ArgumentOutOfRangeException(nameof(division)),
    };

    public bool IsWorkingDay(LocalDate date) => On(date).IsWorking;

    public CalendarDay On(LocalDate date)
    {
        if (ExtraWorkingDays.Contains(date))
            return new CalendarDay(date, IsWorking: true, "extra working day", IsProvisional: false);
        if (ExtraHolidays.Contains(date))
            return new CalendarDay(date, IsWorking: false, "extra holiday", IsProvisional: false);
        if (!WorksOnWeekends && date.DayOfWeek is (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            return new CalendarDay(date, IsWorking: false, "weekend", IsProvisional: false);
        if (BankHolidays is null)
            return new CalendarDay(date, IsWorking: true, null, IsProvisional: false);
        var holiday = BankHolidays.NameOf(date);
        return new CalendarDay(date, IsWorking: holiday is null, holiday, IsProvisional: !BankHolidays.IsPublished(date));
    }
}

/// <summary>What a working calendar says of a day.</summary>
/// <param name="Reason">"weekend", "Good Friday", "extra holiday": why it is no working day, or why it is one all the same; null for a plain working day.</param>
/// <param name="IsProvisional">Whether this is computed by rule, from no published list, and may still change.</param>
public readonly record struct CalendarDay(LocalDate Date, bool IsWorking, string? Reason, bool IsProvisional);
