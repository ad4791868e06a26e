namespace Briefing.Worker.Mailing.Bounces;

/// <summary>Lines that end in LF or CRLF, or with the text.</summary>
internal static class ByteLines
{
    /// <param name="rest">Behind the line's end.</param>
    /// <returns>The first line without its end.</returns>
    public static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> text, out ReadOnlyMemory<byte> rest)
    {
        var end = text.Span.IndexOf((byte)'\n');
        rest = end < 0 ? default : text[(end + 1)..];
        var line = end < 0 ? text : text[..end];
        return line.Span is [.., (byte)'\r'] ? line[..^1] : line;
    }
}
