using System.Text;

namespace Briefing.Worker.Mailing;

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
