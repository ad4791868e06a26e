using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Briefing.Worker.Mail.Returned;

/// <summary>Undoes a transfer encoding (RFC 2045, 6). What is not encoded as it should be is passed over, never a reason to stop.</summary>
internal static class TransferDecoding
{
    /// <param name="encoding">The field's value; null where there is none.</param>
    public static string TextOf(ReadOnlySpan<byte> body, string? encoding) => CharactersOf(encoding?.Trim().ToLowerInvariant() switch
    {
        "quoted-printable" => QuotedPrintable(body),
        "base64" => Base64Of(body),
        _ => body,
    });

    /// <summary>UTF-8 where it is, else Latin-1: every octet is a character then. What is read of notices is ASCII in nearly all cases.</summary>
    public static string CharactersOf(ReadOnlySpan<byte> octets) =>
        Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : Encoding.Latin1.GetString(octets);

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var decoded = new ArrayBufferWriter<byte>(body.Length + 1);
        while (!body.IsEmpty)
        {
            var escape = body.IndexOf((byte)'=');
            decoded.Write(escape < 0 ? body : body[..escape]);
            if (escape < 0)
                break;
            body = body[escape..];
            var taken = Escape(body, decoded);
            body = body[taken..];
        }

        return decoded.WrittenSpan.ToArray();
    }

    // "=XX" is an octet, "=" at a line's end joins two lines, any other "=" is itself.
    private static int Escape(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> decoded)
    {
        if (text is [_, (byte)'\n', ..])
            return 2;
        if (text is [_, (byte)'\r', (byte)'\n', ..])
            return 3;
        Span<byte> octet = stackalloc byte[1];
        if (text.Length >= 3 && Convert.FromHexString(text[1..3], octet, out _, out _) == OperationStatus.Done)
        {
            decoded.Write(octet);
            return 3;
        }

        decoded.Write(text[..1]);
        return 1;
    }

    private static byte[] Base64Of(ReadOnlySpan<byte> body)
    {
        var digits = new ArrayBufferWriter<byte>(body.Length + 1);
        foreach (var octet in body)
        {
            // Padding ends it.
            if (octet == (byte)'=')
                break;
            if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'+' or (byte)'/')
                digits.Write([octet]);
        }

        var whole = digits.WrittenCount % 4 == 1 ? digits.WrittenCount - 1 : digits.WrittenCount;
        Span<byte> padded = [.. digits.WrittenSpan[..whole], .. "==="u8[..((4 - (whole % 4)) % 4)]];
        return Base64.DecodeFromUtf8InPlace(padded, out var written) == OperationStatus.Done ? padded[..written].ToArray() : [];
    }
}

/// <summary>Reads what stands encoded in a field (RFC 2047). Some programs write a long subject so, though it is ASCII.</summary>
internal static partial class EncodedWordReader
{
    /// <summary>White space between two encoded words is no part of the text (RFC 2047, 6.2). What is no encoded word stays as it is.</summary>
    public static string Decode(string field) => Word().Replace(Between().Replace(field, ""), found => TransferDecoding.TextOf(
        Encoding.UTF8.GetBytes(found.Groups["text"].Value.Replace('_', ' ')),
        found.Groups["encoding"].Value is "b" or "B" ? "base64" : "quoted-printable"));

    [GeneratedRegex(@"=\?[^?\s]{1,60}\?(?<encoding>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
