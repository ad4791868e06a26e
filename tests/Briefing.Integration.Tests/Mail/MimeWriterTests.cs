using System.Text;
using System.Text.Json.Nodes;
using Briefing.Worker.Mail;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Integration.Tests.Mail;

public class MimeWriterTests
{
    private static readonly byte[] Pdf = [.. Enumerable.Range(0, 5000).Select(n => (byte)(n * 31))];

    [Fact]
    public void AnotherImplementationReadsWhatWasWritten()
    {
        var message = ParsedMessage.Of(MimeWriter.Write(Some() with
        {
            Subject = "[OFFICIAL] Morning briefing: Åland, 東京 and Łódź on one page, with a subject long enough to be folded",
            To = [Mailbox.Parse("Åsa Lindqvist, Deputy <asa@bücher.example>")],
            Attachments = [MimePart.Attachment("Lage–übersicht 2026.pdf", "application/pdf", Pdf)],
        }));

        Assert.Equal("[OFFICIAL] Morning briefing: Åland, 東京 and Łódź on one page, with a subject long enough to be folded", message.Header("Subject"));
        Assert.Equal("\"Åsa Lindqvist, Deputy\" <asa@xn--bcher-kva.example>", message.Header("To"));
        Assert.Equal("Tue, 10 Mar 2026 06:30:00 +0000", message.Header("Date"));
        Assert.Equal("<edition.1@briefing.example>", message.Header("Message-ID"));
        Assert.Empty(message["headerDefects"]!.AsArray());
        Assert.All(Parts(message["body"]!), part => Assert.Empty(part["defects"]!.AsArray()));
        var mixed = message["body"]!;
        Assert.Equal("multipart/mixed", (string?)mixed["type"]);
        Assert.Equal(["multipart/alternative", "application/pdf"], mixed["parts"]!.AsArray().Select(part => (string?)part!["type"]));
        Assert.Equal("Lage–übersicht 2026.pdf", (string?)mixed["parts"]![1]!["file"]);
        Assert.Equal(Convert.ToHexStringLower(Pdf), (string?)mixed["parts"]![1]!["bytes"]);
        Assert.Equal(["text/plain", "text/html"], mixed["parts"]![0]!["parts"]!.AsArray().Select(part => (string?)part!["type"]));
    }

    [Theory]
    [InlineData("Plain ASCII, short lines.\n", "7bit")]
    [InlineData("Mostly ASCII, a naïve café.\n", "quoted-printable")]
    [InlineData("日本語だけの本文です。今日の会談について。\n", "base64")]
    [InlineData("From the harbour\n", "quoted-printable")]
    [InlineData("one\n.\ntwo \n", "quoted-printable")]
    public void TextTravelsInTheFittingEncoding(string text, string encoding)
    {
        var part = ParsedMessage.Of(MimeWriter.Write(Some() with { Text = text }))["body"]!["parts"]![0]!;

        Assert.Equal(encoding, (string?)part["encoding"]);
        Assert.Equal(text, ((string?)part["text"])!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void AnyTextComesThroughOnLinesOf76() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), any =>
    {
        var text = string.Concat(any.Get.EnumerateRunes().Select(rune => rune.ToString())).Replace("\0", "", StringComparison.Ordinal);
        var (encoding, body) = TransferEncoding.OfText(text);
        var decoded = Decode(encoding, body);
        return decoded.TrimEnd('\n') == text.ReplaceLineEndings("\n").TrimEnd('\n') && LinesOf(body).All(line => line.Length <= 76);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Subject\r\nBcc: victim@example.org")]
    [InlineData("Subject\nBcc: victim@example.org")]
    [InlineData("Subject\u2028Bcc: victim@example.org\0")]
    [InlineData("=?utf-8?q?=0D=0ABcc:_victim@example.org?=")]
    public void ASubjectCannotAddAHeader(string subject)
    {
        var message = ParsedMessage.Of(MimeWriter.Write(Some() with { Subject = subject }));

        Assert.Null(message.Header("Bcc"));
        Assert.Contains("victim@example.org", message.Header("Subject"), StringComparison.Ordinal);
    }

    [Fact]
    public void AHeaderWithALineBreakIsRefused() =>
        Assert.Throws<FormatException>(() => MimeWriter.Write(Some() with { Headers = [("List-Unsubscribe", "<https://a.example>\r\nBcc: b@c.example")] }));

    [Fact]
    public void LinesKeepTheirLimitWhateverTheyCarry()
    {
        var word = new string('x', 3000);
        var bytes = MimeWriter.Write(Some() with
        {
            Subject = word,
            To = [Mailbox.Parse($"{word} <a@b.example>")],
            Text = word,
            Html = $"<p>{word}</p>",
            Attachments = [MimePart.Attachment(word + ".pdf", "application/pdf", Pdf)],
        });

        Assert.All(LinesOf(bytes), line => Assert.InRange(line.Length, 0, 78));
        Assert.Equal(word, ParsedMessage.Of(bytes).Header("Subject"));
    }

    [Fact]
    public void EqualMessagesAreEqualBytesAndOthersHaveOtherBoundaries()
    {
        var (one, same, other) = (Text(Some()), Text(Some()), Text(Some() with { Text = "Other.\n" }));

        Assert.Equal(one, same);
        Assert.NotEqual(Boundary(one), Boundary(other));
    }

    [Fact]
    public void ABoundaryNeverStandsInAPart()
    {
        var boundary = Boundary(Text(Some()));
        var message = Some() with { Text = $"--{boundary}\n--{boundary}--\n" };

        Assert.Equal(message.Text, ((string?)ParsedMessage.Of(MimeWriter.Write(message))["body"]!["parts"]![0]!["text"])!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("a@b.example", "a@b.example")]
    [InlineData(" Desk <desk@news.example> ", "desk@news.example")]
    [InlineData("\"Desk, News\" <desk@NEWS.example>", "desk@news.example")]
    [InlineData("Åsa <åsa@bücher.example>", "åsa@xn--bcher-kva.example")]
    public void AddressesAreRead(string text, string address) => Assert.Equal(address, Mailbox.Parse(text).Address);

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@b.example")]
    [InlineData("a@")]
    [InlineData("a b@c.example")]
    [InlineData("a@b..example")]
    [InlineData("a@-b.example")]
    [InlineData("a\r\nRCPT TO:<x@y.example>@b.example")]
    [InlineData("<a@b.example> <c@d.example>")]
    [InlineData("\"a b\"@c.example")]
    [InlineData("a\u202Eb@c.example")]
    [InlineData("a\u200Bb@c.example")]
    [InlineData("N\nBcc: x <a@b.example>")]
    public void WhatIsNoAddressIsRefused(string text)
    {
        Assert.False(Mailbox.TryParse(text, out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void NoAddressCanEndItsCommandOrItsHeader() => Prop.ForAll(
        Gen.OneOf(
            Gen.Elements("a", "@", "b.example", "\r\n", "\n", " ", ">", "<", "\"", ",", "\0", "\t", "\u2028", "\u202E", "é", "東", ".", "RCPT TO:"),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)).ListOf(6).Select(bits => $"{string.Concat(bits)}@b.example").ToArbitrary(),
        text => !Mailbox.TryParse(text, out var mailbox, out _)
            || !mailbox.Address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or ',' or '\\' or '\u202E')).QuickCheckThrowOnFailure();

    private static IEnumerable<JsonNode> Parts(JsonNode part) => [part, .. part["parts"]!.AsArray().SelectMany(inner => Parts(inner!))];

    private static MailMessage Some() => new()
    {
        From = Mailbox.Parse("Briefing <briefing@briefing.example>"),
        Subject = "Morning briefing",
        Date = new DateTimeOffset(2026, 3, 10, 6, 30, 0, TimeSpan.Zero),
        MessageId = "edition.1@briefing.example",
        Text = "Text.\n",
        Html = "<p>Text.</p>\n",
    };

    private static string Text(MailMessage message) => Encoding.ASCII.GetString(MimeWriter.Write(message));

    private static string Boundary(string message) => message.Split("boundary=\"")[1].Split('"')[0];

    private static string[] LinesOf(byte[] bytes) => Encoding.Latin1.GetString(bytes).Split("\r\n");

    // Our own reading, so that a thousand texts need no thousand processes.
    private static string Decode(string encoding, byte[] body)
    {
        var ascii = Encoding.Latin1.GetString(body);
        var bytes = encoding switch
        {
            "base64" => Convert.FromBase64String(ascii),
            "7bit" => body,
            _ => Encoding.Latin1.GetBytes(System.Text.RegularExpressions.Regex.Replace(
                ascii.Replace("=\r\n", "", StringComparison.Ordinal),
                "=([0-9A-F]{2})",
                hex => ((char)Convert.ToByte(hex.Groups[1].Value, 16)).ToString(),
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1))),
        };
        return Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n");
    }
}
