using System.Globalization;
using System.Text;

namespace Briefing.Templating.BuiltIns;

/// <summary>Date patterns with percent signs, in the manner of strftime.</summary>
internal static class DatePatterns
{
    /// <summary>Formats a date. <c>%g</c> makes what follows culture-invariant; alone it stands for the default pattern.</summary>
    public static string Format(DateTime date, string pattern, CultureInfo culture, string defaultPattern)
    {
        var instant = DateTime.SpecifyKind(date, DateTimeKind.Utc);
        if (pattern == "%g")
            pattern = "%g " + defaultPattern;
        var builder = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%' || at + 1 == pattern.Length)
            {
                builder.Append(pattern[at]);
                continue;
            }

            var letter = pattern[++at];
            if (letter == 'g')
                culture = CultureInfo.InvariantCulture;
            else
                builder.Append(Part(instant, letter, culture));
        }

        return builder.ToString();
    }

    /// <summary>The .NET pattern for parsing; null where the pattern holds a part that only formatting knows.</summary>
    /// <param name="pattern">With percent signs.</param>
    /// <param name="letter">The letter that cannot be parsed.</param>
    public static string? ToDotNet(string pattern, out char letter)
    {
        letter = '\0';
        var builder = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%' || at + 1 == pattern.Length)
            {
                builder.Append(pattern[at]);
                continue;
            }

            letter = pattern[++at];
            if (letter == 'g')
                continue;
            if (DotNetPattern(letter) is not { } part)
            {
                if (IsComputed(letter))
                    return null;
                part = "%" + letter;
            }

            builder.Append(part);
        }

        return builder.ToString();
    }

    private static string Part(DateTime date, char letter, CultureInfo culture) => letter switch
    {
        'C' => (date.Year / 100).ToString("D2", culture),
        'e' or 'k' or 'l' => date.ToString(DotNetPattern(letter)!, culture).PadLeft(2),
        'j' => date.DayOfYear.ToString("D3", culture),
        'n' => "\n",
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        'B' => date.ToString("MMMM", culture),
        's' => ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).ToString(culture),
        't' => "\t",
        'u' => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(culture),
        'U' => Week(date, culture, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Sunday),
        'v' => string.Create(CultureInfo.InvariantCulture, $"{date.Day,2}-{date.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}-{date.Year:D4}"),
        'V' => Week(date, culture, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday),
        'W' => Week(date, culture, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Monday),
        'w' => ((int)date.DayOfWeek).ToString(culture),
        '%' => "%",
        _ => DotNetPattern(letter) is { } pattern ? date.ToString(pattern, culture) : "%" + letter,
    };

    private static string? DotNetPattern(char letter) => letter switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' or 'B' => "MMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'e' => "%d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "%H",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff00",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'x' => "d",
        'X' => "T",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => null,
    };

    private static bool IsComputed(char letter) => letter is 'C' or 'j' or 'n' or 's' or 't' or 'u' or 'U' or 'v' or 'V' or 'W' or 'w' or '%';

    private static string Week(DateTime date, CultureInfo culture, CalendarWeekRule rule, DayOfWeek first) =>
        culture.Calendar.GetWeekOfYear(date, rule, first).ToString("D2", culture);
}
