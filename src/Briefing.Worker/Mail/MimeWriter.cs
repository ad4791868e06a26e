using System.Text;
using Briefing.Worker.Mail.Messages;

namespace Briefing.Worker.Mail;

/// <summary>
/// Writes messages (RFC 5322, 2045, 2046): multipart/alternative of text and HTML, inside multipart/mixed where there are
/// attachments. A pure function of the message: no clock, no chance, boundaries from the content. A retry is the same bytes.
/// </summary>
internal static class MimeWriter
{
    /// <exception cref="FormatException">A header's name or value, or the Message-ID, cannot stand in a header.</exception>
    public static byte[] Write(MailMessage message) =>
        MessageTemplate.Of(message.Text, message.Html, message.Attachments).Fill(message, PersonalValues.None).ToArray();
}

/// <summary>An attachment, encoded: its own headers and body, ready to be placed.</summary>
internal sealed class MimePart
{
    private MimePart(byte[] bytes) => Bytes = bytes;

    /// <summary>Headers, an empty line, the body, ending in CRLF.</summary>
    public byte[] Bytes { get; }

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

    private static MimePart Of(string headers, ReadOnlySpan<byte> body)
    {
        var bytes = new byte[headers.Length + body.Length];
        Encoding.ASCII.GetBytes(headers, bytes);
        body.CopyTo(bytes.AsSpan(headers.Length));
        return new MimePart(bytes);
    }
}
