using Briefing.Core.Subscribers;
using Briefing.Worker.Cli;
using Briefing.Worker.Cli.Subscribers;
using Briefing.Worker.Mail.Returned;

namespace Briefing.Integration.Tests.Mail.Returned;

public sealed class BounceReaderTests : IDisposable
{
    private readonly BounceOffice _office = new();

    public static TheoryData<string> Forms => [SomeNotice.Postfix, SomeNotice.Exchange, SomeNotice.Gmail, SomeNotice.Qmail];

    [Theory]
    [MemberData(nameof(Forms))]
    public void AMailboxThatDoesNotExistIsSuppressedWhateverServerSaysSo(string form)
    {
        _office.Drop(SomeNotice.Of(form, _office.Deliver(), BounceOffice.Reader));

        var counts = _office.Read();

        Assert.Equal((1, 1, 1), (counts[BounceOutcome.Hard], counts.Suppressed, counts.Read));
        Assert.Equal((SubscriberState.Suppressed, SubscriberReason.HardBounce), _office.StateOf());
        Assert.Equal(["001.eml"], _office.FilesIn("done"));
        Assert.Empty(_office.FilesIn(""));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void AFullMailboxIsASoftFailureWithItsStatusKept(string form)
    {
        var key = _office.Deliver();
        _office.Drop(SomeNotice.Of(form, key, BounceOffice.Reader, "5.2.2"));

        var counts = _office.Read();

        Assert.Equal((1, 0), (counts[BounceOutcome.Soft], counts.Suppressed));
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
        Assert.Equal(("5.2.2", key), (_office.Summary().Newest[0].Status, _office.Summary().Newest[0].Delivery));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void ADelayIsNoFailure(string form)
    {
        _office.Drop(SomeNotice.Of(form, _office.Deliver(), BounceOffice.Reader, "4.2.2").Replace("Action: failed", "Action: delayed", StringComparison.Ordinal));

        Assert.Equal("1 no failure", _office.Read().ToString());
        Assert.Equal(0, _office.Recorded());
        Assert.Equal(["001.eml"], _office.FilesIn("done"));
    }

    [Theory]
    [InlineData("abuse", BounceOutcome.Complaint, SubscriberState.Suppressed)]
    [InlineData("fraud", BounceOutcome.Complaint, SubscriberState.Suppressed)]
    [InlineData("not-spam", BounceOutcome.NoFailure, SubscriberState.Confirmed)]
    [InlineData("auth-failure", BounceOutcome.NoFailure, SubscriberState.Confirmed)]
    [InlineData("other", BounceOutcome.NoFailure, SubscriberState.Confirmed)]
    internal void A_complaint_suppresses_and_praise_does_not(string type, BounceOutcome fate, SubscriberState state)
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Complaint.Replace("TYPE", type, StringComparison.Ordinal), _office.Deliver(), BounceOffice.Reader));

        Assert.Equal(1, _office.Read()[fate]);
        Assert.Equal(state, _office.StateOf().State);
        if (fate == BounceOutcome.Complaint)
            Assert.Equal(SubscriberReason.Complaint, _office.StateOf().Reason);
    }

    [Fact]
    public void FailuresOnFiveDaysSuppressAndADayCountsOnce()
    {
        foreach (var daysAgo in new[] { 9, 7, 7, 3, 1 })
            _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(daysAgo: daysAgo), BounceOffice.Reader, "5.2.2"));
        Assert.Equal(0, _office.Read().Suppressed);

        _office.Drop(SomeNotice.Of(SomeNotice.Gmail, _office.Deliver(), BounceOffice.Reader, "4.4.1"));

        Assert.Equal("1 soft, 1 suppressed", _office.Read().ToString());
        Assert.Equal((SubscriberState.Suppressed, SubscriberReason.HardBounce), _office.StateOf());
    }

    [Fact]
    public void PolicySuppressesNobodyHoweverOften()
    {
        for (var day = 0; day < 8; day++)
            _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(daysAgo: day), BounceOffice.Reader, "5.7.1"));

        Assert.Equal(8, _office.Read()[BounceOutcome.Soft]);
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
    }

    [Fact]
    public void WhatFailedBeforeAnAddressWasTakenUpAgainNoLongerCounts()
    {
        var old = _office.Deliver(daysAgo: 2);
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(daysAgo: 1), BounceOffice.Reader));
        _office.Read();
        Assert.Equal(SubscriberState.Suppressed, _office.StateOf().State);
        _office.Subscribers.Add(BounceOffice.Reader, consent: null, again: true);

        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, old, BounceOffice.Reader));

        Assert.Equal("1 hard", _office.Read().ToString());
        Assert.Equal(SubscriberState.Pending, _office.StateOf().State);
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader));
        Assert.Equal(1, _office.Read().Suppressed);
    }

    [Fact]
    public void AnAddressBehindOursThatFailsIsNotOurs()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader)
            .Replace("Final-Recipient: rfc822; ana@example.org", "Final-Recipient: rfc822; ana.sole@elsewhere.example", StringComparison.Ordinal));

        Assert.Equal(1, _office.Read()[BounceOutcome.Soft]);
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
    }

    [Fact]
    public void AMailToTheOperatorsThatComesBackIsAFaultOfNobodysAddress()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Alert(), "oncall@briefing.example"));

        var counts = _office.Read();

        Assert.Equal((1, true), (counts[BounceOutcome.Operators], counts.HasFaults));
        Assert.Equal(0, _office.Recorded());
    }

    [Fact]
    public void AnsweringMachinesAndPeopleAreNoBounces()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Holiday, _office.Deliver(), BounceOffice.Reader));
        _office.Drop(SomeNotice.Of(SomeNotice.Person, _office.Deliver(), BounceOffice.Reader));

        Assert.Equal("1 automatic, 1 not ours", _office.Read().ToString());
        Assert.Equal(["001.eml"], _office.FilesIn("done"));
        Assert.Equal(["002.eml"], _office.FilesIn("unmatched"));
        Assert.Equal(0, _office.Recorded());
    }

    [Fact]
    public void WhatStatusTellsHasCountsAndNoAddress()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader));
        _office.Subscribers.Add("ben@example.org");
        _office.Drop(SomeNotice.Of(SomeNotice.Exchange, _office.Deliver("ben@example.org"), "ben@example.org", "5.2.2"));
        _office.Read();

        var lines = BounceReport.LinesOf(_office.Summary()).ToArray();

        Assert.Equal("bounces: 1 hard, 1 soft, 0 complaints in 7 days, 1 hard, 1 soft, 0 complaints in 30 days", lines[0]);
        Assert.Equal("  suppressed: 1 for bounces, 0 for complaints", lines[1]);
        Assert.Equal("  2026-03-10 05:40:00Z  soft 5.2.2  confirmation.2.3f9c5a7be01d", lines[2]);
        Assert.DoesNotContain(lines, line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void ErasureTakesOutWhatServersSaidAndLaterNoticesBringNothingBack()
    {
        var later = _office.Deliver();
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader));
        _office.Read();
        Assert.NotEmpty(Traces());

        EraseCommand.Run(_office.Subscribers.Desk, BounceOffice.Reader);
        _office.Drop(SomeNotice.Of(SomeNotice.Gmail, later, BounceOffice.Reader));
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, "some.other.key", BounceOffice.Reader));

        Assert.Equal("1 soft, 1 not ours", _office.Read().ToString());
        Assert.Equal(2, _office.Recorded());
        Assert.Empty(Traces());
    }

    public void Dispose() => _office.Dispose();

    private List<string> Traces() =>
    [
        .. Directory.EnumerateFiles(_office.Subscribers.Folder).Where(file => File.ReadAllBytes(file).AsSpan().IndexOf("ana@example"u8) >= 0),
    ];
}
