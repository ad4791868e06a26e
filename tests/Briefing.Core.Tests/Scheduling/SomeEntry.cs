using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Core.Tests.Scheduling;

/// <summary>Entries whose values don't matter but for those given.</summary>
internal static class SomeEntry
{
    public static ScheduleEntry At(int hour, int minute, string zone = "Europe/London", WorkingCalendar? calendar = null) => new()
    {
        Name = "morning",
        Time = new DailyTime(new LocalTime(hour, minute)),
        Zone = DateTimeZoneProviders.Tzdb[zone],
        Calendar = calendar ?? WorkingCalendar.Daily,
    };

    public static EditionCalendar Calendar(this ScheduleEntry entry) => new(entry);

    public static Instant Utc(int year, int month, int day, int hour, int minute) => Instant.FromUtc(year, month, day, hour, minute);
}
