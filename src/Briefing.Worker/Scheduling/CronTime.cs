using System.Diagnostics.CodeAnalysis;
using Briefing.Core.Scheduling;
using NodaTime;
using Quartz;

namespace Briefing.Worker.Scheduling;

/// <summary>
/// A time from a cron expression. Quartz is asked about the clock on the wall only, as though it stood on UTC; what a clock change makes
/// of that is decided where it is decided for plain times.
/// </summary>
internal sealed class CronTime : IEditionTime
{
    private const int Fields = 6;
    private readonly CronExpression _expression;

    private CronTime(CronExpression expression) => _expression = expression;

    /// <param name="fault">A sentence; null exactly when the expression could be read.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronTime? time, [NotNullWhen(false)] out string? fault)
    {
        time = null;
        try
        {
            time = new CronTime(CronExpression.Parse(text).WithTimeZone(TimeZoneInfo.Utc));
            fault = null;
            return true;
        }
        catch (FormatException exception)
        {
            fault = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == Fields - 1
                ? "A cron expression of Quartz has six fields, seconds first: \"0 30 6 ? * MON-FRI\". Days of the week count from SUN = 1."
                : $"Quartz cannot read this cron expression: {exception.Message.TrimEnd('.')}.";
            return false;
        }
    }

    public LocalTime? On(LocalDate date) =>
        After(date.AtMidnight().PlusSeconds(-1)) is { } first && first.Date == date ? first.TimeOfDay : null;

    /// <summary>The first date that has two times, of the next <see cref="EditionCalendar.HorizonDays"/> it has; null where there is none.</summary>
    /// <param name="from">Where the search begins.</param>
    public LocalDate? TwiceOn(LocalDate from)
    {
        var time = After(from.AtMidnight());
        for (var count = 0; count < EditionCalendar.HorizonDays && time is { } first; count++)
        {
            time = After(first);
            if (time?.Date == first.Date)
                return first.Date;
        }

        return null;
    }

    /// <summary>What the clock shows at the next time after this; null where there is none any more.</summary>
    public LocalDateTime? After(LocalDateTime shown) =>
        _expression.GetNextValidTimeAfter(new DateTimeOffset(shown.ToDateTimeUnspecified(), TimeSpan.Zero)) is { } next
            ? LocalDateTime.FromDateTime(next.UtcDateTime)
            : null;
}
