using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Browser;
using Briefing.Storage.Subscribers;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NodaTime;

namespace Briefing.Integration.Tests.Site;

[Collection(ChromiumTests.Name)]
public sealed class SiteInBrowserTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private OpenSite _site = null!;

    public async Task InitializeAsync() => _site = await OpenSite.Start();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FromSigningUpToLeavingByKeyboardAlone(bool scripts)
    {
        await using var open = await chromium.Blank(ColorScheme.Light, 1024, scripts);
        var hands = new Keyboard(open.Page);
        await open.Page.GotoAsync(_site.Address.AbsoluteUri);

        await hands.Press("Sign up");
        await hands.Write("Email address", "ana@example.org");
        await hands.Write("Name (optional)", "Ana Solé");
        await hands.Tick("Morning briefing");
        await hands.Tick("NATO burden shifting");
        await hands.Press("Sign up");
        Assert.Equal("Please check your mailbox", await hands.Heading());
        Assert.Equal(SubscriberState.Pending, Ana.State);

        // The mail's link.
        await open.Page.GotoAsync(new Uri(_site.Address, _site.PathOf(LinkPurpose.Confirm, Ana.Id, _site.Clock.GetCurrentInstant() + Duration.FromDays(7))).AbsoluteUri);
        await hands.Press("Yes, send it to me");
        Assert.Equal("Thank you, you are signed up", await hands.Heading());
        Assert.Equal(SubscriberState.Confirmed, Ana.State);

        await hands.Press("change your choices now");
        await hands.Tick("UK–Japan");
        await hands.Tick("Attach the edition as a PDF");
        await hands.Press("Save");
        Assert.Equal(["nato", "uk-japan"], Ana.Subscriber!.Topics.AsEnumerable());
        Assert.Equal(("Ana Solé", false), (Ana.Subscriber.Name, Ana.Subscriber.AttachPack));

        await hands.Press("Stop all editions");
        await hands.Press("Unsubscribe");
        Assert.Equal("You are unsubscribed", await hands.Heading());
        Assert.Equal(SubscriberState.Unsubscribed, Ana.State);
        await hands.Press("Send me that mail");
        Assert.Equal(SubscriberState.Pending, Ana.State);

        Assert.All(open.Requests, asked => Assert.StartsWith(_site.Address.AbsoluteUri, asked, StringComparison.Ordinal));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task AFaultIsWhereTheKeyboardIs()
    {
        await using var open = await chromium.Blank(ColorScheme.Light, 1024, scripts: false);
        var hands = new Keyboard(open.Page);
        await open.Page.GotoAsync(new Uri(_site.Address, "/subscribe").AbsoluteUri);
        await hands.Write("Email address", "ana");
        await hands.Press("Sign up");

        Assert.Equal("address", await open.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("ana", await open.Page.EvaluateAsync<string>("document.activeElement.value"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1024)]
    [InlineData(ColorScheme.Dark, 1024)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task NothingStandsInAnyonesWayOnAnyPage(ColorScheme scheme, int width)
    {
        await using var open = await chromium.Blank(scheme, width);
        var found = new List<string>();
        var seen = 0;
        await foreach (var name in SitePages.Visit(_site, open.Page))
        {
            seen++;
            var result = await open.Page.RunAxe(MailInBrowserTests.Wcag22);
            Assert.NotEmpty(result.Passes);
            found.AddRange(result.Violations.Select(violation => $"{name}: {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
            if (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                found.Add($"{name}: must be scrolled sideways");
        }

        Assert.Equal(SitePages.Count, seen);
        Assert.Empty(found);
        Assert.DoesNotContain(open.Complaints, said => !said.Contains("the server responded with a status of", StringComparison.Ordinal));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    private SubscriberRecord Ana => _site.Find("ana@example.org")!;
}
