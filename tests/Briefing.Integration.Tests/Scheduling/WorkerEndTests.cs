using System.Diagnostics;
using Briefing.Integration.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Briefing.Integration.Tests.Scheduling;

/// <summary>A worker that cannot begin tells its service manager whether starting it again may help.</summary>
public sealed class WorkerEndTests : IDisposable
{
    private readonly WorkerFolder _folder = new();

    public WorkerEndTests() => _folder.Schedule("""{ "name": "morning", "at": "06:30", "timeZone": "Europe/London" }""");

    [Theory]
    [InlineData("BEGIN IMMEDIATE", "database is locked")]
    [InlineData("ALTER TABLE QRTZ_TRIGGERS DROP COLUMN MISFIRE_THRESHOLD", "the schedule cannot begin")]
    [InlineData("DROP TABLE entry_history", "ended without having been asked to")]
    public async Task WhatMayPassEndsWith3(string meanwhile, string told)
    {
        await MakeTables();
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = meanwhile;
        await command.ExecuteNonQueryAsync();

        var finished = await BriefingProcess.Finish(Start());

        Assert.Equal(3, finished.ExitCode);
        Assert.Contains(told, finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mistake in the program", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNeedsAPersonEndsWith2()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        await File.WriteAllTextAsync(Database, "This is no database, and will not be one in a while either. " + new string('.', 4096));

        var finished = await BriefingProcess.Finish(Start());

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("file is not a database", finished.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Database => _folder.PathOf("data/briefing.db");

    private ProcessStartInfo Start() => BriefingProcess.Start("worker", "--config", _folder.BriefingPath, "--database", Database, "--out", _folder.PathOf("out"));

    private async Task MakeTables()
    {
        using var watchdog = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var worker = Process.Start(Start())!;
        while (await worker.StandardOutput.ReadLineAsync(watchdog.Token) is { } line)
        {
            if (line.Contains("the next edition is that of", StringComparison.Ordinal))
                break;
        }

        worker.Kill();
        await worker.WaitForExitAsync(watchdog.Token);
    }
}
