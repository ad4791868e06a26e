using Briefing.Integration.Tests.Storage;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Cli;

/// <summary>The commands that look after the database: status, backup, migrate.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StoreCommandTests()
    {
        _folder.Write("briefing.json", """
            { "sources": [{ "id": "inbox", "kind": "folder", "path": "inbox" }],
              "topics": [{ "id": "harbours", "title": "Harbours", "terms": ["harbour"] }] }
            """);
        _folder.Write("schedule.json", """{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London" }] }""");
        _folder.Write("inbox/one.txt", SomeDocuments.Article("Ships wait outside Port Sorrel", "Port Sorrel", 14));
    }

    [Fact]
    public async Task StatusTellsEditionsAndRuns()
    {
        await Made("2026-03-10");

        var status = await Run("status");

        Assert.Equal(0, status.ExitCode);
        Assert.Contains("morning 2026-03-10@1  made ", status.Output, StringComparison.Ordinal);
        Assert.Contains("run morning 2026-03-10: made version 1", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusEndsWithOneAfterARunWithFaultsAndNamesThem()
    {
        await Made("2026-03-10");
        File.WriteAllBytes(_folder.PathOf("inbox/broken.bin"), [0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 9]);
        await Run("run", "--input", _folder.PathOf("inbox"), "--date", "2026-03-11", "--format", "json", "--out", _folder.PathOf("out"));

        var status = await Run("status");

        Assert.Equal(1, status.ExitCode);
        Assert.Contains("broken.bin", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutADatabaseTheySayWhatMakesOne()
    {
        var status = await Run("status");

        Assert.Equal(2, status.ExitCode);
        Assert.Contains("the first briefing run makes it", status.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABackupRestoredProvesItsEditions()
    {
        await Made("2026-03-10");
        var backup = await Run("backup", _folder.PathOf("copies/backup.db"));
        Assert.True(backup.ExitCode == 0, backup.Error);
        File.Delete(Database);

        File.Copy(_folder.PathOf("copies/backup.db"), Database);

        var verified = await Run("verify", "--date", "2026-03-10");
        Assert.True(verified.ExitCode == 0, verified.Error);
        Assert.StartsWith("verified: ", verified.Output, StringComparison.Ordinal);
        var again = await Run("run", "--regenerate", "--date", "2026-03-10", "--format", "json", "--out", _folder.PathOf("out"));
        Assert.True(again.ExitCode == 0, again.Error);
    }

    [Fact]
    public async Task ABackupIsNeverWrittenOverAFile()
    {
        await Made("2026-03-10");
        _folder.Write("precious.db", "not to be lost");

        var backup = await Run("backup", _folder.PathOf("precious.db"));

        Assert.Equal(2, backup.ExitCode);
        Assert.Equal("not to be lost", await File.ReadAllTextAsync(_folder.PathOf("precious.db")));
    }

    [Fact]
    public async Task MigrateMakesTheDatabaseAndNamesWhatItApplied()
    {
        var first = await Run("migrate");
        var again = await Run("migrate");

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("applied 0001_", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("applied", again.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Database => _folder.PathOf("data/briefing.db");

    private async Task Made(string date)
    {
        var run = await Run("run", "--input", _folder.PathOf("inbox"), "--date", date, "--format", "json", "--out", _folder.PathOf("out"));
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private Task<BriefingProcess.Finished> Run(params string[] arguments) =>
        BriefingCommand.Run([.. arguments, "--config", _folder.PathOf("briefing.json"), "--database", Database]);
}
