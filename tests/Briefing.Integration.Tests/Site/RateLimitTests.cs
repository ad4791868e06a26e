using System.Net;
using Briefing.Archive.Limits;
using NodaTime;

namespace Briefing.Integration.Tests.Site;

public class RateLimitTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 5, 40);

    [Fact]
    public void EachKeyHasItsOwnCountAndItsOwnWindow()
    {
        var limit = new RateLimit(2, Duration.FromMinutes(10), capacity: 100);

        Assert.Equal([true, true, false], Times(3).Select(_ => limit.Take("a", Now)));
        Assert.True(limit.Take("b", Now + Duration.FromMinutes(5)));
        Assert.Equal([true, true, false], Times(3).Select(_ => limit.Take("a", Now + Duration.FromMinutes(10))));
        Assert.True(limit.Take("b", Now + Duration.FromMinutes(14)));
        Assert.False(limit.Take("b", Now + Duration.FromMinutes(14)));
    }

    [Fact]
    public void WhateverComesNoMoreThanItsCapacityIsRemembered()
    {
        var limit = new RateLimit(1, Duration.FromMinutes(10), capacity: 100);
        foreach (var number in Times(10_000))
            Assert.True(limit.Take($"{number}", Now));

        Assert.Equal(100, limit.Remembered);
        Assert.False(limit.Take("9999", Now));
        // What is over is forgotten.
        Assert.True(limit.Take("a", Now + Duration.FromMinutes(10)));
        Assert.Equal(1, limit.Remembered);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void OneNetworkOfIPv6IsOneClient(string one, string other, bool same) =>
        Assert.Equal(same, SignUpLimits.KeyOf(IPAddress.Parse(one)) == SignUpLimits.KeyOf(IPAddress.Parse(other)));

    private static IEnumerable<int> Times(int count) => Enumerable.Range(0, count);
}
