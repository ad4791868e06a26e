using System.Text;
using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Mail.Dkim;
using Briefing.Integration.Tests.Mail.Messages;
using Briefing.Integration.Tests.Mail.Returned;
using Briefing.Integration.Tests.Mail.Smtp;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Messages;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>From a real server's notice in a real Maildir to the subscriber's state.</summary>
public sealed class ReturnedMailTests(MailServers servers) : IClassFixture<MailServers>, IDisposable
{
    private const string Gone = $"nobody-of-this-name@{PostfixServer.LateDomain}";

    private readonly BounceOffice _office = new();

    [MailServerFact]
    public async Task WhatPostfixSendsBackSuppressesTheSubscriber()
    {
        _office.Subscribers.Add(Gone);
        var key = _office.Deliver(Gone);
        await using var transport = new SmtpTransport(
            new SmtpSettings { Host = "127.0.0.1", Port = servers.Postfix.Port, Authorities = TestAuthority.Shared.Certificates }, TimeProvider.System);

        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Message(key), default));
        var notice = Assert.Single(await servers.Dovecot.ArrivedAsync("bounces", 1));
        var maildir = servers.Dovecot.MaildirOf("bounces");

        Assert.Contains($"Original-Envelope-Id: {key}", Encoding.UTF8.GetString(notice), StringComparison.Ordinal);
        Assert.Equal("1 hard, 1 suppressed", _office.ReaderOf(maildir).Read(default).ToString());
        Assert.Equal((SubscriberState.Suppressed, SubscriberReason.HardBounce), _office.StateOf(Gone));
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
        Assert.Equal(("5.1.1", key), (_office.Summary().Newest[0].Status, _office.Summary().Newest[0].Delivery));
        // It is still there, and seen.
        Assert.EndsWith(":2,S", Assert.Single(Directory.GetFiles(Path.Combine(maildir, "cur"))), StringComparison.Ordinal);
        Assert.Equal("nothing to read", _office.ReaderOf(maildir).Read(default).ToString());
    }

    public void Dispose() => _office.Dispose();

    private static OutgoingMessage Message(string key) => new()
    {
        Key = key,
        Sender = Mailbox.Parse($"bounces@{PostfixServer.Domain}"),
        Recipient = Mailbox.Parse(Gone),
        Content = SomeDelivery.TemplateOf(SomeEdition.Full(), withPack: false).Fill(
            SomeDelivery.HeadersFor(Gone, 1), new PersonalValues(SomeDelivery.Links().Page.AbsoluteUri, "Good morning,", ""), SomeKey.Signer),
    };
}
