using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Briefing.Core.Model;

/// <summary>
/// One thing read: a page dump, a page, a feed item, a wire file. Every span in an edition points into
/// <see cref="Text"/>, which is kept beside the edition so that a statement can be proved against it.
/// </summary>
/// <remarks>For HTML the text is the page as a person would copy it (see <see cref="Layout"/>), not its markup.</remarks>
public sealed record Document
{
    /// <summary>Unique within one run: d1, d2, … in the order read.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name or the address it was read from.</summary>
    public required string Name { get; init; }

    /// <summary>Null when the source did not say.</summary>
    public string? Url { get; init; }

    public string MediaType { get; init; } = "text/plain";

    /// <summary>Decoded text with LF line ends, exactly as it is kept.</summary>
    public required string Text { get; init; }

    public required Instant ReadAt { get; init; }

    /// <summary>What markup said about the lines of <see cref="Text"/>; null for plain text.</summary>
    public PageLayout? Layout { get; init; }

    /// <inheritdoc cref="DocumentHash.Of"/>
    public string Sha256 => DocumentHash.Of(Text);
}

/// <summary>The identity of a document's text.</summary>
public static class DocumentHash
{
    /// <summary>SHA-256 of the text as UTF-8, lower-case hexadecimal.</summary>
    public static string Of(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }
}
