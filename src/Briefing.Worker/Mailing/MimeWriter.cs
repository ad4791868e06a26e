using Briefing.Worker.Mailing.Messages;

namespace Briefing.Worker.Mailing;

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
