using System.Text;
using Briefing.Core.Deliveries;
using Briefing.Integration.Tests.Mail.Smtp;
using Briefing.Storage.Deliveries;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Smtp;
using NodaTime;
using NodaTime.Testing;
using static Briefing.Core.Deliveries.DeliveryState;

namespace Briefing.Integration.Tests.Delivering;

/// <summary>What a server does at each stage, and what then stands in the outbox: the state, and when it is tried again.</summary>
public sealed class OutboxStageTests : IDisposable
{
    /// <summary>stage × {4yz, 5yz, 421, drop, stall, garbage, slow}</summary>
    private static readonly (SendStage Stage, DeliveryState[] States)[] Table =
    [
        (SendStage.Greeting, [Deferred, Deferred, Deferred, Deferred, Deferred, Deferred, Accepted]),
        (SendStage.Ehlo, [Deferred, Deferred, Deferred, Deferred, Deferred, Deferred, Accepted]),
        (SendStage.StartTls, [Deferred, Deferred, Deferred, Deferred, Deferred, Deferred, Accepted]),
        (SendStage.Auth, [Deferred, Deferred, Deferred, Deferred, Deferred, Deferred, Accepted]),
        (SendStage.Mail, [Deferred, Deferred, Deferred, Deferred, Deferred, Deferred, Accepted]),
        (SendStage.Rcpt, [Deferred, Failed, Deferred, Deferred, Deferred, Deferred, Accepted]),
        (SendStage.Data, [Deferred, Failed, Deferred, Deferred, Deferred, Deferred, Accepted]),
        // MailKit reads no answer before it has sent everything.
        (SendStage.Content, [Deferred, Failed, Deferred, Deferred, Deferred, Unknown, Accepted]),
        (SendStage.FinalDot, [Deferred, Failed, Deferred, Unknown, Unknown, Unknown, Accepted]),
        (SendStage.Quit, [Accepted, Accepted, Accepted, Accepted, Accepted, Accepted, Accepted]),
    ];

    // More than the buffers of two sockets hold, where the server speaks while it is given the message.
    private static readonly byte[] LargePack = new byte[11 * 1024 * 1024];

    private SomeMailing _some = new();

    public static TheoryData<string, Misbehaviour, DeliveryState> Cases
    {
        get
        {
            var cases = new TheoryData<string, Misbehaviour, DeliveryState>();
            foreach (var (stage, states) in Table)
            {
                foreach (var (how, state) in Enum.GetValues<Misbehaviour>().Zip(states))
                    cases.Add(stage.ToString(), how, state);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EachMishapLeavesOneStateAndOneNextAttempt(string at, Misbehaviour how, DeliveryState expected)
    {
        var stage = Enum.Parse<SendStage>(at);
        var secure = stage is SendStage.StartTls or SendStage.Auth;
        await using var peer = new ScriptedPeer(new PeerScript
        {
            Mishap = new Mishap(stage, how),
            Certificate = secure ? TestAuthority.Shared.Issue("127.0.0.1") : null,
            Mechanisms = secure ? "PLAIN" : "",
        });
        var settings = secure ? SomeMessage.Secure(peer) : SomeMessage.Plain(peer);
        if (how == Misbehaviour.Stall)
            settings = settings with { Timeouts = SomeMessage.ShortAt(stage) };
        if (stage == SendStage.Content)
        {
            _some.Dispose();
            _some = new SomeMailing(LargePack);
        }

        _some.Add("ada@b.example");
        _some.FanOut();

        await Send(settings, UnknownOutcome.Repeat);

        var (state, attempts, unknowns, next) = Stored();
        Assert.Equal((expected, 1, expected == Unknown ? 1 : 0), (state, attempts, unknowns));
        var delay = expected is Deferred or Unknown ? next - SomeMailing.Due : Duration.Zero;
        Assert.Equal(expected is Deferred or Unknown ? RetrySchedule.DelayAfter(Key(), 1) : Duration.Zero, delay);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    public async Task TheAttemptsMoveApart(int attempts, int minutes)
    {
        _some.Add("ada@b.example");
        _some.FanOut();
        var now = SomeMailing.Due;
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Rcpt, Misbehaviour.Later) });
            await Send(SomeMessage.Plain(peer), UnknownOutcome.Repeat, now);
            if (attempt < attempts)
                now = Stored().Next;
        }

        Assert.InRange((Stored().Next - now).TotalMinutes, minutes, minutes * 1.2);
    }

    [Fact]
    public async Task WhereTheNextAttemptWouldComeTooLateItIsTheLast()
    {
        _some.Add("ada@b.example");
        _some.FanOut(deadline: SomeMailing.Due + Duration.FromSeconds(30));
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Rcpt, Misbehaviour.Later) });

        await Send(SomeMessage.Plain(peer), UnknownOutcome.Repeat);

        Assert.Equal(Expired, Stored().State);
    }

    [Fact]
    public async Task AsConfiguredAnUnknownOutcomeWaitsForAPerson()
    {
        _some.Add("ada@b.example");
        _some.FanOut();
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.FinalDot, Misbehaviour.Drop) });

        await Send(SomeMessage.Plain(peer), UnknownOutcome.Hold);
        Assert.Equal(Held, Stored().State);
        Assert.Null(_some.Database.Read(OutboxStore.NextAt));

        _some.Database.Write(session => OutboxStore.Reopen(session, 1, expired: false, held: true, SomeMailing.Due, SomeMailing.Deadline));
        await Send(SomeMessage.Plain(peer), UnknownOutcome.Hold);

        Assert.Equal((Accepted, 2, 1), (Stored().State, Stored().Attempts, Stored().Unknowns));
        Assert.Equal(2, peer.Messages.Count());
        Assert.Equal(peer.Messages.First(), peer.Messages.Last());
    }

    [Fact]
    public async Task AServerThatLetsNobodyInCostsOneReaderOneAttempt()
    {
        foreach (var n in Enumerable.Range(0, 10))
            _some.Add($"reader{n}@b.example");
        var mailing = _some.FanOut();
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Greeting, Misbehaviour.Drop) });

        var report = await Send(SomeMessage.Plain(peer), UnknownOutcome.Repeat);

        Assert.NotNull(report.Everyone);
        Assert.Equal((1, 9), (_some.Counts(mailing)[Deferred], _some.Counts(mailing)[Pending]));
    }

    [Fact]
    public async Task TooManyRefusalsStopAMailingAndTheOperatorsAreTold()
    {
        foreach (var n in Enumerable.Range(0, 60))
            _some.Add($"nobody{n}@b.example");
        var mailing = _some.FanOut();
        await using var peer = new ScriptedPeer(new PeerScript());

        await Send(SomeMessage.Plain(peer), UnknownOutcome.Repeat);

        Assert.Equal(MailingState.Stopped, _some.Find(mailing).State);
        // Those that were begun together with the last one that counted are sent, too: how many depends on the machine's pace.
        var (failed, pending) = (_some.Counts(mailing)[Failed], _some.Counts(mailing)[Pending]);
        Assert.InRange(failed, FailureBrake.Least, FailureBrake.Least + SendingPace.Max);
        Assert.Equal(60, failed + pending);
        var alert = Encoding.UTF8.GetString(peer.Messages.Single());
        Assert.Contains("To: oncall@briefing.example", alert, StringComparison.Ordinal);
        Assert.Matches("(?<refused>2[0-9]) of \\k<refused> messages were refused for good", alert);
    }

    [Fact]
    public async Task ASenderThatIsStoppedGivesBackWhatItHasNotHandedOver()
    {
        foreach (var n in Enumerable.Range(0, 10))
            _some.Add($"reader{n}@b.example");
        var mailing = _some.FanOut();
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Mail, Misbehaviour.Stall, Time: 3) });
        using var stop = new CancellationTokenSource();
        var sending = Send(SomeMessage.Plain(peer), UnknownOutcome.Repeat, cancellation: stop.Token);
        await peer.Mishap;

        await stop.CancelAsync();
        await sending;

        Assert.Equal((2, 8), (_some.Counts(mailing)[Accepted], _some.Counts(mailing)[Pending]));
        // The one under way too: nothing of it was handed over, and a stop is nobody's attempt.
        Assert.All(_some.Lease(), waiting => Assert.Equal(0, waiting.Attempts));
    }

    public void Dispose() => _some.Dispose();

    private async Task<SendingReport> Send(SmtpSettings settings, UnknownOutcome onUnknown, Instant? now = null, CancellationToken cancellation = default)
    {
        var clock = new FakeClock(now ?? SomeMailing.Due);
        await using var transport = new SmtpTransport(settings, TimeProvider.System);
        await using var journal = _some.Journal(clock);
        return await new OutboxSender(transport, _some.Composer(), clock, onUnknown, senders: 1, TimeProvider.System).SendDue(journal, _ => { }, cancellation);
    }

    private (DeliveryState State, int Attempts, int Unknowns, Instant Next) Stored()
    {
        var delivery = _some.Database.Read(session => OutboxStore.Find(session, 1))!;
        return (delivery.State, delivery.Attempts, delivery.Unknowns, _some.Database.Read(OutboxStore.NextAt) ?? default);
    }

    private string Key() => _some.Database.Read(session => OutboxStore.Find(session, 1))!.Key;
}
