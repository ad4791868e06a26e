using System.Diagnostics;
using System.Globalization;
using System.Text;
using Briefing.Core.Model;
using Briefing.Integration.Tests.Cli;
using Briefing.Storage;
using Briefing.Storage.Editions;

namespace Briefing.Integration.Tests.Scheduling;

/// <summary>The real worker, killed in each of its stages: the edition is there once, and the same as from a worker left alone.</summary>
public sealed class WorkerProcessTests : IDisposable
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(3);

    private readonly WorkerFolder _folder = new();

    public WorkerProcessTests()
    {
        _folder.Drop("one", "Port Sorrel", 14);
        _folder.Drop("two", "Casterby", 7);
    }

    [Fact]
    public async Task KilledInAnyStageItMakesTheEditionOnceAndTheSame()
    {
        DueIn(seconds: 8);
        await HandOver("undisturbed", killAfter: null);
        var expected = Files("undisturbed");
        Assert.NotEmpty(expected);

        // All wait for the same second, so a schedule serves them all; each has a database and a folder of its own.
        string[] stages = ["worker started", "read ", "freeze ", "extract ", "merge ", "file ", "render ", "handed over"];
        DueIn(seconds: 20);
        await Parallel.ForEachAsync(stages, new ParallelOptions { MaxDegreeOfParallelism = stages.Length }, async (stage, _) => await HandOver(NameOf(stage), stage));
        foreach (var stage in stages)
        {
            var name = NameOf(stage);

            var editions = BriefingDatabase.Open(DatabaseOf(name)).Read(session => EditionStore.Latest(session, 10));
            Assert.True(editions.Length == 1, $"killed after \"{stage}\" there are {editions.Length} editions");
            Assert.Equal((1, EditionState.Done), (editions[0].Version, editions[0].State));
            Assert.Equal(expected, Files(name));
            Assert.Empty(BriefingDatabase.Open(DatabaseOf(name)).FindDamage());
        }
    }

    [Fact]
    public async Task AskedToStopItEndsCleanly()
    {
        DueIn(seconds: 3600);
        using var worker = Start("stopped");
        await Until(worker, "worker started");

        Signal(worker, "TERM");
        using var watchdog = new CancellationTokenSource(Watchdog);
        await worker.WaitForExitAsync(watchdog.Token);

        Assert.Equal(0, worker.ExitCode);
    }

    [Fact]
    public async Task ASecondWorkerOnTheSameDatabaseEndsAtOnce()
    {
        DueIn(seconds: 3600);
        using var first = Start("shared");
        await Until(first, "worker started");

        var second = await BriefingProcess.Run("worker", "--config", _folder.BriefingPath, "--database", DatabaseOf("shared"), "--out", _folder.PathOf("out-shared"));

        first.Kill();
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("another worker", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangedScheduleIsInForceWithoutARestart()
    {
        DueIn(seconds: 7200);
        using var worker = Start("changed");
        await Until(worker, "the next edition is that of");

        // What was due before the worker first asked what to do is not owed; on a busy machine that may be some seconds from here.
        DueIn(seconds: 20);

        await Until(worker, "handed over");

        worker.Kill();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a worker until it has handed an edition over; killed once on the way, it is started again.</summary>
    private async Task HandOver(string name, string? killAfter)
    {
        if (killAfter is not null)
        {
            using var first = Start(name);
            await Until(first, killAfter);
            first.Kill();
            await first.WaitForExitAsync();
        }

        if (killAfter == "handed over")
        {
            // Started again it has at most to put the mails into the outbox; then it stops as it is asked to.
            using var idle = Start(name);
            await Until(idle, "the next edition is that of");
            using var patience = new CancellationTokenSource(Watchdog);
            while (BriefingDatabase.Open(DatabaseOf(name)).Read(session => EditionStore.Latest(session, 10))[0].State != EditionState.Done)
                await Task.Delay(100, patience.Token);
            Signal(idle, "TERM");
            await idle.WaitForExitAsync();
            return;
        }

        using var worker = Start(name);
        await Until(worker, "handed over");
        Signal(worker, "TERM");
        using var watchdog = new CancellationTokenSource(Watchdog);
        await worker.WaitForExitAsync(watchdog.Token);
        Assert.Equal(0, worker.ExitCode);
    }

    private static string NameOf(string stage) => stage.Trim().Replace(' ', '-');

    private void DueIn(int seconds)
    {
        var due = DateTime.UtcNow.AddSeconds(seconds);
        _folder.Schedule(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "name": "morning", "cron": "{{due.Second}} {{due.Minute}} {{due.Hour}} * * ?", "timeZone": "UTC", "calendar": "daily", "cutOff": "1 min", "formats": ["html", "txt"] }"""));
    }

    private Process Start(string name) => Process.Start(BriefingProcess.Start(
        "worker", "--config", _folder.BriefingPath, "--database", DatabaseOf(name), "--out", _folder.PathOf("out-" + name)))!;

    private string DatabaseOf(string name) => _folder.PathOf($"data-{name}/briefing.db");

    private static async Task Until(Process worker, string said)
    {
        using var watchdog = new CancellationTokenSource(Watchdog);
        var heard = new StringBuilder();
        while (await worker.StandardOutput.ReadLineAsync(watchdog.Token) is { } line)
        {
            if (line.Contains(said, StringComparison.Ordinal))
                return;
            heard.AppendLine(line);
        }

        Assert.Fail($"the worker ended without saying \"{said}\": {heard}{await worker.StandardError.ReadToEndAsync(watchdog.Token)}");
    }

    private static void Signal(Process worker, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, worker.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Every file handed over, but for the instant in edition.json.</summary>
    private SortedDictionary<string, string> Files(string name)
    {
        var folder = Directory.GetDirectories(_folder.PathOf($"out-{name}/morning")).Single();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(path);
            if (Path.GetFileName(path) == "edition.json")
                content = EditionJson.Write(EditionJson.Read(content) with { GeneratedAt = "" });
            files[Path.GetRelativePath(folder, path)] = Convert.ToHexString(content);
        }

        return files;
    }
}
