using System.Collections.Immutable;
using Briefing.Core.Scheduling;
using Briefing.Worker.Configuration;
using Briefing.Worker.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Cli.Checks;

/// <summary>What <c>briefing check</c> says of the schedule as seen from today.</summary>
internal static class ScheduleCheck
{
    private const int EditionsTold = 3;
    private const int MinDaysCovered = 90;
    private static readonly ZonedDateTimePattern Local = ZonedDateTimePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd HH:mm", null);
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Entries that will never have an edition.</summary>
    public static IEnumerable<ConfigurationFault> Faults(LoadedConfiguration loaded, Instant now)
    {
        foreach (var (at, entry) in Entries(loaded).Index())
        {
            if (entry.Calendar.DueAfter(now) is null)
            {
                yield return At(
                    loaded.ScheduleFile,
                    ["entries", at, entry.Options.Cron is null ? "calendar" : "cron"],
                    $"Nothing is ever due: no working day of the calendar \"{entry.Calendar.Entry.Calendar.Name}\" in the next {EditionCalendar.HorizonDays} days has a time.");
            }
        }
    }

    /// <summary>Entries whose bank holidays will soon be computed by rule alone.</summary>
    public static IEnumerable<ConfigurationFault> Warnings(LoadedConfiguration loaded, Instant now)
    {
        foreach (var (at, entry) in Entries(loaded).Index())
        {
            if (entry.Calendar.Entry.Calendar.BankHolidays is not { PublishedThrough: { } through, Division: var division })
                continue;
            var days = Period.DaysBetween(now.InZone(entry.Calendar.Entry.Zone).Date, through);
            if (days < MinDaysCovered)
            {
                yield return At(
                    loaded.ScheduleFile,
                    ["entries", at, "calendar"],
                    $"Warning: the published bank holidays end on {LocalDatePattern.Iso.Format(through)}, {DaysFromNow(days)}. Later ones are told by rule: "
                    + $"bring {BriefingConfiguration.CalendarFolder}/{WorkingCalendar.NameOf(division)}.json up to date.");
            }
        }
    }

    public static void PrintNext(BriefingConfiguration configuration, Instant now, TextWriter output)
    {
        foreach (var entry in Schedule.Of(configuration.Schedule, configuration.Calendars).Entries)
        {
            output.WriteLine($"Next editions of {entry.Name}, in {entry.Calendar.Entry.Zone.Id}:");
            foreach (var slot in entry.Calendar.DueAfter(now, EditionsTold))
                output.WriteLine($"  {Local.Format(slot.DueAt.InZone(entry.Calendar.Entry.Zone))} = {InstantPattern.General.Format(slot.DueAt)}{Remark(entry.Calendar, slot)}");
        }
    }

    private static string Remark(EditionCalendar calendar, EditionSlot slot)
    {
        if (slot.Shifted && calendar.Entry.Time.On(slot.Date) is { } skipped)
            return $" (the clock skips {Time.Format(skipped)})";
        return calendar.Entry.Calendar.On(slot.Date).IsProvisional ? " (a working day by rule: bank holidays are not yet published)" : "";
    }

    private static string DaysFromNow(int days) => days switch
    {
        < 0 => $"{-days} days ago",
        1 => "1 day from now",
        _ => $"{days} days from now",
    };

    private static ImmutableArray<PlannedEntry> Entries(LoadedConfiguration loaded) =>
        loaded.Configuration is { } configuration ? Schedule.Of(configuration.Schedule, configuration.Calendars).Entries : [];

    private static ConfigurationFault At(ConfigurationFile<ScheduleOptions> file, object[] steps, string message)
    {
        var position = file.PositionOf(steps);
        return new ConfigurationFault(file.Name, position.Line, position.Column, message);
    }
}
