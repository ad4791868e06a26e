using System.Collections.Immutable;
using Briefing.Core.Scheduling;
using Briefing.Worker.Rendering;
using Briefing.Worker.Scheduling;
using NodaTime;

namespace Briefing.Worker.Configuration;

/// <summary>What must hold in schedule.json, beyond each value's own type and range.</summary>
internal static class ScheduleRules
{
    // Cron expressions may name years; none before this one is of interest.
    private static readonly LocalDate Beginning = new(2020, 1, 1);

    private static readonly Duration MaxBefore = Duration.FromHours(12);
    private static readonly Duration MaxAfter = Duration.FromHours(18);

    /// <param name="topicIds">Those of briefing.json; empty where they could not be read.</param>
    public static void Check(ConfigurationFile<ScheduleOptions> file, IReadOnlyCollection<string> topicIds)
    {
        if (file.Options is not { Entries.IsDefault: false } options)
            return;
        ConfigurationRules.NoneTwice(file, "entries", "name", options.Entries.Select(entry => entry.Name));
        foreach (var (at, entry) in options.Entries.Index())
        {
            CheckZone(file, entry.TimeZone, at);
            CheckTime(file, entry, at);
            CheckCalendar(file, entry.Calendar, at);
            CheckNames(file, entry.Topics ?? [], topicIds, at, "topics", "topic of briefing.json");
            CheckNames(file, entry.Formats ?? [], OutputFormats.Names, at, "formats", "format");
        }
    }

    private static void CheckZone(ConfigurationFile<ScheduleOptions> file, string? zone, int at)
    {
        var known = DateTimeZoneProviders.Tzdb.Ids;
        if (string.IsNullOrEmpty(zone) || known.Contains(zone))
            return;
        var meant = NearestName.Of(zone, known);
        file.ReportAt(
            ["entries", at, "timeZone"],
            $"\"{zone}\" is no time zone of the IANA database. {(meant is null ? "An example is \"Europe/London\"." : $"Did you mean \"{meant}\"?")}");
    }

    private static void CheckTime(ConfigurationFile<ScheduleOptions> file, EntryOptions entry, int at)
    {
        var hasAt = file.Root?.Find("entries", at, "at") is not null;
        var hasCron = file.Root?.Find("entries", at, "cron") is not null;
        if (!hasAt && !hasCron)
            file.ReportAt(["entries", at], "\"at\" or \"cron\" is missing here.");
        else if (hasAt && hasCron)
            file.ReportAt(["entries", at, "cron"], "An entry has \"at\" or \"cron\", not both.");
        else if ((entry.At ?? TimeOfCron(file, entry.Cron, at)) is { } time)
            CheckDeadlines(file, entry, time, at);
    }

    /// <summary>The first time of day that the expression has; null where it has none or is at fault, which is then reported.</summary>
    private static LocalTime? TimeOfCron(ConfigurationFile<ScheduleOptions> file, string? cron, int at)
    {
        if (cron is null)
            return null;
        if (!CronTime.TryParse(cron, out var time, out var fault))
            file.ReportAt(["entries", at, "cron"], fault);
        else if (time.TwiceOn(Beginning) is { } date)
            file.ReportAt(["entries", at, "cron"], $"An entry has one edition a day at most; this expression has more on {date:uuuu-MM-dd}. Give each time an entry of its own.");
        else
            return time.After(Beginning.AtMidnight())?.TimeOfDay;
        return null;
    }

    private static void CheckDeadlines(ConfigurationFile<ScheduleOptions> file, EntryOptions entry, LocalTime time, int at)
    {
        if (entry.CutOff is { } cutOff)
            CheckDistance(file, "cutOff", "before", DistanceOf(cutOff, other => time - other), MaxBefore, at);
        foreach (var (member, given) in new[] { ("catchUpUntil", entry.CatchUpUntil), ("deliverUntil", entry.DeliverUntil), ("approveUntil", entry.ApproveUntil) })
        {
            if (given is not null)
                CheckDistance(file, member, "after", DistanceOf(given, other => other - time), MaxAfter, at);
        }
    }

    private static Duration DistanceOf(RelativeTime moment, Func<LocalTime, Period> apart)
    {
        if (moment.Distance is { } distance)
            return distance;
        var between = apart(moment.TimeOfDay!.Value).ToDuration();
        return between < Duration.Zero ? between + Duration.FromDays(1) : between;
    }

    private static void CheckDistance(ConfigurationFile<ScheduleOptions> file, string member, string side, Duration distance, Duration most, int at)
    {
        if (distance >= Duration.FromMinutes(1) && distance <= most)
            return;
        var told = RelativeTimePattern.Instance.Format(RelativeTime.Away(distance));
        file.ReportAt(
            ["entries", at, member],
            $"\"{member}\" should lie from 1 min to {most.TotalHours} h {side} the edition is due; this is {told} {side} it.");
    }

    private static void CheckCalendar(ConfigurationFile<ScheduleOptions> file, CalendarOptions calendar, int at)
    {
        foreach (var (index, date) in calendar.WorkingDays.Index())
        {
            if (date != default && calendar.Holidays.Contains(date))
                file.ReportAt(["entries", at, "calendar", "workingDays", index], "This day is in \"holidays\" too.");
        }
    }

    private static void CheckNames(
        ConfigurationFile<ScheduleOptions> file, ImmutableArray<string> chosen, IReadOnlyCollection<string> known, int at, string member, string what)
    {
        if (known.Count == 0)
            return;
        foreach (var (index, name) in chosen.Index())
        {
            if (name.Length == 0 || known.Contains(name, StringComparer.Ordinal))
                continue;
            var meant = NearestName.Of(name, known);
            file.ReportAt(
                ["entries", at, member, index],
                $"\"{name}\" is no {what}. {(meant is null ? $"Known are {string.Join(", ", known)}." : $"Did you mean \"{meant}\"?")}");
        }
    }
}
