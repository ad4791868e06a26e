using Briefing.Integration.Tests.Mail.Dkim;
using Briefing.Integration.Tests.Mail.Messages;
using Briefing.Integration.Tests.Mail.Smtp;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Messages;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>Through a real server into a real mailbox.</summary>
public class MailServerTests(MailServers servers) : IClassFixture<MailServers>
{
    [MailServerFact]
    public async Task AnEditionWithItsPackOpensOverImapAsItWasSent()
    {
        var template = SomeDelivery.TemplateOf(SomeEdition.Full());
        await using var transport = new SmtpTransport(Signed, TimeProvider.System);

        var accepted = Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Message(template, "reader", 1), default));
        Assert.Equal("2.0.0", accepted.Reply!.EnhancedStatus);
        await servers.Dovecot.ArrivedAsync("reader", 1);
        var fetched = await ImapReader.FetchAsync(servers.Dovecot.ImapPort, "reader", DovecotServer.Password, 1);

        var sent = Message(template, "reader", 1).Content.ToArray();
        Assert.True(fetched.AsSpan().EndsWith(sent), "the message has changed on its way");
        Assert.True(DkimVerifier.Verifies(fetched, SomeKey.Public));
        var mixed = ParsedMessage.Of(fetched)["body"]!;
        Assert.Equal(["text/plain", "text/html"], mixed["parts"]![0]!["parts"]!.AsArray().Select(part => (string?)part!["type"]));
        Assert.Equal(Convert.ToHexStringLower(SomeDelivery.Pdf), (string?)mixed["parts"]![1]!["bytes"]);
    }

    [MailServerFact]
    public async Task APackOf8MegabytesGoesThrough()
    {
        var pdf = new byte[8 * 1024 * 1024];
        new Random(1).NextBytes(pdf);
        var template = MessageTemplate.Of("Text.\n", "<p>Text.</p>\n", [MimePart.Attachment("briefing-2026-03-10.pdf", "application/pdf", pdf)]);
        await using var transport = new SmtpTransport(Signed, TimeProvider.System);

        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Message(template, "heavy", 1), default));

        await servers.Dovecot.ArrivedAsync("heavy", 1);
        var fetched = await ImapReader.FetchAsync(servers.Dovecot.ImapPort, "heavy", DovecotServer.Password, 1);
        Assert.True(fetched.AsSpan().EndsWith(Message(template, "heavy", 1).Content.ToArray()));
    }

    [MailServerFact]
    public async Task AHundredSubscribersGetOneMessageEach()
    {
        var template = SomeDelivery.TemplateOf(SomeEdition.Full());
        await using (var transport = new SmtpTransport(Signed with { Parallelism = 4 }, TimeProvider.System))
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => transport.SendAsync(Message(template, $"many{n}", n), default)));
            Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
        }

        for (var n = 0; n < 100; n++)
            Assert.Single(await servers.Dovecot.ArrivedAsync($"many{n}", 1));
    }

    [MailServerFact]
    public async Task ARealServersRefusalsAreToldApart()
    {
        var template = SomeDelivery.TemplateOf(SomeEdition.Full(), withPack: false);
        await using var transport = new SmtpTransport(Signed, TimeProvider.System);
        await using var wrong = new SmtpTransport(Signed with { Credentials = new SmtpCredentials.Password("a", "wrong") }, TimeProvider.System);
        await using var clear = new SmtpTransport(Signed with { Security = SmtpSecurity.None }, TimeProvider.System);

        var refused = Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Message(template, "nobody1", 1), default));
        var unsigned = Assert.IsType<SendOutcome.TryLater>(await wrong.SendAsync(Message(template, "reader2", 1), default));
        var withheld = Assert.IsType<SendOutcome.TryLater>(await clear.SendAsync(Message(template, "reader2", 1), default));

        Assert.Equal((SendStage.Rcpt, Concern.Recipient, "5.1.1"), (refused.Stage, refused.Concerns, refused.Reply!.EnhancedStatus));
        Assert.Equal((SendStage.Auth, 535, true), (unsigned.Stage, unsigned.Reply!.Code, unsigned.NeedsPerson));
        Assert.True(withheld.NeedsPerson);
        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Message(template, "reader2", 2), default));
    }

    private SmtpSettings Signed => new()
    {
        Host = "127.0.0.1",
        Port = servers.Postfix.Port,
        Authorities = TestAuthority.Shared.Certificates,
        Credentials = new SmtpCredentials.Password("postroom", DovecotServer.Password),
    };

    private static OutgoingMessage Message(MessageTemplate template, string user, int number) => new()
    {
        Key = $"morning.2026-03-10.v1.{user}",
        Sender = Mailbox.Parse("bounces@briefing.example"),
        Recipient = Mailbox.Parse($"{user}@{PostfixServer.Domain}"),
        Content = template.Fill(
            SomeDelivery.HeadersFor($"{user}@{PostfixServer.Domain}", number),
            new PersonalValues(SomeDelivery.Links().Page.AbsoluteUri, "Good morning,", "https://briefing.example/preferences/1"),
            SomeKey.Signer),
    };
}
