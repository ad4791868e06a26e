using System.Buffers;
using System.Text;

namespace Briefing.Core.Reading;

/// <summary>
/// Finds the encoding of a text: byte order mark, then validity as UTF-8, then UTF-16 by where zero bytes stand, then the charset
/// that HTTP, XML declaration or meta element declares, then the legacy encoding in which the text is most plausible.
/// </summary>
internal static class TextDecoder
{
    private const int MaxSampled = 65_536;

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
        var sample = bytes[..Math.Min(bytes.Length & ~1, MaxSampled)];
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
        var sample = bytes[..Math.Min(bytes.Length, MaxSampled)];
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

/// <summary>The charset that a text declares: in the HTTP header, an XML declaration or a meta element.</summary>
internal static class DeclaredCharset
{
    /// <summary>Bytes in which browsers, too, look for a declaration.</summary>
    private const int MaxRead = 4_096;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"' ;/>\t\r\n");

    /// <summary>Null where none is declared, or one that nobody knows.</summary>
    public static Encoding? Find(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (contentType is not null && Value(contentType, "charset") is { } fromHeader && Named(fromHeader) is { } header)
            return header;
        if (!bytes[..Math.Min(bytes.Length, MaxRead)].Contains((byte)'<'))
            return null;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MaxRead)]);
        if (head.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var end = head.IndexOf("?>", StringComparison.Ordinal);
            if (end > 0 && Value(head[..end], "encoding") is { } fromXml && Named(fromXml) is { } xml)
                return xml;
        }

        return FromMeta(head);
    }

    private static Encoding? FromMeta(string head)
    {
        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0;
             at = head.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var end = head.IndexOf('>', at);
            if (end < 0)
                return null;
            if (Value(head[at..end], "charset") is { } name && Named(name) is { } encoding)
                return encoding;
        }

        return null;
    }

    // charset=utf-8 · charset="utf-8" · charset = 'utf-8'
    private static string? Value(string text, string key)
    {
        var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + key.Length).TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
            return null;
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(ValueEnds);
        var value = (end < 0 ? rest : rest[..end]).Trim();
        return value.IsEmpty ? null : value.ToString();
    }

    /// <summary>The encoding of that name; Latin-1 and ASCII are read as windows-1252, as browsers do.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding.CodePage is 28591 or 20127 ? LegacyEncodings.WindowsLatin : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
