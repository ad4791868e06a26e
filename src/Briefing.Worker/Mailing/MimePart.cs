using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Briefing.Worker.Mailing;

/// <summary>A part of a message, encoded: its own headers and body, ready to be placed.</summary>
internal sealed class MimePart
{
    private readonly byte[] _hash;

    private MimePart(byte[] bytes, byte[]? hash = null) => (Bytes, _hash) = (bytes, hash ?? SHA256.HashData(bytes));

    /// <summary>Headers, an empty line, the body, ending in CRLF.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <param name="subtype">plain or html.</param>
    public static MimePart Text(string subtype, string text)
    {
        var (encoding, body) = TransferEncoding.OfText(text);
        return Of($"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n", body);
    }

    /// <param name="mediaType">application/pdf.</param>
    /// <exception cref="FormatException">The media type cannot stand in a header.</exception>
    public static MimePart Attachment(string fileName, string mediaType, ReadOnlySpan<byte> content)
    {
        var headers = new HeaderWriter();
        headers.Structured("Content-Type", $"{mediaType}; {HeaderParameter.Write("name", fileName)}");
        headers.Structured("Content-Disposition", $"attachment; {HeaderParameter.Write("filename", fileName)}");
        headers.Structured("Content-Transfer-Encoding", "base64");
        return Of($"{headers}\r\n", TransferEncoding.Base64(content));
    }

    /// <summary>
    /// RFC 2046, 5.1. The boundary is made from what the parts hold, so that equal parts give equal bytes. "=_" stands
    /// in no body in quoted-printable or base64, and a plain text would have to hold its own hash.
    /// </summary>
    /// <param name="subtype">alternative or mixed.</param>
    public static MimePart Multipart(string subtype, IReadOnlyList<MimePart> parts)
    {
        var hash = SHA256.HashData([.. Encoding.ASCII.GetBytes(subtype), .. parts.SelectMany(part => part._hash)]);
        var boundary = $"=_{Convert.ToHexStringLower(hash)[..32]}";
        var output = new ArrayBufferWriter<byte>(parts.Sum(part => part.Bytes.Length + boundary.Length + 8) + 256);
        Write(output, $"Content-Type: multipart/{subtype};\r\n boundary=\"{boundary}\"\r\n");
        foreach (var part in parts)
        {
            // The line break before a boundary belongs to the boundary, not to the part.
            Write(output, $"\r\n--{boundary}\r\n");
            output.Write(part.Bytes.Span);
        }

        Write(output, $"\r\n--{boundary}--\r\n");
        return new MimePart(output.WrittenSpan.ToArray(), hash);
    }

    private static MimePart Of(string headers, ReadOnlySpan<byte> body)
    {
        var bytes = new byte[headers.Length + body.Length];
        Encoding.ASCII.GetBytes(headers, bytes);
        body.CopyTo(bytes.AsSpan(headers.Length));
        return new MimePart(bytes);
    }

    private static void Write(ArrayBufferWriter<byte> output, string ascii) =>
        output.Advance(Encoding.ASCII.GetBytes(ascii, output.GetSpan(ascii.Length)));
}
