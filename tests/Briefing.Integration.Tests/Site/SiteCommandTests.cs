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
        var address = await Listening(program, watchdog.Token);
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal("ok\n", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative), watchdog.Token));
        var page = await client.GetStringAsync(new Uri("/subscribe", UriKind.Relative), watchdog.Token);
        Assert.Contains("The news from the harbours comes by mail", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<legend>Editions", page, StringComparison.Ordinal);

        using var kill = Process.Start("kill", ["-TERM", program.Id.ToString(CultureInfo.InvariantCulture)]);
        await program.WaitForExitAsync(watchdog.Token);
        Assert.Equal(0, program.ExitCode);
    }

    [Theory]
    [InlineData("site")]
    [InlineData("worker", "--site")]
    public async Task WithoutASiteInTheConfigurationItSaysWhatToAdd(params string[] command)
    {
        Configure(site: null);

        var finished = await BriefingProcess.Run([.. command, "--config", _folder.PathOf("briefing.json")]);

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

        var finished = await BriefingProcess.Run([.. command, "--config", _folder.PathOf("briefing.json")]);

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("address already in use", finished.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Uri> Listening(Process program, CancellationToken cancellation)
    {
        while (await program.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (Regex.Match(line, "listens on (http://[^ ]+)", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match)
                return new Uri(match.Groups[1].Value);
        }

        throw new InvalidOperationException($"It ended without listening: {await program.StandardError.ReadToEndAsync(cancellation)}");
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
