namespace Briefing.Worker.Rendering;

/// <summary>What a run writes. edition.json is always written: the rest is made from it.</summary>
internal static class OutputFormats
{
    public const string Json = "json";
    public const string Html = "html";
    public const string Text = "txt";
    public const string Pdf = "pdf";

    /// <summary>A whole message with text, HTML and pack, as mail programs open it.</summary>
    public const string Message = "eml";

    public static IReadOnlyList<string> Names { get; } = [Html, Text, Pdf, Message, Json];

    /// <summary>Every file that a run may write, but for the sources' texts.</summary>
    public static IReadOnlyList<string> FileNames { get; } = ["edition.json", "mail.html", "mail.txt", "pack.pdf", "briefing.eml"];

    /// <summary>The formats of a comma-separated list; null when one is unknown, which <paramref name="fault"/> names.</summary>
    public static HashSet<string>? Parse(string? list, out string? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(list))
            return [.. Names];

        var chosen = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        var unknown = chosen.FirstOrDefault(name => !Names.Contains(name, StringComparer.Ordinal));
        if (unknown is not null)
            fault = $"\"{unknown}\" is no format; there are {string.Join(", ", Names)}";
        return unknown is null ? chosen : null;
    }
}
