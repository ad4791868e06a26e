using System.Text;

namespace Briefing.Core.Sources;

/// <summary>
/// Finds the encoding of a text: byte order mark, then validity as UTF-8, then UTF-16 by where zero bytes stand, then the charset
/// that HTTP, XML declaration or meta element declares, then the legacy encoding in which the text is most plausible.
/// </summary>
internal static class TextDecoder
{
    private const int MostSampled = 65_536;

    // A text may hold a stray zero or control byte; a twentieth of them is no text.
    private const int TextBytesPerControl = 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where the bytes are no text in any encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (FromByteOrderMark(bytes) is { } marked)
            return marked;
        if (Utf16WithoutMark(bytes) is { } utf16)
            return utf16.GetString(bytes);
        if (LooksBinary(bytes))
            return null;
        var declared = DeclaredCharset.Find(bytes, contentType);
        if (declared is not null && IsEscapeCoded(declared))
            return declared.GetString(bytes);
        if (TryUtf8(bytes) is { } utf8)
            return utf8;
        return (declared is not null && declared.CodePage != Encoding.UTF8.CodePage ? declared : null ?? LegacyEncodings.Guess(bytes))
            .GetString(bytes);
    }

    private static string? FromByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) && bytes.Length % 4 == 0)
            return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return new UTF32Encoding(bigEndian: true, byteOrderMark: true).GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : null;
    }

    // Spaces and line feeds of every script are two bytes in UTF-16, one of them zero and always on the same side.
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, MostSampled)];
        if (sample.Length < 4 || !sample.Contains((byte)0))
            return null;
        int zerosFirst = 0, zerosSecond = 0, spacesFirst = 0, spacesSecond = 0;
        for (var at = 0; at < sample.Length; at += 2)
        {
            var (first, second) = (sample[at], sample[at + 1]);
            zerosFirst += first == 0 ? 1 : 0;
            zerosSecond += second == 0 ? 1 : 0;
            spacesFirst += first == 0 && second is 0x20 or 0x0A ? 1 : 0;
            spacesSecond += second == 0 && first is 0x20 or 0x0A ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        if (IsSide(zerosSecond, zerosFirst, spacesSecond, pairs))
            return Encoding.Unicode;
        return IsSide(zerosFirst, zerosSecond, spacesFirst, pairs) ? Encoding.BigEndianUnicode : null;
    }

    // Latin text: nearly every second byte is zero. Other scripts: at least the spaces, one in a hundred characters.
    private static bool IsSide(int zeros, int zerosOfOtherSide, int spaces, int pairs) =>
        zerosOfOtherSide * 50 <= zeros && (zeros * 2 > pairs || (spaces * 100 >= pairs && spaces * 2 >= zeros));

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, MostSampled)];
        var controls = 0;
        foreach (var b in sample)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B))
                controls++;
        }

        return controls * TextBytesPerControl > sample.Length;
    }

    private static bool IsEscapeCoded(Encoding encoding) => encoding.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase);

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return IsNearlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
    }

    // A page cut in the middle of a character, or with one pasted legacy quote, is still UTF-8: whole sequences outnumber broken ones.
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
                broken++;
            else if (consumed > 1)
                whole++;
            bytes = bytes[Math.Max(1, consumed)..];
        }

        return whole > broken * 10;
    }
}
