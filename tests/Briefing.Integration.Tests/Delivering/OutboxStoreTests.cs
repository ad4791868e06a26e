using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Subscribers;
using NodaTime;
using static Briefing.Core.Deliveries.DeliveryState;

namespace Briefing.Integration.Tests.Delivering;

public sealed class OutboxStoreTests : IDisposable
{
    private static readonly Instant Due = SomeMailing.Due;

    private readonly SomeMailing _some = new();

    [Fact]
    public void EachConfirmedReaderOfTheListHasOneDelivery()
    {
        _some.Add("one@example.org");
        _some.Add("two@example.org", topics: ["uk-japan"]);
        _some.Add("other-list@example.org", list: "evening");
        _some.Add("pending@example.org", state: SubscriberState.Pending);
        _some.Add("elsewhere@example.org", topics: ["harbours"]);

        var mailing = _some.FanOut();

        Assert.Equal(2, _some.Counts(mailing)[Pending]);
        var leased = _some.Lease();
        Assert.Equal(2, leased.Select(delivery => delivery.MessageId).Distinct().Count());
        Assert.All(leased, delivery => Assert.Matches(@"\Amorning\.2026-03-10\.v1\.[0-9a-f]{24}@briefing\.example\z", delivery.MessageId));
        Assert.NotEqual(leased[0].Message, leased[1].Message);
    }

    [Fact]
    public void FannedOutAgainNobodyHasASecondOne()
    {
        _some.Add("one@example.org");
        var mailing = _some.FanOut();
        var before = _some.Lease().Single();
        _some.Add("late-comer@example.org");

        _some.FanOut();

        Assert.Equal(2, _some.Counts(mailing).Values.Sum());
        Assert.Equal(before.MessageId, _some.Find(before).MessageId);
    }

    [Fact]
    public void WhoWantsAllTopicsAndWhoNamesEachGetOneRendering()
    {
        _some.Add("one@example.org");
        _some.Add("two@example.org", topics: ["china-trip", "uk-japan", "harbours"]);
        _some.Add("three@example.org", topics: ["uk-japan", "harbours"]);
        _some.Add("four@example.org", pack: false);

        var (choices, wantNothing) = _some.Database.Read(session => FanOut.Choices(session, "morning", _some.Topics));

        Assert.Equal(["", "+pack", "uk-japan +pack"], choices.Keys.Select(choice => choice.Key == "+pack" && choice.Topics.IsEmpty ? "+pack" : choice.Key).Order(StringComparer.Ordinal));
        Assert.Equal((2, 0), (choices[new ReaderChoice([], AttachPack: true)], wantNothing));
    }

    [Fact]
    public void WhatIsLeasedIsNotLeasedAgain()
    {
        _some.Add("one@example.org");
        _some.FanOut();

        Assert.Single(_some.Lease());
        Assert.Empty(_some.Lease(owner: "two"));
        Assert.Empty(_some.Lease(Due + Duration.FromDays(1)));
    }

    [Fact]
    public void AReaderWhoLeavesBetweenTheLeaseAndTheFirstByteGetsNothing()
    {
        var readers = Enumerable.Range(0, 4).Select(n => _some.Add($"reader{n}@example.org")).ToArray();
        var mailing = _some.FanOut();
        var leased = _some.Lease();
        _some.Move(readers[0], SubscriberState.Unsubscribed);
        _some.Move(readers[1], SubscriberState.Suppressed);
        _some.Database.Write(session => new SubscriberStore(session, _some.Key).Erase(readers[2], SubscriberActor.Operator, Due));
        _some.Database.Write(session => new SubscriberStore(session, _some.Key).Change(readers[3], readers[3].Subscriber! with { Lists = ["evening"] }, SubscriberActor.Operator, Due));

        Assert.All(leased, delivery => Assert.Null(_some.Begin(delivery)));

        Assert.Equal(4, _some.Counts(mailing)[Suppressed]);
    }

    [Fact]
    public void WhatASenderWithAnOldLeaseSaysNoLongerCounts()
    {
        _some.Add("one@example.org");
        _some.FanOut();
        var first = _some.Begin(_some.Lease().Single())!;
        _some.Database.Write(session => SendingStore.Recover(session, Due, all: true, Unknown));
        var second = _some.Begin(_some.Lease(owner: "two").Single())!;

        Assert.False(_some.Record(first, Accepted));
        Assert.Equal(Sending, _some.Find(first).State);
        Assert.True(_some.Record(second, Accepted));
        Assert.False(_some.Record(second, Failed));
        Assert.Equal(Accepted, _some.Find(first).State);
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData(Held)]
    public void OfWhatADeadSenderHadBegunNobodyKnowsAndTheRestWaitsAsBefore(DeliveryState unknown)
    {
        foreach (var n in Enumerable.Range(0, 3))
            _some.Add($"reader{n}@example.org");
        var mailing = _some.FanOut();
        var leased = _some.Lease();
        _some.Begin(leased[0]);

        Assert.Equal(1, _some.Database.Write(session => SendingStore.Recover(session, Due, all: true, unknown)));

        Assert.Equal((1, 2), (_some.Counts(mailing)[unknown], _some.Counts(mailing)[Pending]));
        Assert.Equal(1, _some.Database.Read(session => OutboxStore.UnknownsOf(session, mailing.Id)));
        Assert.Equal(unknown == Held ? 2 : 3, _some.Lease().Length);
    }

    [Fact]
    public void WithoutTheSoleRightOnlyLeasesThatHaveEndedAreTakenBack()
    {
        _some.Add("one@example.org");
        _some.FanOut();
        _some.Lease();

        _some.Database.Write(session => SendingStore.Recover(session, Due + Duration.FromHours(1), all: false, Unknown));
        Assert.Empty(_some.Lease());
        _some.Database.Write(session => SendingStore.Recover(session, Due + Duration.FromHours(3), all: false, Unknown));
        Assert.Single(_some.Lease(Due + Duration.FromHours(3)));
    }

    [Fact]
    public void ADeferredDeliveryComesBackAtItsTimeUnderTheSameName()
    {
        _some.Add("one@example.org");
        _some.FanOut();
        var sending = _some.Begin(_some.Lease().Single())!;
        var next = Due + Duration.FromMinutes(1);
        _some.Record(sending, Deferred, next);

        Assert.Empty(_some.Lease(next - Duration.FromNanoseconds(100)));
        Assert.Equal(next, _some.Database.Read(OutboxStore.NextAt));
        var again = _some.Lease(next).Single();

        Assert.Equal((sending.MessageId, sending.Dated, 1), (again.MessageId, again.Dated, again.Attempts));
        Assert.Equal(2, _some.Begin(again, next)!.Attempts);
    }

    [Fact]
    public void WhatWaitsWhenItsTimeIsUpExpires()
    {
        _some.Add("one@example.org");
        var mailing = _some.FanOut();
        var late = SomeMailing.Deadline + Duration.FromSeconds(1);

        Assert.Equal(0, _some.Database.Write(session => OutboxStore.Expire(session, SomeMailing.Deadline)));
        Assert.Equal(1, _some.Database.Write(session => OutboxStore.Expire(session, late)));

        Assert.Empty(_some.Lease(late));
        Assert.Equal(1, _some.Counts(mailing)[Expired]);
    }

    [Fact]
    public void WhatADeadSenderLeftBehindIsSeenWithoutAnythingElseToSend()
    {
        _some.Add("one@example.org");
        var mailing = _some.FanOut();
        Assert.False(_some.Database.Read(OutboxStore.HasRemains));
        var sending = _some.Begin(_some.Lease().Single())!;

        Assert.Null(_some.Database.Read(OutboxStore.NextAt));
        Assert.True(_some.Database.Read(OutboxStore.HasRemains));
        _some.Record(sending, Accepted);
        Assert.True(_some.Database.Read(OutboxStore.HasRemains));
        _some.Database.Write(session => MailingStore.CloseIfEnded(session, mailing.Id));
        Assert.False(_some.Database.Read(OutboxStore.HasRemains));
    }

    [Fact]
    public void WhatIsHeldDoesNotExpireAndGoesOnWhenItIsLetGo()
    {
        _some.Add("one@example.org");
        var mailing = _some.FanOut();
        var late = SomeMailing.Deadline + Duration.FromHours(3);
        _some.Database.Write(session => MailingStore.Move(session, mailing.Id, MailingState.Held, "held"));

        Assert.Equal(0, _some.Database.Write(session => OutboxStore.Expire(session, late)));
        _some.Database.Write(session =>
        {
            MailingStore.Start(session, mailing.Id, late, late + Duration.FromHours(1), corrects: null);
            OutboxStore.Reopen(session, mailing.Id, expired: true, held: false, late, late + Duration.FromHours(1));
        });

        Assert.NotNull(_some.Begin(_some.Lease(late).Single(), late));
    }

    [Fact]
    public void AReplyThatComesAfterErasureIsNotKept()
    {
        var reader = _some.Add("ada@example.org");
        _some.FanOut();
        var sending = _some.Begin(_some.Lease().Single())!;
        _some.Database.Write(session => new SubscriberStore(session, _some.Key).Erase(reader, SubscriberActor.Operator, Due));

        Assert.True(_some.Record(sending, Accepted));

        Assert.DoesNotContain("<ada@example.org>", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_some.Database.Location)), StringComparison.Ordinal);
    }

    [Fact]
    public void AMailingThatStandsIsNotLeasedFromAndWhatWasLeasedIsGivenBack()
    {
        _some.Add("one@example.org");
        _some.Add("two@example.org");
        var mailing = _some.FanOut();
        var leased = _some.Lease(limit: 1).Single();
        _some.Database.Write(session => MailingStore.Move(session, mailing.Id, MailingState.Held, "held"));

        Assert.Null(_some.Begin(leased));
        Assert.Empty(_some.Lease());
        Assert.Equal(2, _some.Counts(mailing)[Pending]);
    }

    [Fact]
    public void AMailingIsDoneWhenEveryDeliveryHasEnded()
    {
        _some.Add("one@example.org");
        _some.Add("two@example.org");
        var mailing = _some.FanOut();
        var sending = _some.Lease().Select(leased => _some.Begin(leased)!).ToArray();
        _some.Record(sending[0], Accepted);
        Assert.False(_some.Database.Write(session => MailingStore.CloseIfEnded(session, mailing.Id)));
        _some.Record(sending[1], Failed);

        Assert.True(_some.Database.Write(session => MailingStore.CloseIfEnded(session, mailing.Id)));

        Assert.Equal(MailingState.Done, _some.Find(mailing).State);
        Assert.Equal(EditionState.Done, _some.Database.Read(session => EditionStore.Find(session, _some.Edition.Id))!.State);
    }

    [Fact]
    public void OfAVersionThatAnotherTookThePlaceOfNothingMoreIsSent()
    {
        foreach (var n in Enumerable.Range(0, 3))
            _some.Add($"reader{n}@example.org");
        var first = _some.FanOut();
        var leased = _some.Lease(limit: 2);
        _some.Record(_some.Begin(leased[0])!, Accepted);
        var second = _some.Make(2);

        _some.Database.Write(session => MailingStore.Replace(session, second, "morning", Due));

        Assert.Null(_some.Begin(leased[1]));
        Assert.Empty(_some.Lease());
        Assert.Equal((1, 2), (_some.Counts(first)[Accepted], _some.Counts(first)[Suppressed]));
        Assert.Equal((MailingState.Done, "version 2 went out in its place"), (_some.Find(first).State, _some.Find(first).Reason));
        Assert.Equal(_some.Edition.Id, _some.Database.Read(session => MailingStore.SentBefore(session, second, "morning")));
    }

    [Fact]
    public void ErasureTakesWhatServersSaidOfTheReader()
    {
        var reader = _some.Add("ada@example.org");
        _some.FanOut();
        _some.Record(_some.Begin(_some.Lease().Single())!, Failed);
        Assert.Contains("<ada@example.org>", Content(), StringComparison.Ordinal);

        _some.Database.Write(session => new SubscriberStore(session, _some.Key).Erase(reader, SubscriberActor.Operator, Due));
        _some.Database.Rewrite();

        Assert.DoesNotContain("ada@example.org", Content(), StringComparison.Ordinal);
        Assert.Empty(_some.Database.FindDamage());

        string Content() => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_some.Database.Location));
    }

    public void Dispose() => _some.Dispose();
}
