using System.Buffers;
using System.Text;

namespace Briefing.Core.Sources;

/// <summary>The charset that a text declares: in the HTTP header, an XML declaration or a meta element.</summary>
internal static class DeclaredCharset
{
    /// <summary>Bytes in which browsers, too, look for a declaration.</summary>
    private const int MostRead = 4_096;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"' ;/>\t\r\n");

    /// <summary>Null where none is declared, or one that nobody knows.</summary>
    public static Encoding? Find(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (contentType is not null && Value(contentType, "charset") is { } fromHeader && Named(fromHeader) is { } header)
            return header;
        if (!bytes[..Math.Min(bytes.Length, MostRead)].Contains((byte)'<'))
            return null;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MostRead)]);
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
