using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Briefing.Integration.Tests.Cli;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Site;

/// <summary>The real program: by itself, and beside the schedule.</summary>
public sealed class SiteCommandTests : IDisposable
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions Given = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("site")]
    [InlineData("worker", "--site")]
    public async Task ItServesThePagesUntilItIsStopped(params string[] command)
    {
        Configure(new { address = "https://briefing.example.org", listen = "http://127.0.0.1:0" });
        using var program = Process.Start(BriefingProcess.Start([.. command, "--config", _folder.PathOf("briefing.json")]))!;
        using var watchdog = new CancellationTokenSource(Watchdog);
        var address = new Uri(await Said(program, "listens on (http://[^ ]+)", watchdog.Token));
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal("ok\n", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative), watchdog.Token));
        var page = await client.GetStringAsync(new Uri("/subscribe", UriKind.Relative), watchdog.Token);
        Assert.Contains("The news from the harbours comes by mail", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<legend>Editions", page, StringComparison.Ordinal);

        await AssertStopsInOrder(program, watchdog.Token);
    }

    [Theory]
    [InlineData("site[1] the site listens", "site")]
    [InlineData("worker started", "worker", "--site")]
    [InlineData("site[1] the site listens", "worker", "--site")]
    [InlineData("worker started", "worker")]
    public async Task AStopInTheMiddleOfTheStartIsAnOrderlyOneToo(string said, params string[] command)
    {
        Configure(new { address = "https://briefing.example.org", listen = "http://127.0.0.1:0" });
        using var program = Process.Start(BriefingProcess.Start([.. command, "--config", _folder.PathOf("briefing.json")]))!;
        using var watchdog = new CancellationTokenSource(Watchdog);

        await Said(program, $"({Regex.Escape(said)})", watchdog.Token);

        await AssertStopsInOrder(program, watchdog.Token);
    }

    [Theory]
    [InlineData("site")]
    [InlineData("worker", "--site")]
    public async Task WithoutASiteInTheConfigurationItSaysWhatToAdd(params string[] command)
    {
        Configure(site: null);

        var finished = await BriefingCommand.Run([.. command, "--config", _folder.PathOf("briefing.json")]);

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("add \"site\": { \"address\":", finished.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site")]
    [InlineData("worker", "--site")]
    public async Task WhereItCannotListenItSaysSoAndEnds(params string[] command)
    {
        await using var other = await OpenSite.Start();
        Configure(new { address = "https://briefing.example.org", listen = other.Address.AbsoluteUri.TrimEnd('/') });

        var finished = await BriefingCommand.Run([.. command, "--config", _folder.PathOf("briefing.json")]);

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("address already in use", finished.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> Said(Process program, string pattern, CancellationToken cancellation)
    {
        while (await program.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (Regex.Match(line, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match)
                return match.Groups[1].Value;
        }

        throw new InvalidOperationException($"It ended without saying so: {await program.StandardError.ReadToEndAsync(cancellation)}");
    }

    private static async Task AssertStopsInOrder(Process program, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-TERM", program.Id.ToString(CultureInfo.InvariantCulture)]);
        var output = program.StandardOutput.ReadToEndAsync(cancellation);
        var error = await program.StandardError.ReadToEndAsync(cancellation);
        await program.WaitForExitAsync(cancellation);
        Assert.True(program.ExitCode == 0 && error.Length == 0, $"It ended with {program.ExitCode}: {error}{await output}");
        Assert.DoesNotContain("fail:", await output, StringComparison.Ordinal);
    }

    private void Configure(object? site)
    {
        var briefing = new
        {
            title = "The news from the harbours",
            sources = new[] { new { id = "inbox", kind = "folder", path = "inbox" } },
            topics = new[] { new { id = "harbours", title = "Harbours", terms = new[] { "harbour" } } },
            lists = new[] { new { name = "morning", signUp = true } },
            site,
        };
        _folder.Write("briefing.json", JsonSerializer.Serialize(briefing, Given));
        _folder.Write("schedule.json", """{ "entries": [ { "name": "morning", "at": "06:30", "timeZone": "Europe/London" } ] }""");
        Directory.CreateDirectory(_folder.PathOf("inbox"));
    }
}
