using System.Buffers;
using System.Text;

namespace Briefing.Worker.Mail;

/// <summary>How a body travels (RFC 2045, 6): as it is, quoted-printable or base64. All have CRLF, and lines of at most 76.</summary>
internal static class TransferEncoding
{
    private const int LineLength = 76;

    /// <summary>The shortest of the encodings that can carry the text. Ends in CRLF.</summary>
    public static (string Name, byte[] Body) OfText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(WithCrLf(text));
        if (IsPlain(bytes))
            return ("7bit", bytes);
        var quoted = QuotedPrintable.Encode(bytes);
        return quoted.Length <= Base64Length(bytes.Length) ? ("quoted-printable", quoted) : ("base64", Base64(bytes));
    }

    public static byte[] Base64(ReadOnlySpan<byte> content)
    {
        var output = new byte[Base64Length(content.Length)];
        var written = 0;
        while (!content.IsEmpty)
        {
            var take = Math.Min(content.Length, LineLength / 4 * 3);
            System.Buffers.Text.Base64.EncodeToUtf8(content[..take], output.AsSpan(written), out _, out var line);
            written += line;
            output[written++] = (byte)'\r';
            output[written++] = (byte)'\n';
            content = content[take..];
        }

        return output;
    }

    private static int Base64Length(int bytes)
    {
        var encoded = (bytes + 2) / 3 * 4;
        return encoded + ((encoded + LineLength - 1) / LineLength * 2);
    }

    private static string WithCrLf(string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        return lines.EndsWith("\r\n", StringComparison.Ordinal) ? lines : lines + "\r\n";
    }

    // Lines that begin with "From " or are a single dot have been spoiled by mail systems: RFC 2049, 3.
    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf("\r\n"u8);
            var line = bytes[..end];
            if (line.Length > LineLength || line.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0 ||
                line.StartsWith("From "u8) || line.SequenceEqual("."u8) || line.EndsWith(" "u8))
                return false;
            bytes = bytes[(end + 2)..];
        }

        return true;
    }
}

/// <summary>Quoted-printable (RFC 2045, 6.7).</summary>
internal static class QuotedPrintable
{
    /// <summary>Without CRLF, with room for a soft break's "=".</summary>
    private const int LineLength = 75;

    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;

    /// <param name="text">Lines end in CRLF. After a last one that does not, stands a soft break, which readers take out.</param>
    public static byte[] Encode(ReadOnlySpan<byte> text)
    {
        var output = new ArrayBufferWriter<byte>(text.Length + (text.Length / 8) + 64);
        while (!text.IsEmpty)
        {
            var end = text.IndexOf("\r\n"u8);
            EncodeLine(output, end < 0 ? text : text[..end]);
            output.Write(end < 0 ? "=\r\n"u8 : "\r\n"u8);
            text = end < 0 ? default : text[(end + 2)..];
        }

        return output.WrittenSpan.ToArray();
    }

    private static void EncodeLine(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> line)
    {
        var column = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var quoted = MustBeQuoted(line, at, column);
            var width = quoted ? 3 : 1;
            if (column + width > LineLength)
            {
                output.Write("=\r\n"u8);
                column = 0;
                quoted = MustBeQuoted(line, at, column);
                width = quoted ? 3 : 1;
            }

            var span = output.GetSpan(3);
            if (quoted)
                (span[0], span[1], span[2]) = ((byte)'=', Hex[line[at] >> 4], Hex[line[at] & 15]);
            else
                span[0] = line[at];
            output.Advance(width);
            column += width;
        }
    }

    private static bool MustBeQuoted(ReadOnlySpan<byte> line, int at, int column)
    {
        var octet = line[at];
        return octet switch
        {
            // Rules 2 and 3: space and tab, except at a line's end.
            (byte)' ' or (byte)'\t' => at == line.Length - 1,
            < (byte)' ' or > (byte)'~' or (byte)'=' => true,

            // Not asked for, but mail systems spoil lines that begin so: "From " gains a bracket, a lone dot ends the message.
            (byte)'.' => column == 0,
            (byte)'F' => column == 0 && line[at..].StartsWith("From "u8),
            _ => false,
        };
    }
}
