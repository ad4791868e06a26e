using System.Globalization;
using Briefing.Core.Language;
using NodaTime;

namespace Briefing.Core.Stories.Differences;

/// <summary>Says how a date was read where its words alone do not tell.</summary>
internal static class DateNote
{
    /// <summary>"Saturday, 31 January 2026 by the day of publication"; null for a date told in full, or one that nothing resolves.</summary>
    public static string? Of(DateExpression date, LocalDate? published)
    {
        if ((date.Weekday is null || date.Day is not null) && date.Shift is null)
            return null;
        if (date.Resolve(published) is not { } read)
            return null;
        var format = read.Length == 1 ? "dddd, d MMMM uuuu" : "d MMMM uuuu";
        var day = read.Start.ToString(format, CultureInfo.InvariantCulture);
        var days = read.Length == 1 ? day : $"{day} to {read.End.ToString(format, CultureInfo.InvariantCulture)}";
        return $"{days} by the day of publication";
    }
}
