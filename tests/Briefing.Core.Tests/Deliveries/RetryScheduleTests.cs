using Briefing.Core.Deliveries;
using NodaTime;

namespace Briefing.Core.Tests.Deliveries;

public class RetryScheduleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 6, 30);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    [InlineData(5, 60)]
    [InlineData(40, 60)]
    public void EachDelayIsItsMinutesDrawnOutByUpToAFifth(int attempts, int minutes)
    {
        for (var reader = 0; reader < 200; reader++)
            Assert.InRange(RetrySchedule.DelayAfter($"reader-{reader}", attempts).TotalMinutes, minutes, minutes * 1.2);
    }

    [Fact]
    public void WhatFailedTogetherDoesNotComeBackTogether()
    {
        var delays = Enumerable.Range(0, 200).Select(reader => RetrySchedule.DelayAfter($"reader-{reader}", 4)).ToArray();

        Assert.InRange(delays.Distinct().Count(), 150, 200);
        Assert.InRange(delays.Average(delay => delay.TotalMinutes), 65, 67);
    }

    // Pinned: what is stored as the next attempt must not depend on the version that reckons.
    [Fact]
    public void ADelayIsTheSameAtEveryReckoning() =>
        Assert.Equal(Duration.FromSeconds(3684), RetrySchedule.DelayAfter("morning.2026-03-10.v1.a", 4));

    [Fact]
    public void NothingIsTriedAfterTheDeadline()
    {
        var next = RetrySchedule.Next("a", 1, Now, Now + Duration.FromHours(4))!.Value;

        Assert.Equal(next, RetrySchedule.Next("a", 1, Now, next));
        Assert.Null(RetrySchedule.Next("a", 1, Now, next - Duration.FromNanoseconds(1)));
    }

    [Fact]
    public void ADelayThatReachesBeyondTheDeadlineIsCutToIt()
    {
        var deadline = Now + Duration.FromMinutes(20);

        Assert.Equal(deadline, RetrySchedule.Next("a", 4, Now, deadline));
        Assert.Null(RetrySchedule.Next("a", 4, deadline, deadline));
    }
}
