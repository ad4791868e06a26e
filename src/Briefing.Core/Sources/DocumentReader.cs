using NodaTime;

namespace Briefing.Core.Sources;

/// <summary>
/// From bytes to a document: the encoding is found, line ends become LF, control characters become spaces, and a web page is
/// rendered to the lines a person would copy.
/// </summary>
public static class DocumentReader
{
    /// <summary>Bytes; more is refused, since no page or wire file of news comes near it.</summary>
    public const int LargestInput = 64 * 1024 * 1024;

    /// <exception cref="InvalidDataException">The bytes are no text; the message says what they are.</exception>
    public static Document Read(ReadOnlySpan<byte> bytes, string id, string name, string? url, string? contentType, Instant readAt) =>
        TryRead(bytes, id, name, url, contentType, readAt, out var document, out var rejection)
            ? document!
            : throw new InvalidDataException(rejection);

    /// <summary>False, with the reason as <paramref name="rejection"/>, where the bytes are no text.</summary>
    /// <param name="contentType">The HTTP header's value; null where there is none.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, string id, string name, string? url, string? contentType, Instant readAt,
        out Document? document, out string? rejection)
    {
        document = null;
        rejection = bytes.Length > LargestInput
            ? $"it is larger than {LargestInput / (1024 * 1024)} MiB"
            : ContentSniffer.BinaryKind(bytes) is { } kind ? $"it is {kind}, not text" : null;
        if (rejection is not null)
            return false;

        var decoded = TextDecoder.Decode(bytes, contentType);
        if (decoded is null)
        {
            rejection = "it is binary data, not text";
            return false;
        }

        document = ContentSniffer.IsHtml(decoded, name, contentType)
            ? FromHtml(decoded, id, name, url, readAt)
            : new Document { Id = id, Name = name, Url = url, Text = TextCleaner.Clean(decoded), ReadAt = readAt };
        return true;
    }

    private static Document FromHtml(string html, string id, string name, string? url, Instant readAt)
    {
        var (text, layout) = HtmlRenderer.Render(html);
        return new Document
        {
            Id = id,
            Name = name,
            Url = url ?? layout.Metadata.Url,
            MediaType = "text/html",
            Text = text,
            ReadAt = readAt,
            Layout = layout,
        };
    }
}
