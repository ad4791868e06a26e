using Briefing.Core.Deliveries;
using NodaTime;

namespace Briefing.Core.Tests.Deliveries;

public class BounceRuleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 6, 0);

    // Action, status of the report, status in the refusing server's words, what follows.
    [Theory]
    [InlineData("failed", "5.1.1", null, BounceKind.Hard)]
    [InlineData("Failed", "5.1.1", "5.1.1", BounceKind.Hard)]
    [InlineData("failed", "5.1.3", null, BounceKind.Hard)]
    [InlineData("failed", "5.1.6", null, BounceKind.Hard)]
    [InlineData("failed", "5.1.10", null, BounceKind.Hard)]
    [InlineData("failed", "5.2.1", null, BounceKind.Hard)]
    [InlineData("failed", "5.0.0", "5.1.1", BounceKind.Hard)]
    [InlineData("failed", "5.1.1", "5.0.0", BounceKind.Hard)]
    // A domain that cannot be found may be a fault of DNS, and would strike off everybody in it at once.
    [InlineData("failed", "5.1.2", null, BounceKind.Soft)]
    [InlineData("failed", "5.4.4", null, BounceKind.Soft)]
    [InlineData("failed", "5.1.0", null, BounceKind.Soft)]
    [InlineData("failed", "5.2.2", null, BounceKind.Soft)]
    [InlineData("failed", "5.3.4", null, BounceKind.Soft)]
    [InlineData("failed", "5.6.1", null, BounceKind.Soft)]
    [InlineData("failed", "5.7.1", null, BounceKind.Soft)]
    // The reporting server makes of 550 what it likes; the refusing one says why.
    [InlineData("failed", "5.1.1", "5.7.1", BounceKind.Soft)]
    [InlineData("failed", "5.0.0", null, BounceKind.Soft)]
    [InlineData("failed", null, null, BounceKind.Soft)]
    [InlineData("failed", "4.4.1", null, BounceKind.Soft)]
    [InlineData("failed", "4.1.1", null, BounceKind.Soft)]
    [InlineData("delayed", "5.1.1", null, null)]
    [InlineData("delivered", "2.0.0", null, null)]
    [InlineData("relayed", "2.0.0", null, null)]
    [InlineData("expanded", "2.0.0", null, null)]
    [InlineData("", "5.1.1", null, null)]
    public void OnlyWhatIsAboutTheMailboxAndForGoodIsHard(string action, string? status, string? diagnostic, BounceKind? expected) =>
        Assert.Equal(expected, BounceRule.Of(action, StatusOf(status), StatusOf(diagnostic)));

    [Theory]
    [InlineData(true, 550, "5.1.1", BounceKind.Hard)]
    [InlineData(true, 550, "5.2.1", BounceKind.Hard)]
    [InlineData(true, 550, null, BounceKind.Soft)]
    [InlineData(true, 552, "5.2.2", BounceKind.Soft)]
    [InlineData(true, 550, "5.7.1", null)]
    [InlineData(true, 553, "5.1.8", null)]
    [InlineData(true, 552, "5.3.4", null)]
    [InlineData(true, 501, "5.5.4", null)]
    [InlineData(true, 450, "4.2.1", null)]
    [InlineData(true, 450, null, null)]
    [InlineData(false, 550, "5.1.1", null)]
    public void ARefusalInTheDialogueIsJudgedAlikeAndPolicyStrikesNobodyOff(bool ofRecipient, int code, string? status, BounceKind? expected) =>
        Assert.Equal(expected, BounceRule.OfRefusal(ofRecipient, code, StatusOf(status)));

    [Fact]
    public void FiveFailingDaysMakeADeadAddress()
    {
        Assert.True(BounceRule.IsDead(Days("5.2.2", 0, 1, 2, 3, 4), Now));
        Assert.True(BounceRule.IsDead(Days(null, 0, 7, 14, 21, 29), Now));
        Assert.False(BounceRule.IsDead(Days("5.2.2", 0, 1, 2, 3), Now));
    }

    [Fact]
    public void ADayCountsOnceAndForThirtyDays()
    {
        Assert.False(BounceRule.IsDead(Days("5.2.2", 0, 0, 0, 1, 2, 3, 3), Now));
        Assert.False(BounceRule.IsDead(Days("5.2.2", 0, 1, 2, 3, 30), Now));
    }

    [Theory]
    [InlineData("5.7.1")]
    [InlineData("5.6.0")]
    [InlineData("5.5.2")]
    [InlineData("5.2.3")]
    [InlineData("5.3.4")]
    [InlineData("5.1.8")]
    [InlineData("4.7.0")]
    public void WhatIsTheMessagesOrTheSendersFaultIsHeldAgainstNobody(string status) =>
        Assert.False(BounceRule.IsDead(Days(status, 0, 1, 2, 3, 4, 5, 6), Now));

    private static IEnumerable<(Instant, EnhancedStatus?)> Days(string? status, params int[] ago) => ago.Select(days => (Now - Duration.FromDays(days), StatusOf(status)));

    private static EnhancedStatus? StatusOf(string? text) => text is null ? null : EnhancedStatus.Parse(text);
}
