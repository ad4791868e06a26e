using Briefing.Integration.Tests.Rendering;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Briefing.Integration.Tests.Browser;

/// <summary>pack.html as a template author opens it, before it is printed.</summary>
[Collection(ChromiumTests.Name)]
public class PackInBrowserTests(ChromiumFixture chromium)
{
    [Theory]
    [InlineData("full", ColorScheme.Light, 1024)]
    [InlineData("full", ColorScheme.Dark, 1024)]
    [InlineData("full", ColorScheme.Light, 320)]
    [InlineData("empty", ColorScheme.Light, 1024)]
    [InlineData("empty", ColorScheme.Dark, 320)]
    [InlineData("hostile", ColorScheme.Light, 1024)]
    [InlineData("hostile", ColorScheme.Dark, 320)]
    [InlineData("large", ColorScheme.Light, 1024)]
    public async Task NothingStandsInAnyonesWay(string edition, ColorScheme scheme, int width)
    {
        await using var open = await chromium.Open(Pack(edition), scheme, width);

        var result = await open.Page.RunAxe(MailInBrowserTests.Wcag22);

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("hostile")]
    public async Task NothingIsAskedForAndNothingRuns(string edition)
    {
        await using var open = await chromium.Open(Pack(edition), ColorScheme.Light, 800);

        await open.Page.WaitForTimeoutAsync(500);

        Assert.Empty(open.Requests);
        Assert.NotEqual("pwned", await open.Page.TitleAsync());
    }

    private static string Pack(string edition) => Rendered.Pack(MailInBrowserTests.Editions[edition]());
}
