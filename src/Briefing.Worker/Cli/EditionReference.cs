using System.Globalization;
using NodaTime;

namespace Briefing.Worker.Cli;

/// <summary>A stored edition as it is named on the command line: <c>2026-03-10</c> for the latest version, <c>2026-03-10@2</c> for the second.</summary>
/// <param name="Version">Null for the latest.</param>
internal readonly record struct EditionReference(LocalDate Date, int? Version)
{
    /// <summary>Null when it names none, which <paramref name="fault"/> tells.</summary>
    public static EditionReference? Parse(string text, out string? fault)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (DateOption.Parse(at < 0 ? text : text[..at], out fault) is not { } date)
            return null;
        if (at < 0)
            return new EditionReference(date, null);
        if (int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
            return new EditionReference(date, version);
        fault = $"\"{text}\" names no version; write the second as {text[..at]}@2";
        return null;
    }

    public override string ToString() => Version is { } version ? $"{Date:uuuu-MM-dd}@{version}" : $"{Date:uuuu-MM-dd}";
}
