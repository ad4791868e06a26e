using System.Globalization;
using Briefing.Templating.Functions;

namespace Briefing.Templating.BuiltIns;

/// <summary>The <c>timespan</c> object.</summary>
internal static class TimeSpanBuiltIns
{
    public static ScriptObject Create()
    {
        var timeSpans = new ScriptObject();
        timeSpans.TrySet("zero", TimeSpan.Zero, readOnly: true);
        timeSpans.Add("from_days", "days:double", call => From(call, TimeSpan.FromDays));
        timeSpans.Add("from_hours", "hours:double", call => From(call, TimeSpan.FromHours));
        timeSpans.Add("from_minutes", "minutes:double", call => From(call, TimeSpan.FromMinutes));
        timeSpans.Add("from_seconds", "seconds:double", call => From(call, TimeSpan.FromSeconds));
        timeSpans.Add("from_milliseconds", "millis:double", call => From(call, TimeSpan.FromMilliseconds));
        timeSpans.Add("parse", "text:text!", call => TimeSpan.TryParse(call.Text(0), CultureInfo.InvariantCulture, out var span)
            ? span
            : throw call.Error($"String '{call.Text(0)}' was not recognized as a valid TimeSpan."));
        return timeSpans;
    }

    private static TimeSpan From(Call call, Func<double, TimeSpan> make)
    {
        try
        {
            return make(call.Double(0));
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentException)
        {
            throw call.Error(fault.Message, fault);
        }
    }
}
