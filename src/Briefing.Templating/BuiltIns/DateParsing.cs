using System.Globalization;
using Briefing.Templating.Functions;

namespace Briefing.Templating.BuiltIns;

/// <summary><c>date.parse</c> and <c>date.parse_to_string</c>. What is no date becomes the first day of year 1, as on Scriban.</summary>
internal static class DateParsing
{
    /// <summary><c>text pattern culture</c>; null for no text.</summary>
    public static object? Parse(Call call) => Parse(call, call.Text(0), call.Text(1), call.Text(2));

    public static object? ParseToString(Call call)
    {
        if (Parse(call, call.Text(0), call.Text(3), call.Text(4)) is not { } date)
            return null;
        try
        {
            // Quirk kept from Scriban: without a pattern its default is taken for a .NET one.
            return call.Text(1) is { } pattern
                ? date.ToString(DotNetPattern(call, pattern), Formatting.Culture(call, call.Text(2)))
                : date.ToString("%d %b %Y", CultureInfo.InvariantCulture);
        }
        catch (FormatException fault)
        {
            throw call.Error(fault.Message, fault);
        }
    }

    private static DateTime? Parse(Call call, string? text, string? pattern, string? cultureName)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        const DateTimeStyles style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var culture = pattern?.Contains("%g", StringComparison.Ordinal) == true ? CultureInfo.InvariantCulture : Formatting.Culture(call, cultureName);
        try
        {
            var isDate = pattern is null
                ? DateTime.TryParse(text, culture, style, out var date)
                : DateTime.TryParseExact(text, DotNetPattern(call, pattern), culture, style, out date);
            return isDate ? date : DateTime.MinValue;
        }
        catch (FormatException fault)
        {
            throw call.Error(fault.Message, fault);
        }
    }

    private static string DotNetPattern(Call call, string pattern) =>
        DatePatterns.ToDotNet(pattern, out var letter) ?? throw call.Error($"The pattern %{letter} is not supported for the parse method");
}
