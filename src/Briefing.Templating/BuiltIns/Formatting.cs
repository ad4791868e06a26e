using System.Globalization;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;

namespace Briefing.Templating.BuiltIns;

/// <summary>.NET format strings and the cultures that templates may name.</summary>
internal static class Formatting
{
    /// <summary><c>value format culture</c></summary>
    public static object Format(Call call)
    {
        if (call[0] is null)
            return string.Empty;
        if (call[0] is not IFormattable value)
            throw call.Error($"Unexpected `{ValueText.Plain(call[0])}`. Must be a formattable object");
        try
        {
            return value.ToString(call.Text(1), Culture(call, call.Text(2)));
        }
        catch (FormatException fault)
        {
            throw call.Error(fault.Message, fault);
        }
    }

    /// <summary>
    /// The invariant culture for null. The product runs without the machine's cultures, so that output never depends on
    /// them: English ones are the invariant culture with their order of day and month, all others are a fault.
    /// </summary>
    public static CultureInfo Culture(Call call, string? name)
    {
        if (string.IsNullOrEmpty(name) || name == "en" || name == "en-US")
            return CultureInfo.InvariantCulture;
        if (!name.StartsWith("en-", StringComparison.Ordinal))
            throw call.Error($"The culture `{name}` is not available: only English ones are.");
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        return culture;
    }
}
