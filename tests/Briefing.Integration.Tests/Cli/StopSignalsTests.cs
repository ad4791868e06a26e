using System.Diagnostics;
using System.Globalization;
using Briefing.Integration.Tests.Mail.Servers;
using Briefing.Integration.Tests.Scheduling;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Cli;

/// <summary>What is under way when the process is asked to stop: here a browser that prints for ever.</summary>
public sealed class StopSignalsTests : IDisposable
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly WorkerFolder _worker = new();

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public async Task ARunThatIsStoppedSaysSoAndLeavesNothingHalfMade(string signal, int exitCode)
    {
        using var run = await Printing("run", "--out", _folder.PathOf("out"));
        using var watchdog = new CancellationTokenSource(Watchdog);
        await Begun(watchdog.Token);

        await Tool.RunAsync("kill", "-" + signal, Id(run));
        var error = await run.StandardError.ReadToEndAsync(watchdog.Token);
        await run.WaitForExitAsync(watchdog.Token);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal($"briefing: stopped before it was done{Environment.NewLine}", error);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    [Fact]
    public async Task AWorkerFinishesWhatIsUnderWayUnlessItIsAskedTwice()
    {
        _worker.Drop("one", "Port Sorrel", 14);
        var due = DateTime.UtcNow.AddSeconds(3);
        _worker.Schedule(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "name": "morning", "cron": "{{due.Second}} {{due.Minute}} {{due.Hour}} * * ?", "timeZone": "UTC", "calendar": "daily", "cutOff": "1 min", "formats": ["html", "pdf"] }"""));
        using var worker = await Printing("worker", "--config", _worker.BriefingPath, "--out", _folder.PathOf("out"));
        using var watchdog = new CancellationTokenSource(Watchdog);
        await Begun(watchdog.Token);

        await Tool.RunAsync("kill", "-TERM", Id(worker));
        await Task.Delay(TimeSpan.FromSeconds(2), watchdog.Token);
        Assert.False(worker.HasExited);
        await Tool.RunAsync("kill", "-TERM", Id(worker));
        await worker.WaitForExitAsync(watchdog.Token);

        // A real browser ends when nobody reads what it says.
        await Tool.RunAsync("kill", (await File.ReadAllTextAsync(_folder.PathOf("printing"), watchdog.Token)).Trim());
        Assert.Equal(143, worker.ExitCode);
        Assert.DoesNotContain("worker stopped", await worker.StandardOutput.ReadToEndAsync(watchdog.Token), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _worker.Dispose();
    }

    private static string Id(Process process) => process.Id.ToString(CultureInfo.InvariantCulture);

    private async Task<Process> Printing(params string[] command)
    {
        var browser = _folder.Write("browser", $"#!/bin/sh\necho $$ > '{_folder.PathOf("printing")}'\nexec sleep 300\n");
        await Tool.RunAsync("chmod", "+x", browser);
        var start = BriefingProcess.Start(command);
        // A background job of a shell ignores SIGINT, and so would what it starts: here the signal has its default effect whoever runs the tests.
        (start.FileName, var program) = ("env", start.FileName);
        start.ArgumentList.Insert(0, "--default-signal=INT");
        start.ArgumentList.Insert(1, program);
        start.Environment["BRIEFING_CHROMIUM"] = browser;
        return Process.Start(start)!;
    }

    private async Task Begun(CancellationToken cancellation)
    {
        while (!File.Exists(_folder.PathOf("printing")))
            await Task.Delay(50, cancellation);
    }
}
