using Briefing.Worker.Delivering;
using Microsoft.Extensions.Time.Testing;

namespace Briefing.Integration.Tests.Delivering;

public sealed class SendingPaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(300, 1)]
    [InlineData(20, 1)]
    [InlineData(6, 3)]
    [InlineData(1, 8)]
    [InlineData(0, 8)]
    public void AsManyAreBegunTogetherAsGoOutWithinAnInstant(int millisecondsEach, int atOnce)
    {
        var pace = new SendingPace(_time);
        Assert.Equal(1, pace.AtOnce);

        pace.Start();
        _time.Advance(TimeSpan.FromMilliseconds(millisecondsEach * 4));
        pace.Stop(4);

        Assert.Equal(atOnce, pace.AtOnce);
    }

    [Fact]
    public void AServerThatBecomesSlowIsServedOneByOneAgain()
    {
        var pace = new SendingPace(_time);
        pace.Start();
        pace.Stop(1);

        pace.Start();
        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.True(pace.IsSpent);
        pace.Stop(1);

        Assert.Equal(1, pace.AtOnce);
        pace.Start();
        Assert.False(pace.IsSpent);
    }
}
