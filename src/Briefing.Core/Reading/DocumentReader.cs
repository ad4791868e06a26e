using System.Buffers;
using System.Text;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Reading;

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

/// <summary>Brings decoded text into the form in which it is kept: LF line ends, no control characters, no lone surrogates.</summary>
internal static class TextCleaner
{
    private static readonly SearchValues<char> Unclean = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), '\u2028', '\u2029', '\uFEFF']);

    public static string Clean(string decoded)
    {
        var first = IndexOfUnclean(decoded);
        if (first < 0)
            return decoded;
        var builder = new StringBuilder(decoded.Length);
        builder.Append(decoded, 0, first);
        for (var at = first; at < decoded.Length; at++)
        {
            var c = decoded[at];
            if (c == '\r')
            {
                if (at + 1 >= decoded.Length || decoded[at + 1] != '\n')
                    builder.Append('\n');
            }
            else if (IsWholeSurrogatePair(decoded, at))
            {
                builder.Append(c).Append(decoded[++at]);
            }
            else
            {
                AppendClean(builder, c);
            }
        }

        return builder.ToString();
    }

    // Spans count UTF-16 units of the cleaned text, so replacing one unit by one keeps neighbours readable.
    private static void AppendClean(StringBuilder builder, char c)
    {
        switch (c)
        {
            // Line and paragraph separators, next line, form feed and vertical tab part lines as people see them.
            case '\u2028' or '\u2029' or '\u0085' or '\f' or '\v':
                builder.Append('\n');
                break;
            case '\uFEFF':
                break;
            case '\n' or '\t':
                builder.Append(c);
                break;
            default:
                builder.Append(char.IsControl(c) ? ' ' : char.IsSurrogate(c) ? '\uFFFD' : c);
                break;
        }
    }

    private static bool IsWholeSurrogatePair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static int IndexOfUnclean(string text)
    {
        var unclean = text.AsSpan().IndexOfAny(Unclean);
        var surrogate = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        return unclean < 0 ? surrogate : surrogate < 0 ? unclean : Math.Min(unclean, surrogate);
    }
}
