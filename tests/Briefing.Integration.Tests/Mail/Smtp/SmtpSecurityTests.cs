using System.Security.Cryptography.X509Certificates;
using System.Text;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Smtp;

/// <summary>Credentials go over a connection that is what it claims to be, or nowhere.</summary>
public class SmtpSecurityTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CredentialsGoUnderTlsWithOurOwnAuthority(bool tlsAtOnce)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Certificate = TestAuthority.Shared.Issue("127.0.0.1"), TlsAtOnce = tlsAtOnce, Mechanisms = "LOGIN PLAIN" });

        var outcome = await SendAsync(SomeMessage.Secure(peer) with { Security = tlsAtOnce ? SmtpSecurity.Tls : SmtpSecurity.StartTls });

        Assert.IsType<SendOutcome.Accepted>(outcome);
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{SomeMessage.User}\0{SomeMessage.Password}"));
        Assert.Equal(
            tlsAtOnce ? ["EHLO [127.0.0.1]", "AUTH PLAIN " + plain] : ["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "AUTH PLAIN " + plain],
            peer.Heard.TakeWhile(line => !line.StartsWith("MAIL", StringComparison.Ordinal)));
    }

    public static TheoryData<string, string> Untrusted => new()
    {
        { "wrong name", "the connection is not secure: the server's certificate is not for 127.0.0.1" },
        { "expired", "the connection is not secure: the server's certificate has expired or is not valid yet" },
        { "other authority", "the connection is not secure: the server's certificate is from no authority that we trust" },
        { "no STARTTLS", "the server offers no STARTTLS, and nothing is sent without" },
    };

    [Theory]
    [MemberData(nameof(Untrusted))]
    public async Task NothingIsSaidToAServerThatCannotBeTrusted(string fault, string reason)
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
            Mechanisms = "PLAIN LOGIN XOAUTH2",
        });

        var later = Assert.IsType<SendOutcome.TryLater>(await SendAsync(SomeMessage.Secure(peer)));

        Assert.Equal((SendStage.StartTls, Concern.Everyone, true), (later.Stage, later.Concerns, later.NeedsPerson));
        Assert.Equal(reason, later.Reason);
        Assert.DoesNotContain(peer.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WordsPutInBehindStartTlsCountForNothing()
    {
        // Whoever sits on the way offers a mechanism that the server has not: what was said in the clear is forgotten.
        await using var peer = new ScriptedPeer(new PeerScript
        {
            Certificate = TestAuthority.Shared.Issue("127.0.0.1"),
            Mechanisms = "PLAIN",
            PutIn = "250-peer.example\r\n250 AUTH XOAUTH2\r\n",
        });

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(SomeMessage.Secure(peer)));

        Assert.Equal(["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]"], peer.Heard.Take(3));
        Assert.StartsWith("AUTH PLAIN ", peer.Heard.ElementAt(3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Misbehaviour.Stall, "the server did not answer in time", false)]
    [InlineData(Misbehaviour.Drop, "the connection broke off", false)]
    [InlineData(Misbehaviour.Slow, "the server and we agree on no TLS", true)]
    public async Task AServerThatSpeaksNoTlsWhereItShouldIsTold(Misbehaviour how, string reason, bool needsPerson)
    {
        // It greets in the clear, or does not even do that.
        await using var peer = new ScriptedPeer(new PeerScript { Mishap = new Mishap(SendStage.Greeting, how) });

        var later = Assert.IsType<SendOutcome.TryLater>(await SendAsync(SomeMessage.Secure(peer) with
        {
            Security = SmtpSecurity.Tls,
            Timeouts = how == Misbehaviour.Stall ? SomeMessage.ShortAt(SendStage.StartTls) : SomeMessage.Patient,
        }));

        Assert.Equal((SendStage.StartTls, Concern.Everyone, needsPerson), (later.Stage, later.Concerns, later.NeedsPerson));
        Assert.StartsWith(reason, later.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherAuthorityIsNotTrustedBesideOurOwn()
    {
        // The machine's authorities do not know the test's either: without one of our own nothing is trusted.
        await using var peer = new ScriptedPeer(new PeerScript { Certificate = TestAuthority.Shared.Issue("127.0.0.1"), Mechanisms = "PLAIN" });

        Assert.IsType<SendOutcome.TryLater>(await SendAsync(SomeMessage.Secure(peer) with { Authorities = null }));
        Assert.IsType<SendOutcome.TryLater>(await SendAsync(SomeMessage.Secure(peer) with { Authorities = new X509Certificate2Collection() }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CredentialsAreWithheldInTheClearUnlessThatIsAllowed(bool allowed)
    {
        await using var peer = new ScriptedPeer(new PeerScript { Mechanisms = "PLAIN" });

        var outcome = await SendAsync(SomeMessage.Secure(peer) with { Security = SmtpSecurity.None, CredentialsInClear = allowed });

        Assert.Equal(allowed, outcome is SendOutcome.Accepted);
        Assert.Equal(allowed, peer.Heard.Any(line => line.StartsWith("AUTH", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task LoginIsUsedWhereNothingElseIsOffered()
    {
        await using var peer = new ScriptedPeer(Signing("LOGIN", "334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6", "235 2.7.0 Come in"));

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(SomeMessage.Secure(peer)));

        Assert.Equal(["AUTH LOGIN", Base64(SomeMessage.User), Base64(SomeMessage.Password)], peer.Heard.Skip(3).Take(3));
    }

    [Fact]
    public async Task ATokenIsFetchedForTheConnection()
    {
        await using var peer = new ScriptedPeer(Signing("PLAIN XOAUTH2", "235 2.7.0 Come in"));

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(SomeMessage.Secure(peer) with { Credentials = Token("t0k3n") }));

        Assert.Contains("AUTH XOAUTH2 " + Base64("user=postroom\u0001auth=Bearer t0k3n\u0001\u0001"), peer.Heard);
    }

    [Fact]
    public async Task ALongTokenGoesWithItsCommand()
    {
        // RFC 4954, 4: a line of AUTH may have 12,288 octets.
        var token = new string('t', 1500);
        await using var peer = new ScriptedPeer(Signing("XOAUTH2", "235 2.7.0 Come in"));

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(SomeMessage.Secure(peer) with { Credentials = Token(token) }));

        Assert.Contains("AUTH XOAUTH2 " + Base64($"user=postroom\u0001auth=Bearer {token}\u0001\u0001"), peer.Heard);
    }

    [Fact]
    public async Task ARefusedTokenIsAnsweredBeforeTheReplyComes()
    {
        await using var peer = new ScriptedPeer(Signing("XOAUTH2", "334 eyJzdGF0dXMiOiI0MDEifQ==", "535 5.7.8 Not accepted"));

        var later = Assert.IsType<SendOutcome.TryLater>(await SendAsync(SomeMessage.Secure(peer) with { Credentials = Token("old") }));

        Assert.Equal((SendStage.Auth, Concern.Everyone, true, 535), (later.Stage, later.Concerns, later.NeedsPerson, later.Reply!.Code));
        Assert.Equal("", peer.Heard.Last());
    }

    [Fact]
    public async Task WithoutAFittingMechanismAPersonIsNeeded()
    {
        await using var peer = new ScriptedPeer(Signing("CRAM-MD5"));

        Assert.True(Assert.IsType<SendOutcome.TryLater>(await SendAsync(SomeMessage.Secure(peer))).NeedsPerson);
    }

    [Fact]
    public async Task ATokenThatCannotBeHadSaysWhy()
    {
        await using var peer = new ScriptedPeer(Signing("XOAUTH2"));
        var credentials = new SmtpCredentials.Token("postroom", _ => throw new TokenException("the token's command ended with 3"));

        var later = Assert.IsType<SendOutcome.TryLater>(await SendAsync(SomeMessage.Secure(peer) with { Credentials = credentials }));

        Assert.Equal(("the token's command ended with 3", true), (later.Reason, later.NeedsPerson));
    }

    [Fact]
    public async Task NoOutcomeShowsASecret()
    {
        foreach (var answer in new[] { "535 5.7.8 No", "454 4.7.0 Later", "nonsense" })
        {
            await using var peer = new ScriptedPeer(Signing("PLAIN", answer));
            var settings = SomeMessage.Secure(peer);

            var told = $"{await SendAsync(settings)} {settings}";

            Assert.DoesNotContain(SomeMessage.Password, told, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0{settings.Credentials!.User}\0{SomeMessage.Password}")), told, StringComparison.Ordinal);
        }
    }

    private static PeerScript Signing(string mechanisms, params string[] answers) => new()
    {
        Certificate = TestAuthority.Shared.Issue("127.0.0.1"),
        Mechanisms = mechanisms,
        AuthAnswers = [.. answers],
    };

    private static SmtpCredentials.Token Token(string token) => new("postroom", _ => Task.FromResult(token));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<SendOutcome> SendAsync(SmtpSettings settings)
    {
        await using var transport = new SmtpTransport(settings, TimeProvider.System);
        return await transport.SendAsync(SomeMessage.To("a@b.example"), default);
    }
}
