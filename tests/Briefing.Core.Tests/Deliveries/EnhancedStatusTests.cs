using Briefing.Core.Deliveries;

namespace Briefing.Core.Tests.Deliveries;

public class EnhancedStatusTests
{
    [Theory]
    [InlineData("5.1.1", "5.1.1")]
    [InlineData(" 5.1.10 (no such user)", "5.1.10")]
    [InlineData("4.2.2.", "4.2.2")]
    [InlineData("2.0.0 OK", "2.0.0")]
    [InlineData("3.1.1", null)]
    [InlineData("5.1", null)]
    [InlineData("5.1.1.7", null)]
    [InlineData("5.1.1234", null)]
    [InlineData("550 5.1.1", null)]
    [InlineData("", null)]
    public void AFieldBeginsWithItsStatus(string text, string? expected) => Assert.Equal(expected, EnhancedStatus.Parse(text)?.ToString());

    [Theory]
    [InlineData("550 5.1.1 <ana@example.org>: no such user", "5.1.1")]
    [InlineData("550-5.1.1 The account is gone", "5.1.1")]
    [InlineData("host mx.example.org said: 554 5.7.1 refused", "5.7.1")]
    [InlineData("no mailbox here by that name. (#5.1.1)", "5.1.1")]
    [InlineData("550 #5.1.0 Address rejected", "5.1.0")]
    [InlineData("550 Requested action not taken", null)]
    [InlineData("version 5.1.1 of the server", null)]
    [InlineData("from 192.0.2.550 5.1.1.7", null)]
    [InlineData("550 5.1.1.7 is an address", null)]
    public void InWordsAStatusStandsBehindAReplyCodeOrANumberSign(string text, string? expected) => Assert.Equal(expected, EnhancedStatus.FindIn(text)?.ToString());
}
