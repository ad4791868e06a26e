using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Integration.Tests.Mail.Messages;

public class MessageTemplateTests
{
    [Fact]
    public void EachSubscriberGetsTheirOwnValuesAndTheSameRest()
    {
        var template = SomeDelivery.TemplateOf(SomeEdition.Full());

        foreach (var number in new[] { 1, 20_000 })
        {
            var message = ParsedMessage.Of(SomeDelivery.MessageFor(template, number));
            var (text, html, pack) = PartsOf(message);

            Assert.Empty(message["headerDefects"]!.AsArray());
            Assert.StartsWith($"Dear Reader Nº {number} & <all>,", text, StringComparison.Ordinal);
            Assert.Equal(2, Regex.Count(text, Regex.Escape($"https://briefing.example/unsubscribe/v1.k1.{number}\n")));
            Assert.Equal(2, Rendered.Parse(html).QuerySelectorAll($"a[href='https://briefing.example/unsubscribe/v1.k1.{number}']").Length);
            Assert.Contains($"Dear Reader Nº {number} & <all>,", Rendered.Parse(html).Body!.TextContent, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(text, Regex.Escape($"{SomeDelivery.PreferencesOf(number)}\n")));
            Assert.Single(Rendered.Parse(html).QuerySelectorAll($"a[href='{SomeDelivery.PreferencesOf(number)}']"));
            Assert.DoesNotContain(".invalid", text + html, StringComparison.Ordinal);
            Assert.Equal(Convert.ToHexStringLower(SomeDelivery.Pdf), pack);
        }
    }

    [Fact]
    public void TheHeadersAreThoseOfAList()
    {
        var message = ParsedMessage.Of(SomeDelivery.MessageFor(SomeDelivery.TemplateOf(SomeEdition.Full()), 7));

        Assert.Equal("Morning Briefing <briefing@briefing.example>", message.Header("From"));
        Assert.Equal("desk@briefing.example", message.Header("Reply-To"));
        Assert.Equal("Reader Nº 7 <reader7@post.example>", message.Header("To"));
        Assert.Equal("<morning.2026-03-10.v1.7@briefing.example>", message.Header("Message-ID"));
        Assert.Equal("Tue, 10 Mar 2026 06:30:00 +0000", message.Header("Date"));
        Assert.Equal("<morning.briefing.example>", message.Header("List-Id"));
        Assert.Equal(
            "<https://briefing.example/unsubscribe/v1.k1.7>, <mailto:leave@briefing.example?subject=unsubscribe%20v1.k1.7>", message.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", message.Header("List-Unsubscribe-Post"));
        Assert.Equal("auto-generated", message.Header("Auto-Submitted"));
        Assert.Equal("en", message.Header("Content-Language"));
        Assert.Equal("1.0", message.Header("MIME-Version"));
    }

    [Fact]
    public void ANoticeHasBothPartsAndNoList()
    {
        var headers = DeliveryHeaders.OfNotice(
            SomeDelivery.Identity,
            new DeliveryStamp(Mailbox.Parse("a@b.example"), "confirm.1@briefing.example", new DateTimeOffset(2026, 3, 10, 6, 30, 0, TimeSpan.Zero)),
            "Please confirm");

        var message = ParsedMessage.Of(MessageTemplate.Of("Text.\n", "<p>Text.</p>\n", []).Fill(headers, PersonalValues.None).ToArray());

        Assert.Equal("multipart/alternative", (string?)message["body"]!["type"]);
        Assert.Equal("Please confirm", message.Header("Subject"));
        Assert.Null(message.Header("List-Unsubscribe"));
    }

    [Fact]
    public void TheSameDeliveryIsTheSameBytes()
    {
        var one = SomeDelivery.MessageFor(SomeDelivery.TemplateOf(SomeEdition.Full()), 3, Dkim.SomeKey.Signer);
        var again = SomeDelivery.MessageFor(SomeDelivery.TemplateOf(SomeEdition.Full()), 3, Dkim.SomeKey.Signer);

        Assert.Equal(one, again);
    }

    [Fact]
    public void MessagesShareThePacksMemory()
    {
        var template = SomeDelivery.TemplateOf(SomeEdition.Full());
        var (one, other) = (Fill("a@b.example"), Fill("c@d.example"));
        var largest = one.Pieces.MaxBy(piece => piece.Length);

        Assert.True(largest.Length > SomeDelivery.Pdf.Length);
        Assert.Contains(other.Pieces, piece => piece.Equals(largest));

        MessageContent Fill(string to) => template.Fill(SomeDelivery.HeadersFor(to), new PersonalValues("https://briefing.example/u/1", "Hello,", "https://briefing.example/p/1"));
    }

    [Fact]
    public void NewsTextCannotForgeAPlace()
    {
        var edition = SomeEdition.Full();
        var guess = Placeholders.Of(edition);
        var first = edition.Sections[0].Stories[0];
        var forged = edition with
        {
            Sections = edition.Sections.SetItem(0, edition.Sections[0] with
            {
                Stories = [first with { Headline = $"{guess.Unsubscribe} {guess.Preferences} {guess.Greeting}" }],
            }),
        };

        var text = PartsOf(ParsedMessage.Of(SomeDelivery.MessageFor(SomeDelivery.TemplateOf(forged), 5))).Text;

        Assert.Contains(guess.Greeting, text, StringComparison.Ordinal);
        Assert.Contains(guess.Preferences, text, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(text, Regex.Escape("https://briefing.example/unsubscribe/v1.k1.5")));
    }

    [Fact]
    public void AnyValueInAnyTextComesThrough() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>[]>(),
        ArbMap.Default.ArbFor<NonNull<string>>(),
        (texts, any) =>
        {
            var placeholders = Placeholders.Of(SomeEdition.Empty());
            var value = Worker.Rendering.Text.DisplayText.Clean(any.Get);
            var around = texts.Select(text => Sound(text.Get)).Prepend("start ").Append(" end\n").ToArray();
            var pieces = PersonalText.Pieces("plain", string.Join(placeholders.Greeting, around), placeholders)!;
            var encoded = pieces.SelectMany(piece => piece as byte[] ?? PersonalText.Encode(((TemplatePiece.Slot)piece).Value(new PersonalValues("", any.Get, "")))).ToArray();
            var expected = string.Join(EncodedWords.OneLine(value), around);
            return Decoded(encoded) == expected.ReplaceLineEndings("\r\n")
                && Encoding.Latin1.GetString(encoded).Split("\r\n").All(line => line.Length <= 76);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void NoNameAndNoTitleAddsAHeaderOrALine() => Prop.ForAll(HostileText, HostileText, (subject, name) =>
    {
        var headers = SomeDelivery.HeadersFor("a@b.example", 1, subject) with
        {
            From = Mailbox.TryParse($"{name} <f@b.example>", out var from, out _) ? from : SomeDelivery.Identity.From,
        };
        var written = new HeaderWriter();
        headers.WriteTo(written);
        var fields = Regex.Replace(written.ToString(), "\r\n[ \t]", " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return fields.Select(field => field.Split(':')[0]).SequenceEqual(
        [
            "Date", "From", "Reply-To", "To", "Subject", "Message-ID", "Auto-Submitted", "Content-Language", "List-Id", "List-Unsubscribe",
            "List-Unsubscribe-Post", "MIME-Version",
        ]) && written.ToString().All(c => c is '\r' or '\n' or (>= ' ' and <= '~'));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("http://briefing.example/u", "token")]
    [InlineData("https://briefing.example/u?a=b", "token")]
    [InlineData("https://briefing.example/u", "")]
    [InlineData("https://briefing.example/u", "a@b.example")]
    [InlineData("https://briefing.example/u", "a\r\nBcc: x")]
    public void UnsubscribeLinksAreHttpsWithAPlainToken(string page, string token) =>
        Assert.Throws<ArgumentException>(() => UnsubscribeLinks.For(new Uri(page), null, token));

    private static Arbitrary<string> HostileText => Gen.OneOf(
        Gen.Elements("\r\nBcc: x@y.example", "\n\n", "\r", "\0", "=?utf-8?q?=0D=0A?=", ">", "<", "\"", "\\", ", ", ":", "é", "\u2028", "\u202E", new string('x', 90)),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)).ListOf(6).Select(string.Concat).ToArbitrary();

    private static (string Text, string Html, string? Pack) PartsOf(JsonNode message)
    {
        var mixed = message["body"]!["parts"]!;
        var alternative = mixed[0]!["parts"]!;
        return (Lines(alternative[0]!), Lines(alternative[1]!), (string?)mixed[1]!["bytes"]);
    }

    private static string Lines(JsonNode part) => ((string?)part["text"])!.ReplaceLineEndings("\n");

    // FsCheck's strings have halves of characters, which no text of ours has.
    private static string Sound(string text) => string.Concat(text.EnumerateRunes());

    private static string Decoded(byte[] body) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Regex.Replace(
        Encoding.Latin1.GetString(body).Replace("=\r\n", "", StringComparison.Ordinal),
        "=([0-9A-F]{2})",
        hex => ((char)Convert.ToByte(hex.Groups[1].Value, 16)).ToString())));
}
