using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Model;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Mail;

/// <summary>An edition as a message: text, HTML and the pack. A pure function of what it is given.</summary>
internal static class EditionMessage
{
    /// <summary>Sender of messages that are kept as files; its domain leads nowhere (RFC 2606).</summary>
    public static Mailbox NoSender { get; } = Mailbox.Parse("Briefing <briefing@briefing.invalid>");

    /// <param name="pack">The PDF pack, encoded once for all recipients (<see cref="PackPart"/>); null without one.</param>
    public static MailMessage Compose(Edition edition, RenderedEdition rendered, Mailbox from, MimePart? pack) => new()
    {
        From = from,
        Subject = rendered.Subject,
        Date = DateTimeOffset.Parse(edition.GeneratedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        MessageId = MessageId(edition, rendered, from),

        // RFC 3834: keeps holiday notices from answering.
        Headers = [("Auto-Submitted", "auto-generated")],
        Text = rendered.Text,
        Html = rendered.Html,
        Attachments = pack is null ? [] : [pack],
    };

    public static MimePart PackPart(Edition edition, ReadOnlySpan<byte> pdf) => MimePart.Attachment(PackName(edition), "application/pdf", pdf);

    /// <summary>The name under which the pack is attached.</summary>
    public static string PackName(Edition edition) => $"briefing-{Plain(edition.Date)}{(edition.Version > 1 ? $"-v{edition.Version}" : "")}.pdf";

    // The same content has the same id, so that mail programs fold copies into one.
    private static string MessageId(Edition edition, RenderedEdition rendered, Mailbox from)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{rendered.Subject}\n{rendered.Text}\n{rendered.Html}"));
        return $"{Plain(edition.Entry)}.{Plain(edition.Date)}.v{edition.Version}.{Convert.ToHexStringLower(hash)[..16]}@{from.Domain}";
    }

    private static string Plain(string text)
    {
        var plain = new string([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(40)]);
        return plain.Length == 0 ? "edition" : plain;
    }
}
