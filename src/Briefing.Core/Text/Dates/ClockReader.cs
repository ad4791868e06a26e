using System.Collections.Frozen;
using System.Globalization;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Text.Dates;

/// <summary>The time of day and the zone printed beside a date: "14:05 GMT", "8:03 am ET", "T14:05:00+09:00".</summary>
internal static class ClockReader
{
    /// <summary>Characters between a date and a time that belongs to it.</summary>
    private const int Reach = 14;

    // Only letters that mean one zone: CST, IST and BST-like ones of several countries stay unread, all but those of wire services.
    private static readonly FrozenDictionary<string, int> ZoneMinutes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["GMT"] = 0,
        ["UTC"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["BST"] = 60,
        ["CET"] = 60,
        ["MEZ"] = 60,
        ["CEST"] = 120,
        ["MESZ"] = 120,
        ["EET"] = 120,
        ["EEST"] = 180,
        ["EAT"] = 180,
        ["MSK"] = 180,
        ["PKT"] = 300,
        ["HKT"] = 480,
        ["SGT"] = 480,
        ["JST"] = 540,
        ["KST"] = 540,
        ["AEST"] = 600,
        ["AEDT"] = 660,
        ["NZST"] = 720,
        ["NZDT"] = 780,
        ["EDT"] = -240,
        ["EST"] = -300,
        ["CDT"] = -300,
        ["MDT"] = -360,
        ["MST"] = -420,
        ["PDT"] = -420,
        ["PST"] = -480,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The time right after the date (tokens <paramref name="first"/> to <paramref name="next"/>), else right before it.</summary>
    public static (LocalTime? Time, Offset? Offset) Near(string text, List<DateToken> tokens, int first, int next, TextSpan span)
    {
        var dateEnd = tokens[next - 1].End;
        for (var at = next; at < tokens.Count && tokens[at].Start - dateEnd <= Reach; at++)
        {
            if (Clock(text, tokens, at, span) is { } clock)
                return clock;
        }

        for (var at = Math.Max(0, first - 5); at < first; at++)
        {
            if (tokens[first].Start - tokens[at].Start <= Reach + 6 && Clock(text, tokens, at, span) is { } clock)
                return clock;
        }

        return (null, null);
    }

    private static (LocalTime? Time, Offset? Offset)? Clock(string text, List<DateToken> tokens, int at, TextSpan span)
    {
        if (at + 1 >= tokens.Count || !tokens[at].IsNumber || !tokens[at + 1].IsNumber || tokens[at].Length > 2 || tokens[at + 1].Length != 2)
            return null;
        if (tokens[at + 1].Start - tokens[at].End != 1 || text[tokens[at].End] is not (':' or '.' or 'h'))
            return null;
        var (hour, minute) = (tokens[at].Value, tokens[at + 1].Value);
        if (text[tokens[at].End] == '.' && at + 2 < tokens.Count && tokens[at + 2].IsNumber && tokens[at + 2].Start == tokens[at + 1].End + 1)
            return null;
        var end = SkipSeconds(text, tokens[at + 1].End, span.End);
        (hour, end) = HalfDay(text, hour, end, span.End);
        return hour > 23 || minute > 59 ? null : (new LocalTime(hour, minute), Zone(text, end, span.End));
    }

    private static int SkipSeconds(string text, int at, int limit)
    {
        if (at + 2 < limit && text[at] == ':' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]))
            at += 3;
        if (at + 1 < limit && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < limit && char.IsAsciiDigit(text[at]))
                at++;
        }

        return at;
    }

    private static (int Hour, int End) HalfDay(string text, int hour, int at, int limit)
    {
        var rest = text.AsSpan(at, Math.Min(6, limit - at));
        var trimmed = rest.TrimStart();
        if (trimmed.Length < 2 || char.ToLowerInvariant(trimmed[0]) is not ('a' or 'p') || hour > 12)
            return (hour, at);
        var letters = trimmed[1] == '.' && trimmed.Length > 2 ? trimmed[2] : trimmed[1];
        if (char.ToLowerInvariant(letters) != 'm')
            return (hour, at);
        var length = rest.Length - trimmed.Length + (trimmed[1] == '.' ? Math.Min(4, trimmed.Length) : 2);
        return (hour % 12 + (char.ToLowerInvariant(trimmed[0]) == 'p' ? 12 : 0), at + length);
    }

    private static Offset? Zone(string text, int at, int limit)
    {
        while (at < limit && text[at] is ' ' or '(' or '\u00A0')
            at++;
        if (at >= limit)
            return null;
        if (text[at] is '+' or '-' && at + 3 <= limit)
            return Figures(text.AsSpan(at, Math.Min(6, limit - at)));
        var end = at;
        while (end < limit && end - at < 5 && char.IsAsciiLetterUpper(text[end]))
            end++;
        return ZoneMinutes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(at, end - at), out var minutes)
            ? Offset.FromSeconds(minutes * 60)
            : null;
    }

    private static Offset? Figures(ReadOnlySpan<char> figures)
    {
        if (!int.TryParse(figures[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 14)
            return null;
        var rest = figures[3..].TrimStart(':');
        var minutes = rest.Length >= 2 && int.TryParse(rest[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var total = (hours * 60 + minutes) * (figures[0] == '-' ? -1 : 1);
        return minutes < 60 ? Offset.FromSeconds(total * 60) : null;
    }
}
