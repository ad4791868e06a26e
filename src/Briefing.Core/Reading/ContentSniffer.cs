namespace Briefing.Core.Reading;

/// <summary>What bytes or text are, by their first signs.</summary>
internal static class ContentSniffer
{
    private const int MaxSniffed = 1_024;

    private static readonly (byte[] Magic, string Kind)[] Kinds =
    [
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF file"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "gzip data"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF picture"),
        ([0x52, 0x49, 0x46, 0x46], "a RIFF media file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
        ([0x42, 0x5A, 0x68], "bzip2 data"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
        ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, 0x20], "an SQLite database"),
    ];

    private static readonly string[] HtmlTags =
    [
        "<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<meta", "<script", "<h1", "<table", "<span", "<main",
        "<section", "<title",
    ];

    /// <summary>The kind of binary file; null where no known mark stands at the start.</summary>
    public static string? BinaryKind(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, kind) in Kinds)
        {
            if (bytes.StartsWith(magic))
                return kind;
        }

        return null;
    }

    /// <summary>By media type, by extension, else by markup at the start.</summary>
    public static bool IsHtml(string text, string name, string? contentType)
    {
        var start = text.AsSpan(0, Math.Min(MaxSniffed, text.Length)).TrimStart("\uFEFF \t\r\n");
        if (contentType is not null && contentType.Contains("html", StringComparison.OrdinalIgnoreCase))
            return true;
        if (contentType is null && (HasExtension(name, ".html") || HasExtension(name, ".htm") || HasExtension(name, ".xhtml")))
            return true;
        if (start.StartsWith("<!--"))
            start = start[(start.IndexOf("-->") + 1)..].TrimStart("-> \t\r\n");
        if (start.IsEmpty || start[0] != '<')
            return false;
        if (start.StartsWith("<?xml"))
            return start.Contains("<html", StringComparison.OrdinalIgnoreCase);
        foreach (var tag in HtmlTags)
        {
            if (start.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool HasExtension(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
