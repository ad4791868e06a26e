using Briefing.Core.Subscribers;

namespace Briefing.Core.Tests.Subscribers;

public class SubscriberTests
{
    [Theory]
    [InlineData("Ana Solé")]
    [InlineData("O'Hara, Mary \"May\"; QC")]
    [InlineData("=1+1")]
    [InlineData("山田 太郎")]
    [InlineData("می\u200Cخواهم")]
    public void NamesMayHaveWhatNamesHave(string name) => Assert.Null(Subscriber.FaultOfName(name));

    [Theory]
    [InlineData("Ana\r\nBcc: ben@example.org")]
    [InlineData("Ana\0")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("Ana\u202Egpj")]
    [InlineData("Ana\u2028Sole")]
    public void NamesHaveNothingThatBreaksLinesOrTurnsText(string name) => Assert.NotNull(Subscriber.FaultOfName(name));

    // Of the test's own making: no attribute can carry half a character.
    [Fact]
    public void NamesHaveNoHalfCharacters() => Assert.NotNull(Subscriber.FaultOfName("Ana" + (char)0xD800));

    [Fact]
    public void NamesHaveALengthAtMost()
    {
        Assert.Null(Subscriber.FaultOfName(new string('a', Subscriber.LongestName)));
        Assert.NotNull(Subscriber.FaultOfName(new string('a', Subscriber.LongestName + 1)));
    }
}
