using System.Text;
using Briefing.Worker.Mail;

namespace Briefing.Integration.Tests.Mail;

public class MessageContentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Subject: a\r\n\r\nno end")]
    [InlineData("Subject: a\r\n\r\nlone\nfeed\r\n")]
    [InlineData("Subject: a\r\n\r\nlone\rreturn\r\n")]
    [InlineData("Subject: a\r\n\r\ntwo returns\r\r\n")]
    [InlineData("Subject: a\r\n\r\nhalf an end\r")]
    [InlineData("Subject: a\r\n\r\nnothing\0here\r\n")]
    public void WhatMayNotBeSentCannotBeMade(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);

        Assert.Throws<FormatException>(() => MessageContent.Of(octets));

        // Nor in pieces of one octet.
        Assert.Throws<FormatException>(() => MessageContent.Of([.. octets.Select(octet => new ReadOnlyMemory<byte>([octet]))]));
    }

    [Fact]
    public void ALineHasAtMost998Octets()
    {
        MessageContent.Of(Encoding.ASCII.GetBytes($"Subject: a\r\n\r\n{new string('x', 998)}\r\n"));
        Assert.Throws<FormatException>(() => MessageContent.Of(Encoding.ASCII.GetBytes($"Subject: a\r\n\r\n{new string('x', 999)}\r\n")));
    }

    [Theory]
    [InlineData("Subject: a\r\n\r\nb\r\n", false, false)]
    [InlineData("Subject: å\r\n\r\nb\r\n", true, false)]
    [InlineData("Subject: a\r\n\r\nå\r\n", false, true)]
    public void ItTellsWhereItIsNotAscii(string text, bool headers, bool body)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        foreach (var content in new[] { MessageContent.Of(octets), MessageContent.Of([.. octets.Select(octet => new ReadOnlyMemory<byte>([octet]))]) })
        {
            Assert.Equal((headers, body, octets.Length), (content.HasUtf8Headers, content.HasEightBitBody, content.Length));
            Assert.Equal(octets, content.ToArray());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("../escape")]
    [InlineData(".hidden")]
    [InlineData("a b")]
    [InlineData("a\r\nb")]
    public void AKeyThatIsNoNameIsRefused(string key) => Assert.Throws<ArgumentException>(() => new OutgoingMessage
    {
        Key = key,
        Sender = null,
        Recipient = Mailbox.Parse("a@b.example"),
        Content = MessageContent.Of("Subject: a\r\n\r\nb\r\n"u8.ToArray()),
    });
}
