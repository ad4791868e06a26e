using System.Buffers;

namespace Briefing.Worker.Mailing.Dkim;

/// <summary>The relaxed forms that DKIM signs (RFC 6376, 3.4.2 and 3.4.4).</summary>
internal static class RelaxedCanonical
{
    /// <summary>
    /// Lines without white space at their end, and with single spaces elsewhere. Empty lines at the end are left: whether they end
    /// the body is for the caller to know.
    /// </summary>
    /// <param name="lines">Whole lines, with CRLF.</param>
    /// <returns>The same memory where nothing changes.</returns>
    public static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> lines)
    {
        if (IsCanonical(lines.Span))
            return lines;
        var output = new ArrayBufferWriter<byte>(lines.Length);
        var rest = lines.Span;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf("\r\n"u8);
            Reduce(rest[..end].TrimEnd(" \t"u8), output);
            output.Write("\r\n"u8);
            rest = rest[(end + 2)..];
        }

        return output.WrittenMemory;
    }

    /// <summary>A header field: its name in lower case, unfolded, single spaces, none round the colon nor at the end.</summary>
    /// <param name="field">Folded as it is sent, without its last CRLF.</param>
    public static string Header(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var words = field[(colon + 1)..].Replace("\r\n", "", StringComparison.Ordinal).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return $"{field[..colon].TrimEnd(' ', '\t').ToLowerInvariant()}:{string.Join(' ', words)}";
    }

    // The tab is checked for first: in what we encode there is none.
    private static bool IsCanonical(ReadOnlySpan<byte> lines) =>
        !lines.Contains((byte)'\t') && lines.IndexOf("  "u8) < 0 && lines.IndexOf(" \r\n"u8) < 0;

    private static void Reduce(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output)
    {
        while (line.IndexOfAny((byte)' ', (byte)'\t') is var at and >= 0)
        {
            output.Write(line[..at]);
            output.Write(" "u8);
            line = line[at..].TrimStart(" \t"u8);
        }

        output.Write(line);
    }
}
