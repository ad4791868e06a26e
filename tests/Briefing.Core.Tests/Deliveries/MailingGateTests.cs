using Briefing.Core.Deliveries;
using NodaTime;

namespace Briefing.Core.Tests.Deliveries;

public class MailingGateTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 10, 6, 30);

    private static readonly MailingQuestion Plain = new()
    {
        Now = Due,
        ApproveUntil = Due + Duration.FromHours(2),
        HoldUntil = Due + Duration.FromHours(4),
    };

    [Fact]
    public void WithoutAnythingToWaitForItGoesOut() => Assert.Equal(new MailingGate.Open(Unapproved: false), MailingGate.Of(Plain));

    [Fact]
    public void WhereApprovalIsAskedForItWaitsUntilItIsGiven()
    {
        var asked = Plain with { NeedsApproval = true };

        Assert.Equal(new MailingGate.Wait(asked.ApproveUntil, "waits for approval"), MailingGate.Of(asked));
        Assert.Equal(new MailingGate.Open(Unapproved: false), MailingGate.Of(asked with { Decision = ApprovalDecision.Approved }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatHappensWithoutApprovalIsAsConfigured(bool sendUnapproved)
    {
        var late = Plain with { NeedsApproval = true, SendUnapproved = sendUnapproved, Now = Plain.ApproveUntil };

        Assert.Equal(sendUnapproved ? new MailingGate.Open(Unapproved: true) : new MailingGate.Shut("nobody approved it in time"), MailingGate.Of(late));
        Assert.IsType<MailingGate.Wait>(MailingGate.Of(late with { Now = late.ApproveUntil - Duration.FromNanoseconds(1) }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatIsHeldGoesToNobodyWhateverIsConfigured(bool needsApproval)
    {
        var held = Plain with { NeedsApproval = needsApproval, SendUnapproved = true, Decision = ApprovalDecision.Held, Now = Plain.ApproveUntil };

        Assert.Equal(new MailingGate.Wait(held.HoldUntil, "held by a person"), MailingGate.Of(held));
        Assert.IsType<MailingGate.Shut>(MailingGate.Of(held with { Now = held.HoldUntil }));
    }

    [Fact]
    public void NoApprovalLiftsAMarkingOverAListsCeiling() =>
        Assert.Equal(
            new MailingGate.Shut("too high"),
            MailingGate.Of(Plain with { AboveCeiling = "too high", Decision = ApprovalDecision.Approved, NeedsApproval = true }));
}
