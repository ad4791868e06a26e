using System.Text;
using Briefing.Worker.Mail.Smtp;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Integration.Tests.Mail.Smtp;

public class ReplyLinesTests
{
    [Theory]
    [InlineData("250 Ok\r\n", "250 Ok")]
    [InlineData("250\r\n", "250 ")]
    [InlineData("250-one\r\n250-\r\n250 three\r\n", "250-one\n250-\n250 three")]
    [InlineData("250 bare line feed\n", "250 bare line feed")]
    [InlineData("550 5.1.1 \u001b[31mred\r\n", "550 5.1.1 \uFFFD[31mred")]
    public void RepliesAreRead(string text, string expected)
    {
        Assert.Equal(expected, new ReplyLines().Take(Encoding.UTF8.GetBytes(text), out var taken)!.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(text), taken);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("25\r\n")]
    [InlineData("abc hello\r\n")]
    [InlineData("100 too low\r\n")]
    [InlineData("600 too high\r\n")]
    [InlineData("2500 too long\r\n")]
    [InlineData("250-one\r\n251 two\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    public void WhatIsNoReplyIsTold(string text) =>
        Assert.Throws<FormatException>(() => new ReplyLines().Take(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void RepliesAreBounded()
    {
        Assert.Throws<FormatException>(() => new ReplyLines().Take(Encoding.ASCII.GetBytes("250 " + new string('x', 3000)), out _));
        Assert.Throws<FormatException>(() => new ReplyLines().Take(Encoding.ASCII.GetBytes($"250 {new string('x', 3000)}\r\n"), out _));
        Assert.Throws<FormatException>(() => new ReplyLines().Take(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("250-x\r\n", 101))), out _));
    }

    [Theory]
    [InlineData("550 5.1.1 no", "5.1.1")]
    [InlineData("250 2.1.0", "2.1.0")]
    [InlineData("450 5.1.1 the class is another", null)]
    [InlineData("550 5.1 short", null)]
    [InlineData("550 5.1.1111 long", null)]
    [InlineData("550 5..1 empty", null)]
    [InlineData("550 no", null)]
    public void TheEnhancedStatusIsOneThatFitsItsCode(string text, string? expected) =>
        Assert.Equal(expected, new ReplyLines().Take(Encoding.ASCII.GetBytes(text + "\r\n"), out _)!.EnhancedStatus);

    [Fact]
    public void HoweverOctetsArriveTheReplyIsTheSame() => Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt[]>(), cuts =>
    {
        var octets = Encoding.UTF8.GetBytes("250-first – line\r\n250-second\r\n250 last\r\n250 of the next\r\n");
        var lines = new ReplyLines();
        SmtpReply? reply = null;
        int from = 0, to = 0;
        foreach (var cut in cuts.Select(cut => cut.Get).Append(octets.Length))
        {
            to = Math.Min(octets.Length, to + cut);
            reply ??= TakeFrom(ref from, to);
        }

        return reply!.ToString() == "250-first – line\n250-second\n250 last" && Encoding.UTF8.GetString(octets.AsSpan(from)) == "250 of the next\r\n";

        SmtpReply? TakeFrom(ref int start, int end)
        {
            var taken = lines.Take(octets.AsSpan(start, end - start), out var count);
            start += count;
            return taken;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyOctetsAreAReplyOrNone() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), octets =>
    {
        try
        {
            var reply = new ReplyLines().Take(octets, out _);
            return reply is null || reply.Lines.All(line => !line.Any(char.IsControl));
        }
        catch (FormatException)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();
}
