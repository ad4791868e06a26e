using System.Text;
using Briefing.Worker.Mail.Returned;

namespace Briefing.Integration.Tests.Mail.Returned;

public class ReceivedPartTests
{
    [Fact]
    public void FoldedFieldsAreOneLineAndNamesHaveNoCase()
    {
        var mail = Read("Subject: one\r\n two\r\n\tthree\r\nFROM:a@example.org\r\nno field\r\n\r\nSubject: not this\r\n");

        Assert.Equal(("one two three", "a@example.org"), (mail.Fields["subject"], mail.Fields["From"]));
        Assert.Equal("Subject: not this\r\n", mail.Text);
    }

    [Fact]
    public void PartsStandInOrderAndWhatIsBeforeAndBehindThemIsLeftOut()
    {
        var mail = Read(
            """
            Content-Type: multipart/mixed; charset="x;y"; BOUNDARY = "a b"

            before
            --a b
            Content-Type: text/plain

            one

            --a b and more
            --a b  
            Content-Type: Multipart/Alternative; boundary=a

            --a

            two
            --a--
            --a b--
            behind
            --a b

            behind, too
            """);

        Assert.Equal("multipart/mixed", mail.Type);
        Assert.Equal(["text/plain", "multipart/alternative"], mail.Parts.Select(part => part.Type));
        Assert.Equal("one\n\n--a b and more", mail.Parts[0].Text);
        Assert.Equal("two", Assert.Single(mail.Parts[1].Parts).Text);
        Assert.Equal(4, mail.Everything.Count());
    }

    [Theory]
    [InlineData("quoted-printable", "gr=C3=BC=\r\n=C3=9F=e", "grüß")]
    [InlineData("Quoted-Printable", "caf=E9 = =4 =ZZ=", "café = =4 =ZZ")]
    [InlineData("base64", "Z3LD\r\nvMOf", "grüß")]
    [InlineData("base64", "Z3LD vA!==", "grü")]
    [InlineData("base64", "Z", "")]
    [InlineData("8bit", "a=41", "a=41")]
    [InlineData("rot13", "a=41", "a=41")]
    public void ATransferEncodingIsUndoneAsFarAsItGoes(string encoding, string body, string expected) =>
        Assert.Equal(expected, Read($"Content-Transfer-Encoding: {encoding}\n\n{body}").Text);

    [Fact]
    public void AMessageThatBreaksOffHasWhatCame()
    {
        var mail = Read("Content-Type: multipart/report; boundary=b\n\n--b\n\none\n--b\nContent-Type: message/delivery-status\n\nStatus: 5.1");

        Assert.Equal(["one", "Status: 5.1"], mail.Parts.Select(part => part.Text));
    }

    [Fact]
    public void DepthPartsFieldsAndLengthsHaveLimits()
    {
        var deep = string.Concat(Enumerable.Range(0, 50).Select(at => $"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n"));
        Assert.InRange(Read(deep).Everything.Count(), 2, 10);

        var wide = "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 5000));
        Assert.InRange(Read(wide).Everything.Count(), 20, 100);

        var fields = Read(string.Concat(Enumerable.Range(0, 5000).Select(at => $"X-{at}: {at}\n")) + "\n").Fields;
        Assert.Equal(("100", null), (fields["X-100"], fields["X-4000"]));

        Assert.InRange(Read($"Subject: {new string('x', 100_000)}\n {new string('y', 100_000)}\n\n").Fields["Subject"]!.Length, 8000, 9000);
        Assert.InRange(Read($"A: b\n\n{new string('x', 3_000_000)}").Text.Length, 1_000_000, 1_048_576);
    }

    [Theory]
    [InlineData("")]
    [InlineData("words without a header\nand more\n")]
    [InlineData("\n\nSubject: too late\n")]
    public void WhatHasNoHeaderIsNoMessage(string text) => Assert.Null(ReceivedPart.Read(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void ALineOfAMailboxFileAndRubbishBeforeTheHeaderArePassedOver()
    {
        var mail = Read("From reader@example.org Mon Mar  9 06:30:00 2026\nrubbish: no\nSubject: one\nFrom here on\nTo: a@example.org\n\nbody\n");

        Assert.Equal(("one", "a@example.org", "body\n"), (mail.Fields["Subject"], mail.Fields["To"], mail.Text));
    }

    [Fact]
    public void GroupsOfFieldsOutliveEmptyLinesAndRubbishAmongThem()
    {
        var groups = ReceivedFields.Groups("Reporting-MTA: dns; mx.example.org\n\n\n\nrubbish\nFinal-Recipient: rfc822;\n a@example.org\nStatus: 5.1.1\n");

        Assert.Equal(2, groups.Count);
        Assert.Equal(("rfc822; a@example.org", "5.1.1"), (groups[1]["Final-Recipient"], groups[1]["Status"]));
    }

    [Fact]
    public void TheHeaderOfAReturnedMessageIsReadHoweverItIsPacked()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes("Message-ID: <a@example.org>\n"));
        foreach (var part in new[]
        {
            "Content-Type: message/rfc822\n\nMessage-ID: <a@example.org>\n\ntext",
            "Content-Type: message/global\n\n\nMessage-ID: <a@example.org>\n\ntext",
            "Content-Type: text/rfc822-headers\n\nMessage-ID: <a@example.org>\n",
            $"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{encoded}",
        })
        {
            var mail = Read($"Content-Type: multipart/report; boundary=b\n\n--b\n{part}\n--b--\n");
            Assert.Equal("<a@example.org>", Assert.Single(mail.Parts).InnerFields["Message-ID"]);
        }
    }

    [Fact]
    public void AnEncodedSubjectIsDecoded() =>
        Assert.Equal("unsubscribe abc", Read("Subject: =?utf-8?q?unsubscribe?=\n =?UTF-8?B?IGFiYw==?=\n\n").Fields.Decoded("Subject"));

    [Fact]
    public void ReferencesAreWhatStandsInAngleBrackets()
    {
        var found = MailReference.In("<a.1@example.org> <not one> <<b@example.org> <@no> <c@> <d").Select(reference => (reference.Key, reference.MessageId));

        Assert.Equal([("a.1", "a.1@example.org"), ("b", "b@example.org"), ("c", "c@")], found);
    }

    private static ReceivedPart Read(string text) => ReceivedPart.Read(Encoding.Latin1.GetBytes(text))!;
}
