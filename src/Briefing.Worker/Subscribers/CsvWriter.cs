namespace Briefing.Worker.Subscribers;

/// <summary>Writes CSV (RFC 4180) with LF line ends.</summary>
internal static class CsvWriter
{
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quote)) + "\n";

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n\uFEFF") || cell.Trim().Length != cell.Length ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
