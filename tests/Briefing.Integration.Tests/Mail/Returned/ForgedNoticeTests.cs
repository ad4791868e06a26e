using Briefing.Core.Subscribers;

namespace Briefing.Integration.Tests.Mail.Returned;

/// <summary>Anybody may write to the bounce address.</summary>
public sealed class ForgedNoticeTests : IDisposable
{
    private readonly BounceOffice _office = new();

    [Fact]
    public void WhoKnowsAnAddressOnlySuppressesNobodyHoweverOftenTheyWrite()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            _office.Deliver(daysAgo: turn);
            _office.Drop(SomeNotice.Of(SomeNotice.Postfix, $"confirmation.{turn}.guessed", BounceOffice.Reader));
        }

        _office.Drop(SomeNotice.Of(SomeNotice.Complaint, "guessed", BounceOffice.Reader).Replace("redacted@mail.example.com", BounceOffice.Reader, StringComparison.Ordinal));

        Assert.Equal("11 soft", _office.Read().ToString());
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
        Assert.Equal(11, _office.Recorded());
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("deferred")]
    [InlineData("failed")]
    [InlineData("suppressed")]
    public void AMessageThatWasNeverHandedOverDoesNotComeBack(string state)
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(state: state), BounceOffice.Reader));

        Assert.Equal("1 soft", _office.Read().ToString());
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("held")]
    [InlineData("sending")]
    public void OneThatMayHaveBeenHandedOverDoes(string state)
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(state: state), BounceOffice.Reader));

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    [Fact]
    public void AReadersOwnKeyStrikesNobodyElseOff()
    {
        _office.Subscribers.Add("mallory@example.org");
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver("mallory@example.org"), BounceOffice.Reader));

        Assert.Equal("1 soft", _office.Read().ToString());
        Assert.Equal((SubscriberState.Confirmed, SubscriberState.Confirmed), (_office.StateOf().State, _office.StateOf("mallory@example.org").State));
    }

    [Fact]
    public void AKeyUnderAnotherDomainIsNoneOfOurs()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Qmail, _office.Deliver(), BounceOffice.Reader).Replace("@briefing.example", "@elsewhere.example", StringComparison.Ordinal));

        Assert.Equal("1 not ours", _office.Read().ToString());
    }

    [Fact]
    public void WordsWithoutAFormCountOnlyFromAMailServerWithAStatusBeforeTheMessage()
    {
        var sound = SomeNotice.Of(SomeNotice.Qmail, _office.Deliver(), BounceOffice.Reader);
        _office.Drop(sound.Replace("(#5.1.1)", "", StringComparison.Ordinal));
        _office.Drop(sound.Replace("Return-Path: <>\n", "", StringComparison.Ordinal).Replace("MAILER-DAEMON@", "someone@", StringComparison.Ordinal));
        Assert.Equal("2 not ours", _office.Read().ToString());

        // Of two, either may be meant; and whose mailbox it is must be said.
        _office.Drop(sound.Replace("by that name.", "by that name. 550 5.7.1", StringComparison.Ordinal));
        _office.Drop(sound.Replace("<ana@example.org>", "<someone@example.org>", StringComparison.Ordinal));
        Assert.Equal("2 soft", _office.Read().ToString());
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
    }

    public void Dispose() => _office.Dispose();
}
