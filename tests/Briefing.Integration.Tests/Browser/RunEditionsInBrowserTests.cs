using Briefing.Core.Model;
using Briefing.Integration.Tests.Cli;
using Briefing.Integration.Tests.Rendering;
using Briefing.Tests.Shared;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Briefing.Integration.Tests.Browser;

/// <summary>Editions as a run makes them, of the samples and of real dumps.</summary>
[Collection(ChromiumTests.Name)]
public sealed class RunEditionsInBrowserTests(ChromiumFixture chromium) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task NothingOfTheSamplesStandsInAnyonesWay() => await Check(await Run());

    [SharedFact]
    public async Task NothingOfRealDumpsStandsInAnyonesWay() => await Check(await Run("--input", SharedData.PathOf("seeds"), "--date", "2026-02-02"));

    public void Dispose() => _folder.Dispose();

    private async Task<Edition> Run(params string[] input)
    {
        var run = await BriefingCommand.Run(["run", "--out", _folder.Path, "--format", "json", .. input]);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        return EditionJson.Read(await File.ReadAllBytesAsync(_folder.PathOf("edition.json")));
    }

    private async Task Check(Edition edition)
    {
        var mail = Rendered.Of(edition).Html;
        var pack = Rendered.Pack(edition);
        await Check(mail, ColorScheme.Light, 1024);
        await Check(mail, ColorScheme.Dark, 1024);
        await Check(mail, ColorScheme.Light, 320);
        await Check(pack, ColorScheme.Light, 1024);
        await Check(pack, ColorScheme.Dark, 1024);
        await Check(pack, ColorScheme.Light, 320);
    }

    private async Task Check(string html, ColorScheme scheme, int width)
    {
        await using var open = await chromium.Open(html, scheme, width);

        var result = await open.Page.RunAxe(MailInBrowserTests.Wcag22);

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
        Assert.Empty(open.Requests);
    }
}
