using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Smtp;

/// <summary>
/// What the transport says on the wire, and its outcomes: every stage, everything that can go wrong there, and the one outcome it has.
/// </summary>
public sealed class SmtpContractTests
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
        await using (var transport = Open(settings))
            outcome = await transport.SendAsync(SomeMessage.To("a@b.example", stage == SendStage.Content ? SomeMessage.Long : "Text.\r\n"), default);

        var (told, where) = stage == SendStage.Content ? EarlyWord(how, expected) : (expected, stage);
        Assert.Equal(told, Told(outcome));
        Assert.Equal(told is Accepted or Unknown ? null : where, StageOf(outcome));
        Assert.Single(peer.Dialogues);
    }

    [Fact]
    public async Task TheStoredBytesAreWhatTheServerGets()
    {
        await using var peer = new ScriptedPeer(new PeerScript());
        var bytes = MimeWriter.Write(EditionMessage.Compose(SomeEdition.Full(), Rendered.Of(SomeEdition.Full()), EditionMessage.NoSender, pack: null));
        var message = SomeMessage.To("a@b.example") with { Content = MessageContent.Of(bytes) };

        await using (var transport = Open(SomeMessage.Plain(peer)))
            Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(message, default));

        var received = Encoding.UTF8.GetString(peer.Messages.Single()).Replace("\r\n..", "\r\n.", StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetString(bytes), received);
    }

    [Fact]
    public async Task TheEnvelopeNamesSenderRecipientSizeAndDelivery()
    {
        await using var peer = new ScriptedPeer(new PeerScript());
        var message = SomeMessage.To("a@b.example");

        await using (var transport = Open(SomeMessage.Plain(peer) with { ClientName = "desk.briefing.example" }))
            await transport.SendAsync(message, default);

        // The order of a command's parameters means nothing (RFC 5321, 4.1.1.11).
        string[] expected =
        [
            "EHLO desk.briefing.example",
            $"ENVID={message.Key} FROM:<bounces@briefing.example> MAIL RET=HDRS SIZE={message.Content.Length}",
            "RCPT TO:<a@b.example>",
            "DATA",
            "QUIT",
        ];
        Assert.Equal(expected, peer.Heard.Select(line => line.StartsWith("MAIL", StringComparison.Ordinal)
            ? string.Join(' ', line.Split(' ').Order(StringComparer.Ordinal))
            : line));
    }

    [Fact]
    public async Task ANoticeIsSentFromNowhere()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Offers = [] });

        await using (var transport = Open(SomeMessage.Plain(peer)))
            Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(SomeMessage.To("a@b.example") with { Sender = null }, default));

        Assert.Equal(["EHLO [127.0.0.1]", "MAIL FROM:<>", "RCPT TO:<a@b.example>", "DATA", "QUIT"], peer.Heard);
    }

    [Fact]
    public async Task AnOutcomeKeepsEveryLineOfTheReply()
    {
        await using var peer = new ScriptedPeer(new PeerScript
        {
            Answers = ImmutableDictionary<SendStage, string>.Empty.Add(SendStage.FinalDot, "250-2.6.0 <1@b.example>\r\n250-queued\r\n250 2.0.0 as 4f"),
        });
        await using var transport = Open(SomeMessage.Plain(peer));

        var accepted = Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));
        var refused = Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(SomeMessage.To("nobody@b.example"), default));

        Assert.Equal("250-2.6.0 <1@b.example>\n250-queued\n250 2.0.0 as 4f", accepted.Reply!.ToString());
        Assert.Equal("550-5.1.1 No such\n550 5.1.1 person here", refused.Reply!.ToString());
        Assert.Equal((SendStage.Rcpt, Concern.Recipient, "5.1.1"), (refused.Stage, refused.Concerns, refused.Reply.EnhancedStatus));
    }

    [Fact]
    public async Task WhatTheServerCannotCarryIsNotOfferedToIt()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Offers = ["SIZE 40"] });

        await using (var transport = Open(SomeMessage.Plain(peer)))
            Assert.Equal("refused: message", Told(await transport.SendAsync(SomeMessage.To("a@b.example", "Text that is longer than forty octets.\r\n"), default)));

        Assert.Equal(["EHLO [127.0.0.1]", "QUIT"], peer.Heard);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATokenGoesUnderTlsWithOurOwnAuthority(bool tlsAtOnce)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Certificate = TestAuthority.Shared.Issue("127.0.0.1"), TlsAtOnce = tlsAtOnce, Mechanisms = "PLAIN XOAUTH2" });
        var settings = SomeMessage.Secure(peer) with
        {
            Security = tlsAtOnce ? SmtpSecurity.Tls : SmtpSecurity.StartTls,
            Credentials = new SmtpCredentials.Token("postroom", _ => Task.FromResult("t0k3n")),
        };

        await using (var transport = Open(settings))
            Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));

        Assert.Contains("AUTH XOAUTH2 " + Convert.ToBase64String("user=postroom\u0001auth=Bearer t0k3n\u0001\u0001"u8), peer.Heard);
    }

    [Theory]
    [InlineData("wrong name")]
    [InlineData("expired")]
    [InlineData("other authority")]
    [InlineData("no STARTTLS")]
    public async Task NothingIsSaidToAServerThatCannotBeTrusted(string fault)
    {
        var authority = fault == "other authority" ? new TestAuthority() : TestAuthority.Shared;
        await using var peer = new ScriptedPeer(new PeerScript
        {
            Certificate = fault switch
            {
                "no STARTTLS" => null,
                "expired" => authority.Issue("127.0.0.1", DateTimeOffset.UtcNow.AddDays(-1)),
                _ => authority.Issue(fault == "wrong name" ? "mail.example" : "127.0.0.1"),
            },
            Mechanisms = "PLAIN",
        });
        await using var transport = Open(SomeMessage.Secure(peer));

        var later = Assert.IsType<SendOutcome.TryLater>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));

        Assert.Equal((SendStage.StartTls, Concern.Everyone, true), (later.Stage, later.Concerns, later.NeedsPerson));
        Assert.DoesNotContain(peer.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AServerThatIsNotThereIsForLater()
    {
        var peer = new ScriptedPeer(new PeerScript());
        var settings = SomeMessage.Plain(peer);
        await peer.DisposeAsync();
        await using var transport = Open(settings);

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
        await using var transport = Open(new SmtpSettings
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndPoint!).Port,
            Security = SmtpSecurity.None,
            Timeouts = SomeMessage.ShortAt(SendStage.Connect),
        });

        var outcome = Assert.IsType<SendOutcome.TryLater>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));

        Assert.Equal((SendStage.Connect, Concern.Everyone, false), (outcome.Stage, outcome.Concerns, outcome.NeedsPerson));
        Assert.Equal("the server could not be reached in time", outcome.Reason);
        waiting.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task TheNextMessageAfterAFailureGetsAFreshConnection()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Data, Misbehaviour.Drop) });
        await using var transport = Open(SomeMessage.Plain(peer));

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
        await using var transport = Open(how == Misbehaviour.Stall ? settings with { Timeouts = settings.Timeouts with { Mail = TimeSpan.FromSeconds(2) } } : settings);
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
        await using var transport = Open(how == Misbehaviour.Stall ? settings with { Timeouts = SomeMessage.ShortAt(SendStage.Reset) } : settings);
        Assert.Equal("refused: recipient", Told(await transport.SendAsync(SomeMessage.To("nobody@b.example"), default)));

        (expected, connections) = AfterReset(how, expected, connections);
        Assert.Equal(expected, Told(await transport.SendAsync(SomeMessage.To("c@b.example"), default)));
        Assert.Equal(connections, peer.Dialogues.Count);
        Assert.Contains("RSET", peer.Heard);
    }

    private static SmtpTransport Open(SmtpSettings settings) => new SmtpTransport(settings, TimeProvider.System);

    // It reads no answer before it has sent everything: what was said early is taken for the answer to the final dot.
    private static (string Told, SendStage Stage) EarlyWord(Misbehaviour how, string expected) => how switch
    {
        Misbehaviour.Later or Misbehaviour.Never => (expected, SendStage.FinalDot),
        Misbehaviour.Garbage => (Unknown, SendStage.FinalDot),
        Misbehaviour.Slow => (Accepted, SendStage.FinalDot),
        _ => (expected, SendStage.Content),
    };

    // It resets at once: what answers oddly is given up before the next message, which loses nothing by it.
    private static (string Told, int Connections) AfterReset(Misbehaviour how, string expected, int connections) =>
        how is Misbehaviour.Stall or Misbehaviour.Garbage ? (Accepted, 2) : (expected, connections);

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
