using Briefing.Core.Model;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Dkim;
using Briefing.Worker.Mail.Messages;
using Briefing.Worker.Rendering;

namespace Briefing.Integration.Tests.Mail.Messages;

/// <summary>Messages of one edition to any number of subscribers.</summary>
internal static class SomeDelivery
{
    public static byte[] Pdf { get; } = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 30_000).Select(n => (byte)(n * 7))];

    public static MailIdentity Identity { get; } = new()
    {
        From = Mailbox.Parse("Morning Briefing <briefing@briefing.example>"),
        ReplyTo = Mailbox.Parse("desk@briefing.example"),
        ListId = "morning.briefing.example",
    };

    public static UnsubscribeLinks Links(string token = "v1.k1.abc_DEF-123") =>
        UnsubscribeLinks.For(new Uri("https://briefing.example/unsubscribe"), Mailbox.Parse("leave@briefing.example"), token);

    public static string PreferencesOf(int number) => $"https://briefing.example/preferences/v1.k1.{number}";

    public static MessageTemplate TemplateOf(Edition edition, bool withPack = true)
    {
        var placeholders = Placeholders.Of(edition);
        var rendered = Rendered.Of(edition, new RenderOptions { HasPack = withPack, UnsubscribeUrl = placeholders.Unsubscribe, Greeting = placeholders.Greeting, PreferencesUrl = placeholders.Preferences, ListTitle = "Morning briefing" });
        return MessageTemplate.Of(rendered.Text, rendered.Html, withPack ? [MimePart.Attachment("briefing-2026-03-10.pdf", "application/pdf", Pdf)] : [], placeholders);
    }

    public static MessageHeaders HeadersFor(string to, int number = 1, string subject = "[OFFICIAL] Morning briefing") => DeliveryHeaders.OfEdition(
        Identity,
        new DeliveryStamp(Mailbox.Parse(to), DeliveryStamp.MessageIdOf($"morning.2026-03-10.v1.{number}", Identity.From), new DateTimeOffset(2026, 3, 10, 6, 30, 0, TimeSpan.Zero)),
        subject,
        Links($"v1.k1.{number}"));

    public static byte[] MessageFor(MessageTemplate template, int number, DkimSigner? signer = null) => template.Fill(
        HeadersFor($"Reader Nº {number} <reader{number}@post.example>", number),
        new PersonalValues(Links($"v1.k1.{number}").Page.AbsoluteUri, $"Dear Reader Nº {number} & <all>,", PreferencesOf(number)),
        signer).ToArray();
}
