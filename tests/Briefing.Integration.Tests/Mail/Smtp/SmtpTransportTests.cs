using System.Collections.Immutable;
using System.Text;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Smtp;

public class SmtpTransportTests
{
    [Fact]
    public async Task NothingIsSaidThatTheServerDoesNotOffer()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Offers = [] });

        await SendAsync(SomeMessage.Plain(peer), SomeMessage.To("a@b.example") with { Sender = null });

        Assert.Equal(["EHLO [127.0.0.1]", "MAIL FROM:<>", "RCPT TO:<a@b.example>", "DATA", "QUIT"], peer.Heard);
    }

    [Fact]
    public async Task DotsAtTheBeginningOfLinesAreDoubled()
    {
        await using var peer = new ScriptedPeer(new PeerScript());

        await SendAsync(SomeMessage.Plain(peer), SomeMessage.To("a@b.example", ".\r\n..\r\nnot . here\r\n.last\r\n"));

        Assert.Equal("Subject: Morning\r\n\r\n..\r\n...\r\nnot . here\r\n..last\r\n", Encoding.UTF8.GetString(peer.Messages.Single()));
    }

    [Fact]
    public async Task AcceptanceKeepsTheWholeReply()
    {
        await using var peer = new ScriptedPeer(new PeerScript
        {
            Answers = Answer(SendStage.FinalDot, "250-2.6.0 <1@b.example>\r\n250-queued\r\n250 2.0.0 as 4f\u0007"),
        });

        var accepted = Assert.IsType<SendOutcome.Accepted>(await SendAsync(SomeMessage.Plain(peer), SomeMessage.To("a@b.example")));

        Assert.Equal("250-2.6.0 <1@b.example>\n250-queued\n250 2.0.0 as 4f\uFFFD", accepted.Reply!.ToString());
        Assert.Equal("2.6.0", accepted.Reply.EnhancedStatus);
    }

    [Fact]
    public async Task ARefusalNamesStageStatusAndAllLines()
    {
        await using var peer = new ScriptedPeer(new PeerScript());

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(SomeMessage.Plain(peer), SomeMessage.To("nobody@b.example")));

        Assert.Equal((SendStage.Rcpt, Concern.Recipient, 550, "5.1.1"), (refused.Stage, refused.Concerns, refused.Reply!.Code, refused.Reply.EnhancedStatus));
        Assert.Equal("550-5.1.1 No such\n550 5.1.1 person here", refused.Reply.ToString());
        Assert.Empty(peer.Messages);
    }

    [Theory]
    [InlineData("Mail", "552 5.3.4 Too big", Concern.Message, false)]
    [InlineData("Mail", "550 5.7.1 Sender not yours", Concern.Everyone, true)]
    [InlineData("Mail", "530 5.7.0 Must issue a STARTTLS command first", Concern.Everyone, true)]
    [InlineData("Rcpt", "530 5.7.0 Authentication required", Concern.Everyone, true)]
    [InlineData("Rcpt", "552 5.2.2 Mailbox full", Concern.Recipient, false)]
    [InlineData("FinalDot", "554 5.7.1 Looks like spam", Concern.Message, false)]
    [InlineData("FinalDot", "550 5.1.1 Unknown behind the relay", Concern.Recipient, false)]
    public async Task ARefusalTellsWhomItConcerns(string stage, string reply, object concern, bool keptForLater)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Answers = Answer(Enum.Parse<SendStage>(stage), reply) });

        var outcome = await SendAsync(SomeMessage.Plain(peer), SomeMessage.To("a@b.example"));

        Assert.Equal(keptForLater, outcome is SendOutcome.TryLater { NeedsPerson: true });
        Assert.Equal(concern, outcome is SendOutcome.Refused refused ? refused.Concerns : ((SendOutcome.TryLater)outcome).Concerns);
    }

    [Theory]
    [InlineData("SIZE 40", "a@b.example", "Text that is longer than forty octets.\r\n", Concern.Message, "takes at most 40")]
    [InlineData("SMTPUTF8", "a@b.example", "Grüße.\r\n", Concern.Message, "no 8BITMIME")]
    [InlineData("8BITMIME", "åsa@b.example", "Text.\r\n", Concern.Recipient, "no SMTPUTF8")]
    public async Task WhatTheServerCannotCarryIsNotOffered(string offers, string recipient, string text, object concern, string reason)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Offers = [offers] });

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(SomeMessage.Plain(peer), SomeMessage.To(recipient, text)));

        Assert.Equal((SendStage.Mail, concern), (refused.Stage, (object)refused.Concerns));
        Assert.Null(refused.Reply);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Equal(["EHLO [127.0.0.1]", "QUIT"], peer.Heard);
    }

    [Fact]
    public async Task OtherScriptsGoToAServerThatTakesThem()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Offers = ["8BITMIME", "SMTPUTF8"] });
        var message = SomeMessage.To("åsa@bücher.example", "Grüße.\r\n");

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(SomeMessage.Plain(peer), message));

        // Where the local part is in another script MailKit writes the domain in it too, as RFC 6531 allows.
        Assert.Equal(["MAIL FROM:<bounces@briefing.example> SMTPUTF8 BODY=8BITMIME", "RCPT TO:<åsa@bücher.example>"], peer.Heard.Skip(1).Take(2));
        Assert.Equal(message.Content.ToArray(), peer.Messages.Single());
    }

    [Theory]
    [InlineData("8BITMIME", "SMTPUTF8")]
    [InlineData("8BITMIME")]
    public async Task ADomainInAnotherScriptGoesInAsciiForm(params string[] offers)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Offers = [.. offers] });

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(SomeMessage.Plain(peer), SomeMessage.To("asa@bücher.example")));

        Assert.Contains("RCPT TO:<asa@xn--bcher-kva.example>", peer.Heard);
    }

    [Fact]
    public async Task AnAddressInAnotherScriptAfterOneInAsciiGetsAConnectionThatCarriesIt()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Offers = ["8BITMIME", "SMTPUTF8"] });
        await using var transport = new SmtpTransport(SomeMessage.Plain(peer), TimeProvider.System);

        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));
        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(SomeMessage.To("åsa@b.example"), default));

        Assert.Equal(2, peer.Messages.Count());
    }

    [Fact]
    public async Task ManyMessagesShareAsManyConnectionsAsAreAllowed()
    {
        await using var peer = new ScriptedPeer(new PeerScript());
        await using (var transport = new SmtpTransport(SomeMessage.Plain(peer) with { Parallelism = 3 }, TimeProvider.System))
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => transport.SendAsync(SomeMessage.To($"a{n}@b.example"), default)));
            Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
        }

        Assert.InRange(peer.Dialogues.Count, 1, 3);
        Assert.Equal(60, peer.Messages.Count());
        Assert.Equal(60, peer.Heard.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public async Task AConnectionCarriesNoMoreThanItsShare()
    {
        await using var peer = new ScriptedPeer(new PeerScript());
        await using (var transport = new SmtpTransport(SomeMessage.Plain(peer) with { MessagesPerConnection = 2 }, TimeProvider.System))
        {
            for (var n = 0; n < 5; n++)
                await transport.SendAsync(SomeMessage.To("a@b.example"), default);
        }

        Assert.Equal([2, 2, 1], peer.Dialogues.Select(dialogue => dialogue.Messages.Count));
    }

    [Fact]
    public async Task AConnectionLongUnusedIsNotUsedAgain()
    {
        await using var peer = new ScriptedPeer(new PeerScript());
        await using var transport = new SmtpTransport(SomeMessage.Plain(peer) with { LongestIdle = TimeSpan.Zero }, TimeProvider.System);

        await transport.SendAsync(SomeMessage.To("a@b.example"), default);
        await transport.SendAsync(SomeMessage.To("a@b.example"), default);

        Assert.Equal(2, peer.Dialogues.Count);
    }

    [Fact]
    public async Task AMessageWithoutRecipientIsNeverCompleted()
    {
        // The server waits for content although it has refused the only recipient.
        await using var peer = new ScriptedPeer(new PeerScript { Answers = Answer(SendStage.Data, "354 Go on") });

        await using var transport = new SmtpTransport(SomeMessage.Plain(peer) with { Timeouts = SomeMessage.ShortAt(SendStage.Reset) }, TimeProvider.System);

        Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(SomeMessage.To("nobody@b.example"), default));
        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));

        // The refused recipient's message was not even begun.
        Assert.Single(peer.Messages);
        Assert.Single(peer.Heard, "DATA");
    }

    [Fact]
    public async Task TheFirstAnswerDecidesWhateverBecomesOfTheRest()
    {
        // All three were said at once; the server answers one and hangs up.
        await using var peer = new ScriptedPeer(new PeerScript
        {
            Answers = Answer(SendStage.Mail, "552 5.3.4 Too big"),
            Mishap = new Mishap(SendStage.Rcpt, Misbehaviour.Drop),
        });
        await using var transport = new SmtpTransport(SomeMessage.Plain(peer), TimeProvider.System);

        for (var connections = 1; connections <= 2; connections++)
        {
            var refused = Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(SomeMessage.To("a@b.example"), default));

            Assert.Equal((SendStage.Mail, Concern.Message), (refused.Stage, refused.Concerns));
            Assert.Equal(connections, peer.Dialogues.Count);
        }
    }

    [Fact]
    public async Task CancelledBeforeTheFinalDotItThrows()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Rcpt, Misbehaviour.Stall) });
        using var cancellation = new CancellationTokenSource();
        await using var transport = new SmtpTransport(SomeMessage.Plain(peer), TimeProvider.System);

        var sending = transport.SendAsync(SomeMessage.To("a@b.example"), cancellation.Token);
        await peer.Mishap;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task CancelledAfterTheFinalDotItIsUnknown()
    {
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.FinalDot, Misbehaviour.Stall) });
        using var cancellation = new CancellationTokenSource();
        await using var transport = new SmtpTransport(SomeMessage.Plain(peer), TimeProvider.System);

        var sending = transport.SendAsync(SomeMessage.To("a@b.example"), cancellation.Token);
        await peer.Mishap;
        await cancellation.CancelAsync();

        Assert.IsType<SendOutcome.Unknown>(await sending);
    }

    private static ImmutableDictionary<SendStage, string> Answer(SendStage stage, string reply) =>
        ImmutableDictionary<SendStage, string>.Empty.Add(stage, reply);

    private static async Task<SendOutcome> SendAsync(SmtpSettings settings, OutgoingMessage message)
    {
        await using var transport = new SmtpTransport(settings, TimeProvider.System);
        return await transport.SendAsync(message, default);
    }
}
