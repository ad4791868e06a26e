using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Integration.Tests.Storage;

/// <summary>Databases outlive programs: how values stand in them is pinned.</summary>
public sealed class StoredFormTests
{
    [Fact]
    public void InstantsAreUtcWithSevenDecimals() =>
        Assert.Equal("2026-03-10T05:40:00.0000001Z", StoredText.Of(Instant.FromUtc(2026, 3, 10, 5, 40) + Duration.FromTicks(1)));

    [Fact]
    public void DaysAreIso() => Assert.Equal("2026-03-10", StoredText.Of(new LocalDate(2026, 3, 10)));

    [Fact]
    public void InstantsComeBackToTheTick()
    {
        var instant = Instant.FromUtc(2026, 10, 25, 1, 30) + Duration.FromTicks(1_234_567);

        Assert.Equal(instant, StoredText.InstantOf(StoredText.Of(instant)));
    }

    [Fact]
    public void TextIsBrotliOverUtf8() => Assert.Equal("Größe: 東京", StoredText.TextOf(StoredText.Compress("Größe: 東京")));

    [Fact]
    public void StatesActorsAndReasonsOfSubscribersAreThese()
    {
        Assert.Equal("pending confirmed unsubscribed suppressed erased", string.Join(' ', Enum.GetValues<SubscriberState>().Select(SubscriberWords.Of)));
        Assert.Equal("subscriber operator import mail-server", string.Join(' ', Enum.GetValues<SubscriberActor>().Select(SubscriberWords.Of)));
        Assert.Equal(
            "signed-up confirmed-by-mail consent-on-record opted-out taken-off hard-bounce complaint erasure-request",
            string.Join(' ', Enum.GetValues<SubscriberReason>().Select(SubscriberWords.Of)));
    }
}
