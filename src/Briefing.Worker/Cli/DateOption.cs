using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Cli;

/// <summary>Days as they are written on the command line.</summary>
internal static class DateOption
{
    /// <summary>Null when it is no day, which <paramref name="fault"/> tells.</summary>
    public static LocalDate? Parse(string text, out string? fault)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        fault = parsed.Success ? null : $"\"{text}\" is no date; write it as 2026-03-10";
        return parsed.Success ? parsed.Value : null;
    }
}
