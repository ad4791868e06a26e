using System.Net;
using System.Net.Sockets;
using Briefing.Worker.Mailing;
using Briefing.Worker.Mailing.Smtp;

namespace Briefing.Integration.Tests.Mailing.Smtp;

/// <summary>Every stage, everything that can go wrong there, and the one outcome it has.</summary>
public class SmtpStageTests
{
    private const string Accepted = "accepted";
    private const string Unknown = "unknown";
    private const string Later = "later: everyone";
    private const string Person = "later: everyone, needs a person";

    /// <summary>stage × {4yz, 5yz, 421, drop, stall, garbage, slow}</summary>
    private static readonly (SendStage Stage, string[] Outcomes)[] Table =
    [
        (SendStage.Greeting, [Later, Person, Later, Later, Later, Later, Accepted]),
        (SendStage.Ehlo, [Later, Person, Later, Later, Later, Later, Accepted]),
        (SendStage.StartTls, [Later, Person, Later, Later, Later, Later, Accepted]),
        (SendStage.Auth, [Later, Person, Later, Later, Later, Later, Accepted]),
        (SendStage.Mail, [Later, Person, Later, Later, Later, Later, Accepted]),
        (SendStage.Rcpt, ["later: recipient", "refused: recipient", Later, Later, Later, Later, Accepted]),
        (SendStage.Data, ["later: message", "refused: message", Later, Later, Later, Later, Accepted]),
        (SendStage.Content, ["later: message", "refused: message", Later, Later, Later, Later, Later]),
        (SendStage.FinalDot, ["later: message", "refused: message", Later, Unknown, Unknown, Unknown, Accepted]),
        (SendStage.Quit, [Accepted, Accepted, Accepted, Accepted, Accepted, Accepted, Accepted]),
    ];

    public static TheoryData<string, string, Misbehaviour, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, Misbehaviour, string>();
            foreach (var (stage, outcomes) in Table)
            {
                foreach (var (how, outcome) in Enum.GetValues<Misbehaviour>().Zip(outcomes))
                {
                    cases.Add("pipelined, TLS", stage.ToString(), how, outcome);
                    cases.Add("stepwise, TLS", stage.ToString(), how, outcome);
                    if (stage is not (SendStage.StartTls or SendStage.Auth))
                        cases.Add("pipelined, clear", stage.ToString(), how, outcome);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EachMishapHasOneOutcome(string manner, string at, Misbehaviour how, string expected)
    {
        var stage = Enum.Parse<SendStage>(at);
        await using var peer = new ScriptedPeer(ScriptOf(manner) with { Mishap = new Mishap(stage, how) });
        var settings = manner.EndsWith("TLS", StringComparison.Ordinal) ? SomeMessage.Secure(peer) : SomeMessage.Plain(peer);
        if (how == Misbehaviour.Stall)
            settings = settings with { Timeouts = SomeMessage.ShortAt(stage) };

        SendOutcome outcome;
        await using (var transport = new SmtpTransport(settings, TimeProvider.System))
            outcome = await transport.SendAsync(SomeMessage.To("a@b.example", stage == SendStage.Content ? SomeMessage.Long : "Text.\r\n"), default);

        Assert.Equal(expected, Told(outcome));
        Assert.Equal(expected is Accepted or Unknown ? null : stage, StageOf(outcome));
        Assert.Single(peer.Dialogues);
    }

    [Fact]
    public async Task AServerThatIsNotThereIsForLater()
    {
        var peer = new ScriptedPeer(new PeerScript());
        var settings = SomeMessage.Plain(peer);
        await peer.DisposeAsync();
        await using var transport = new SmtpTransport(settings, TimeProvider.System);

        var outcome = Assert.IsType<SendOutcome.TryLater>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));

        Assert.Equal((SendStage.Connect, Concern.Everyone, false), (outcome.Stage, outcome.Concerns, outcome.NeedsPerson));
        Assert.Equal("the server could not be reached (connection refused)", outcome.Reason);
    }

    [Fact]
    public async Task AServerThatTakesNoConnectionIsForLater()
    {
        // Its queue is full: what else knocks gets no answer.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var waiting = Enumerable.Range(0, 4).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToList();
        var knocks = waiting.Select(socket => socket.ConnectAsync(listener.LocalEndPoint!)).ToList();
        await Task.WhenAny(knocks);
        await using var transport = new SmtpTransport(
            new SmtpSettings { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndPoint!).Port, Security = SmtpSecurity.None, Timeouts = SomeMessage.ShortAt(SendStage.Connect) },
            TimeProvider.System);

        var outcome = Assert.IsType<SendOutcome.TryLater>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));

        Assert.Equal((SendStage.Connect, Concern.Everyone, false), (outcome.Stage, outcome.Concerns, outcome.NeedsPerson));
        Assert.Equal("the server could not be reached in time", outcome.Reason);
        waiting.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task TheNextMessageAfterAFailureGetsAFreshConnection()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Data, Misbehaviour.Drop) });
        await using var transport = new SmtpTransport(SomeMessage.Plain(peer), TimeProvider.System);

        Assert.Equal(Later, Told(await transport.SendAsync(SomeMessage.To("a@b.example"), default)));
        Assert.Equal(Accepted, Told(await transport.SendAsync(SomeMessage.To("a@b.example"), default)));
        Assert.Equal(2, peer.Dialogues.Count);
    }

    [Theory]
    [InlineData(nameof(SendStage.Mail), 2, Misbehaviour.Drop, Accepted, 2)]
    [InlineData(nameof(SendStage.Mail), 2, Misbehaviour.Closing, Accepted, 2)]
    [InlineData(nameof(SendStage.Rcpt), 2, Misbehaviour.Drop, Accepted, 2)]
    [InlineData(nameof(SendStage.Data), 2, Misbehaviour.Closing, Accepted, 2)]
    [InlineData(nameof(SendStage.Mail), 2, Misbehaviour.Stall, Later, 1)]
    [InlineData(nameof(SendStage.Mail), 2, Misbehaviour.Garbage, Later, 1)]
    [InlineData(nameof(SendStage.FinalDot), 2, Misbehaviour.Drop, Unknown, 1)]
    public async Task AConnectionThatHasGoneMeanwhileCostsNoAttempt(string at, int time, Misbehaviour how, string expected, int connections)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(Enum.Parse<SendStage>(at), how, time) });
        var settings = SomeMessage.Plain(peer);
        await using var transport = new SmtpTransport(how == Misbehaviour.Stall ? settings with { Timeouts = settings.Timeouts with { Mail = TimeSpan.FromSeconds(2) } } : settings, TimeProvider.System);
        Assert.Equal(Accepted, Told(await transport.SendAsync(SomeMessage.To("a@b.example"), default)));

        Assert.Equal(expected, Told(await transport.SendAsync(SomeMessage.To("c@b.example"), default)));
        Assert.Equal(connections, peer.Dialogues.Count);
    }

    [Theory]
    [InlineData(Misbehaviour.Later, Accepted, 2)]
    [InlineData(Misbehaviour.Never, Accepted, 2)]
    [InlineData(Misbehaviour.Closing, Accepted, 2)]
    [InlineData(Misbehaviour.Drop, Accepted, 2)]
    [InlineData(Misbehaviour.Stall, Later, 1)]
    [InlineData(Misbehaviour.Garbage, Later, 1)]
    [InlineData(Misbehaviour.Slow, Accepted, 1)]
    public async Task ARefusedMessageIsResetBeforeTheNext(Misbehaviour how, string expected, int connections)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Reset, how) });
        var settings = SomeMessage.Plain(peer);
        await using var transport = new SmtpTransport(how == Misbehaviour.Stall ? settings with { Timeouts = SomeMessage.ShortAt(SendStage.Reset) } : settings, TimeProvider.System);
        Assert.Equal("refused: recipient", Told(await transport.SendAsync(SomeMessage.To("nobody@b.example"), default)));

        Assert.Equal(expected, Told(await transport.SendAsync(SomeMessage.To("c@b.example"), default)));
        Assert.Equal(connections, peer.Dialogues.Count);
        Assert.Contains("RSET", peer.Heard);
    }

    private static PeerScript ScriptOf(string manner)
    {
        var script = new PeerScript();
        if (manner.StartsWith("stepwise", StringComparison.Ordinal))
            script = script with { Offers = ["8BITMIME"] };
        return manner.EndsWith("TLS", StringComparison.Ordinal)
            ? script with { Certificate = TestAuthority.Shared.Issue("127.0.0.1"), Mechanisms = "PLAIN" }
            : script;
    }

    private static string Told(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => $"refused: {refused.Concerns}".ToLowerInvariant(),
        SendOutcome.TryLater later => $"later: {later.Concerns}{(later.NeedsPerson ? ", needs a person" : "")}".ToLowerInvariant(),
        _ => outcome.GetType().Name.ToLowerInvariant(),
    };

    private static SendStage? StageOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => refused.Stage,
        SendOutcome.TryLater later => later.Stage,
        _ => null,
    };
}
