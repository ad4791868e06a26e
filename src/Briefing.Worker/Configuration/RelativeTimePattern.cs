using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Briefing.Core.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Configuration;

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
