using Briefing.Storage.Deliveries;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mail;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;
using static Briefing.Core.Deliveries.DeliveryState;

namespace Briefing.Integration.Tests.Delivering;

/// <summary>Several deliveries begun in one commit, to a server that answers at once.</summary>
public sealed class OutboxSenderTests : IDisposable
{
    private readonly SomeMailing _some = new();

    [Fact]
    public async Task AllAreSentOnceWhateverIsBegunTogether()
    {
        var mailing = FanOut(30);
        var server = new QuickTransport(_ => new SendOutcome.Accepted(Reply: null));

        var report = await Send(server);

        Assert.Equal(30, report.Accepted);
        Assert.Equal(30, _some.Counts(mailing)[Accepted]);
        Assert.Equal(30, server.Keys.Distinct().Count());
        Assert.Equal(30, server.Keys.Count);
    }

    [Fact]
    public async Task WhatWasBegunWithAFaultOfTheServerIsNobodysAttempt()
    {
        var mailing = FanOut(30);
        // The first goes alone, the third is in the middle of those begun together.
        var server = new QuickTransport(number => number < 3 ? new SendOutcome.Accepted(Reply: null) : new SendOutcome.TryLater(SendStage.Mail, Concern.Everyone, "it is full"));

        var report = await Send(server);

        Assert.Equal((2, 1), (report.Accepted, report.Deferred));
        Assert.Equal((2, 1, 27), (_some.Counts(mailing)[Accepted], _some.Counts(mailing)[Deferred], _some.Counts(mailing)[Pending]));
        Assert.All(_some.Lease(), waiting => Assert.Equal(0, waiting.Attempts));
    }

    [Fact]
    public async Task AKilledSendersDeliveriesAreAllOfUnknownOutcome()
    {
        var mailing = FanOut(30);
        await using var journal = _some.Journal(new FakeClock(SomeMailing.Due));
        var begun = await journal.Ask(SendReport.Nothing, 5);

        _some.Database.Write(session => SendingStore.Recover(session, SomeMailing.Due, all: true, Unknown));

        Assert.Equal(5, begun.Count);
        Assert.Equal((5, 25), (_some.Counts(mailing)[Unknown], _some.Counts(mailing)[Pending]));
        Assert.Equal(5, _some.Database.Read(session => OutboxStore.UnknownsOf(session, mailing.Id)));
    }

    public void Dispose() => _some.Dispose();

    private MailingRecord FanOut(int readers)
    {
        foreach (var n in Enumerable.Range(0, readers))
            _some.Add($"reader{n}@b.example");
        return _some.FanOut();
    }

    private async Task<SendingReport> Send(IMailTransport transport)
    {
        var clock = new FakeClock(SomeMailing.Due);
        await using var journal = _some.Journal(clock);
        return await new OutboxSender(transport, _some.Composer(), clock, UnknownOutcome.Repeat, senders: 1, new FakeTimeProvider()).SendDue(journal, _ => { }, CancellationToken.None);
    }

    /// <param name="outcomeOf">By the message's number, from 1.</param>
    private sealed class QuickTransport(Func<int, SendOutcome> outcomeOf) : IMailTransport
    {
        public List<string> Keys { get; } = [];

        public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            Keys.Add(message.Key);
            return Task.FromResult(outcomeOf(Keys.Count));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
