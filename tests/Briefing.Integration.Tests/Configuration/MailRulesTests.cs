using Briefing.Integration.Tests.Mail.Dkim;
using Briefing.Integration.Tests.Mail.Smtp;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Configuration;

public class MailRulesTests
{
    [Theory]
    [InlineData("""{ "host": "mail.example", "user": "a", "passwordVariable": "P", "from": "A <a@b.example>" }""")]
    [InlineData("""{ "host": "localhost", "port": 2525, "security": "none", "user": "a", "passwordFile": "p", "from": "a@b.example" }""")]
    [InlineData("""{ "from": "a@b.example", "listId": "morning.b.example", "unsubscribeBase": "https://b.example/u", "unsubscribeMailbox": "u@b.example" }""")]
    [InlineData("""{ "from": "a@news.b.example", "dkim": { "domain": "b.example", "selector": "s1", "keyFile": "k.pem" }, "timeouts": { "finalDot": 30 } }""")]
    public void SoundMailHasNoFault(string mail) => Assert.Empty(FaultsOf(mail));

    [Theory]
    [InlineData("""{ }""", "briefing.json:4:9: \"from\" is missing here.")]
    [InlineData("""{ "from": "nobody" }""", "briefing.json:4:19: \"nobody\" is no mail address: it has no @ between a name and a domain.")]
    [InlineData("""{ "from": "åsa@b.example" }""", "briefing.json:4:19: Here only an address of ASCII letters reaches everyone's server.")]
    [InlineData("""{ "from": "a@b.example", "host": "h", "user": "u" }""", "briefing.json:4:55: With a user goes one of \"passwordVariable\", \"passwordFile\" and \"tokenCommand\".")]
    [InlineData("""{ "from": "a@b.example", "host": "h", "passwordFile": "u" }""", "briefing.json:4:63: \"user\" is missing beside it.")]
    [InlineData("""{ "from": "a@b.example", "host": "h", "user": "u", "passwordFile": "p", "tokenCommand": ["t"] }""", "briefing.json:4:97: \"passwordFile\" is given as well: one of them is enough.")]
    [InlineData("""{ "from": "a@b.example", "port": 25 }""", "briefing.json:4:42: There is no \"host\" to use this with.")]
    [InlineData("""{ "from": "a@b.example", "host": "h.example", "security": "none", "user": "u", "passwordFile": "p" }""", "briefing.json:4:67: With \"none\" the password would cross the network for all to read: use \"starttls\" or \"tls\".")]
    [InlineData("""{ "from": "a@b.example", "host": "a b" }""", "briefing.json:4:42: \"a b\" is no name of a server.")]
    [InlineData("""{ "from": "a@b.example", "security": "ssl" }""", "briefing.json:4:46: \"security\" should be one of \"starttls\", \"tls\", \"none\", not the text \"ssl\".")]
    [InlineData("""{ "from": "a@b.example", "listId": "morning" }""", "briefing.json:4:44: A list's id looks like a domain: \"morning.briefing.example.org\".")]
    [InlineData("""{ "from": "a@b.example", "unsubscribeBase": "http://b.example/u" }""", "briefing.json:4:53: Unsubscribing by one click needs an https address without query: \"https://briefing.example.org/unsubscribe\".")]
    [InlineData("""{ "from": "a@b.example", "dkim": { "domain": "c.example", "selector": "s", "keyFile": "k" } }""", "briefing.json:4:54: A signature of c.example says nothing for a sender at b.example (DMARC).")]
    public void EveryFaultIsToldWithItsPlace(string mail, string fault) => Assert.Equal([fault], FaultsOf(mail));

    [Fact]
    public void APasswordInTheFileIsAFaultThatDoesNotRepeatIt()
    {
        var fault = Assert.Single(FaultsOf("""{ "from": "a@b.example", "password": "hush-hush" }"""));

        Assert.StartsWith("briefing.json:4:34: \"password\" is not known here.", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNamedMustBeThereAndGood()
    {
        using var folder = Folder("""{ "from": "a@b.example", "host": "h", "user": "u", "passwordFile": "p", "caFile": "ca", "dkim": { "domain": "b.example", "selector": "s", "keyFile": "k" } }""");
        Write(folder, "ca", "nothing");
        Write(folder, "k", "nothing");

        var faults = ConfigurationSurroundings.Check(BriefingConfiguration.Load(folder.BriefingPath)).Select(fault => fault.Message).ToList();

        Assert.Contains("\"p\": The file is missing.", faults);
        Assert.Contains("There are no certificates in PEM in \"ca\".", faults);
        Assert.Contains("The key in \"k\" cannot be used: it holds no single private key of RSA in PEM, without a pass phrase.", faults);
    }

    [Fact]
    public void SecretsAreReadFromWhereTheFileSaysAndShownNowhere()
    {
        using var folder = Folder("""{ "from": "a@b.example", "host": "h", "user": "u", "passwordVariable": "MAIL_PASSWORD", "caFile": "ca", "dkim": { "domain": "b.example", "selector": "s", "keyFile": "k" } }""");
        Write(folder, "ca", TestAuthority.Shared.Pem);
        Write(folder, "k", SomeKey.Pem);
        var configuration = BriefingConfiguration.Load(folder.BriefingPath).Configuration!;

        using var setup = MailSetup.Read(configuration, name => name == "MAIL_PASSWORD" ? "hush" : null);

        Assert.NotNull(setup.Signer);
        Assert.False(setup.IsPickup);
        Assert.Equal("a@b.example", setup.Bounces.Address);
        Assert.DoesNotContain("hush", configuration.Briefing.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "The environment variable MAIL_PASSWORD, which should hold the mail password, is not set.",
            Assert.Throws<MailSetupException>(() => MailSetup.Read(configuration, _ => null)).Message);
    }

    [Fact]
    public async Task WithoutAServerMessagesAreKeptAsFiles()
    {
        using var folder = Folder("null");
        using var setup = MailSetup.Read(BriefingConfiguration.Load(folder.BriefingPath).Configuration!, _ => null);
        await using var transport = setup.OpenTransport("out", TimeProvider.System);

        Assert.True(setup.IsPickup);
        Assert.IsType<PickupFolder>(transport);
        Assert.Equal(EditionMessage.NoSender, setup.Identity.From);
    }

    [Fact]
    public void TheDefaultsAreTheClientsOwn()
    {
        var (options, settings) = (new MailTimeoutOptions(), new SmtpTimeouts());

        Assert.Equal(
            [settings.Connect, settings.Greeting, settings.Ehlo, settings.Reset, settings.StartTls, settings.Auth, settings.Mail, settings.Rcpt, settings.Data, settings.Content, settings.FinalDot],
            new[] { options.Connect, options.Greeting, options.Greeting, options.Greeting, options.Security, options.Security, options.Envelope, options.Envelope, options.Data, options.Block, options.FinalDot }
                .Select(seconds => TimeSpan.FromSeconds(seconds)));
    }

    private static IReadOnlyList<string> FaultsOf(string mail)
    {
        using var folder = Folder(mail);
        return folder.Faults();
    }

    private static ConfigurationFolder Folder(string mail) => new(ConfigurationFolder.SoundBriefing.TrimEnd().TrimEnd('}') + $"\"mail\": {mail}\n}}");

    private static void Write(ConfigurationFolder folder, string name, string text) =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(folder.BriefingPath)!, name), text);
}
