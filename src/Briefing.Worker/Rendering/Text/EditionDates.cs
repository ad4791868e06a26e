using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Rendering.Text;

/// <summary>An edition's days and instants in words, in its own time zone.</summary>
internal sealed class EditionDates(string zoneName)
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    // A zone that this version does not know must not keep the edition from being printed: its times are then in UTC and say so.
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneName) ?? DateTimeZone.Utc;

    /// <summary>Monday 2 February 2026; the text itself where it is no ISO 8601 day.</summary>
    public static string LongDay(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", English, DateTimeStyles.None, out var date)
            ? date.ToString("dddd d MMMM yyyy", English)
            : DisplayText.Label(day);

    /// <summary>06:30 GMT on 2 February 2026; 2 February 2026 for a day; the text itself where it is neither.</summary>
    public string Moment(string moment)
    {
        if (DateOnly.TryParseExact(moment, "yyyy-MM-dd", English, DateTimeStyles.None, out var day))
            return day.ToString("d MMMM yyyy", English);
        if (!DateTimeOffset.TryParse(moment, English, DateTimeStyles.AssumeUniversal, out var instant))
            return DisplayText.Label(moment);
        return Moment(Instant.FromDateTimeOffset(instant));
    }

    public string Moment(Instant instant)
    {
        var local = instant.InZone(_zone);
        var day = local.Date.ToDateOnly().ToString("d MMMM yyyy", English);
        return $"{local.Hour:00}:{local.Minute:00} {Abbreviation(local)} on {day}";
    }

    /// <summary>In UTC; null where the text is no instant.</summary>
    public static DateTimeOffset? InstantOf(string moment) =>
        DateTimeOffset.TryParse(moment, English, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null;

    // Zones without letters of their own are named by their offset in the tz database: +03, -0330.
    private static string Abbreviation(ZonedDateTime local)
    {
        var name = local.Zone.GetZoneInterval(local.ToInstant()).Name;
        return name.Length > 0 && name[0] is '+' or '-' ? $"UTC{OffsetPattern.GeneralInvariant.Format(local.Offset)}" : name;
    }
}
