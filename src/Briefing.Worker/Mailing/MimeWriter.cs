using System.Buffers;
using System.Globalization;
using System.Text;

namespace Briefing.Worker.Mailing;

/// <summary>
/// Writes messages (RFC 5322, 2045, 2046): multipart/alternative of text and HTML, inside multipart/mixed where there are
/// attachments. A pure function of the message: no clock, no chance, boundaries from the content. A retry is the same bytes.
/// </summary>
internal static class MimeWriter
{
    /// <exception cref="FormatException">A header's name or value, or the Message-ID, cannot stand in a header.</exception>
    public static byte[] Write(MailMessage message)
    {
        var body = MimePart.Multipart("alternative", [MimePart.Text("plain", message.Text), MimePart.Text("html", message.Html)]);
        if (message.Attachments.Count > 0)
            body = MimePart.Multipart("mixed", [body, .. message.Attachments]);
        var output = new ArrayBufferWriter<byte>(body.Bytes.Length + 2048);
        output.Write(Encoding.UTF8.GetBytes(Headers(message)));
        output.Write(body.Bytes.Span);
        return output.WrittenSpan.ToArray();
    }

    private static string Headers(MailMessage message)
    {
        var headers = new HeaderWriter();
        headers.Structured("Date", DateOf(message.Date));
        headers.Addresses("From", [message.From]);
        if (message.ReplyTo is { } replyTo)
            headers.Addresses("Reply-To", [replyTo]);
        if (message.To.Count > 0)
            headers.Addresses("To", message.To);
        headers.Unstructured("Subject", message.Subject);
        headers.Structured("Message-ID", $"<{MessageIdOf(message.MessageId)}>");
        foreach (var (name, value) in message.Headers)
            headers.Structured(name, value);
        headers.Structured("MIME-Version", "1.0");
        return headers.ToString();
    }

    // RFC 5322, 3.3: Mon, 02 Feb 2026 06:30:00 +0000.
    private static string DateOf(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) +
        date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string MessageIdOf(string id) =>
        id.Length <= 250 && id.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && id.All(c => c is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '(' or ')'))
            ? id
            : throw new FormatException($"\"{id}\" is no Message-ID.");
}
