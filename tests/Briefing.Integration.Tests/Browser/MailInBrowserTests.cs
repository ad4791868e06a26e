using Briefing.Core.Model;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Rendering;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Briefing.Integration.Tests.Browser;

[Collection(ChromiumTests.Name)]
public class MailInBrowserTests(ChromiumFixture chromium)
{
    internal static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },

        // Of what passes one node a rule is reported; of violations all. To describe thousands of nodes takes most of the time.
        ResultTypes = [ResultType.Violations],
    };

    internal static readonly Dictionary<string, Func<Edition>> Editions = new(StringComparer.Ordinal)
    {
        ["full"] = SomeEdition.Full,
        ["empty"] = SomeEdition.Empty,
        ["large"] = () => SomeEdition.WithStories(300),
        ["hostile"] = () => SomeEdition.Saying(HostileText.All, "javascript:document.title='pwned'"),
    };

    public static TheoryData<string, ColorScheme, int> Views
    {
        get
        {
            var views = new TheoryData<string, ColorScheme, int>();
            foreach (var edition in Editions.Keys.Where(edition => edition != "large"))
            {
                views.Add(edition, ColorScheme.Light, 1024);
                views.Add(edition, ColorScheme.Dark, 1024);
                views.Add(edition, ColorScheme.Light, 320);
                views.Add(edition, ColorScheme.Dark, 320);
            }

            views.Add("large", ColorScheme.Light, 1024);
            views.Add("large", ColorScheme.Dark, 320);
            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task NothingStandsInAnyonesWay(string edition, ColorScheme scheme, int width)
    {
        await using var open = await chromium.Open(Mail(edition), scheme, width);

        var result = await open.Page.RunAxe(Wcag22);

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task APaleTextWouldBeFound(ColorScheme scheme)
    {
        var pale = Mail("full").Replace("#57606a", "#c8ccd0", StringComparison.Ordinal).Replace("#a8b1bb", "#30363c", StringComparison.Ordinal);
        await using var open = await chromium.Open(pale, scheme, 1024);

        Assert.Contains((await open.Page.RunAxe(Wcag22)).Violations, violation => violation.Id == "color-contrast");
    }

    [Theory]
    [InlineData("full")]
    [InlineData("large")]
    [InlineData("hostile")]
    public async Task APhoneNeedNotScrollSideways(string edition)
    {
        await using var open = await chromium.Open(Mail(edition), ColorScheme.Light, 320);

        Assert.InRange(await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("hostile")]
    public async Task NothingIsAskedForAndNothingRuns(string edition)
    {
        await using var open = await chromium.Open(Mail(edition), ColorScheme.Light, 800);
        var title = await open.Page.TitleAsync();

        // Everything that could be pressed, and half a second for whatever would call home.
        await open.Page.EvaluateAsync("document.querySelectorAll('a[href^=\"#\"]').forEach(link => link.click())");
        await open.Page.WaitForTimeoutAsync(500);

        Assert.Empty(open.Requests);
        Assert.Equal(title, await open.Page.TitleAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1024)]
    [InlineData(ColorScheme.Dark, 1024)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task NothingThatADeliveryAddsStandsInAnyonesWay(ColorScheme scheme, int width)
    {
        var (edition, hostile) = (SomeEdition.Full(), SomeEdition.Saying(HostileText.All));
        string[] pages =
        [
            Rendered.Of(edition, SomeMail.Corrected(edition) with { HasPack = false, PackUrl = "https://briefing.example/pack/v1.k1.9", PackBytes = 9_856_615 }).Html,
            Rendered.Of(edition, SomeMail.Selected).Html,
            Rendered.Of(hostile, SomeMail.Corrected(hostile) with { ListTitle = HostileText.All }).Html,
            .. SomeNotice.All.Values.Select(notice => Rendered.Of(notice).Html),
        ];
        foreach (var page in pages)
        {
            await using var open = await chromium.Open(page, scheme, width);

            var result = await open.Page.RunAxe(Wcag22);

            Assert.NotEmpty(result.Passes);
            Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
            Assert.InRange(await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
            Assert.Empty(open.Requests);
        }
    }

    private static string Mail(string edition) =>
        Rendered.Of(Editions[edition](), new RenderOptions { UnsubscribeUrl = "https://unsubscribe.invalid/" }).Html;
}
