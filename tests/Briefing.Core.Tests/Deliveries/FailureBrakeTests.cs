using Briefing.Core.Deliveries;

namespace Briefing.Core.Tests.Deliveries;

public class FailureBrakeTests
{
    [Theory]
    [InlineData(19, 19, false)]
    [InlineData(20, 20, true)]
    [InlineData(20, 399, true)]
    [InlineData(20, 400, false)]
    [InlineData(21, 400, true)]
    [InlineData(100, 10_000, false)]
    [InlineData(0, 0, false)]
    public void MoreThanOneInTwentyAndAtLeastTwentyStopAMailing(int failed, int ended, bool pulls) =>
        Assert.Equal(pulls, FailureBrake.Pulls(failed, ended));
}
