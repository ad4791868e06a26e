using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>
/// At what time of day an entry's edition is due. Clock changes are not its matter: it tells what the clock on the wall should show,
/// and <see cref="EditionCalendar"/> finds the instant. So a cron expression and a plain time behave alike.
/// </summary>
public interface IEditionTime
{
    /// <summary>The time on this date; null where the entry has none then. The first, where there are several.</summary>
    LocalTime? On(LocalDate date);
}

/// <summary>The same time every day.</summary>
public sealed record DailyTime(LocalTime At) : IEditionTime
{
    public LocalTime? On(LocalDate date) => At;
}
