using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Briefing.Core.Assembly;
using Briefing.Integration.Tests.Cli;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using Briefing.Tests.Shared;
using NodaTime;

namespace Briefing.Integration.Tests.Storage;

/// <summary>
/// A run whose disk fails: every call by which it writes the database is made to fail once, in a run of its own. Then the database
/// opens, is sound, and holds what was acknowledged before and by the run.
/// </summary>
public sealed partial class WriteFaultTests : IDisposable
{
    private static readonly LocalDate Day = new(2026, 3, 10);

    private readonly TemporaryFolder _folder = new();

    public WriteFaultTests()
    {
        _folder.Write("briefing.json", """
            { "sources": [{ "id": "inbox", "kind": "folder", "path": "inbox" }],
              "topics": [{ "id": "harbours", "title": "Harbours", "terms": ["harbour"] }] }
            """);
        _folder.Write("schedule.json", """{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London" }] }""");
        _folder.Write("inbox/one.txt", SomeDocuments.Article("Ships wait outside Port Sorrel", "Port Sorrel", 14));
        _folder.Write("more/two.txt", SomeDocuments.Article("Storm closes Casterby quay", "Casterby", 7));
    }

    [Theory]
    [InlineData("pwrite64")]
    [InlineData("fsync")]
    public async Task LeavesTheDatabaseSoundAndNothingAcknowledgedLost(string call)
    {
        var first = await BriefingProcess.Finish(Run("base", "run", "--input", _folder.PathOf("inbox")));
        Assert.True(first.ExitCode == 0, first.Error);
        var calls = await CountCalls(call);
        Assert.InRange(calls, 3, 2000);

        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(1, calls), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (at, _) =>
        {
            if (await FaultAt(call, at) is { } fault)
                faults.Add($"{call} {at} of {calls}: {fault}");
        });

        Assert.True(faults.IsEmpty, string.Join("\n", faults));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<int> CountCalls(string call)
    {
        CopyDatabase("count");
        var trace = _folder.PathOf("count.trace");
        var run = await BriefingProcess.Finish(Traced("count", call, trace, inject: null));
        Assert.True(run.ExitCode == 0, run.Error);
        return (await File.ReadAllLinesAsync(trace)).Count(line => line.Contains(call + "(", StringComparison.Ordinal));
    }

    /// <summary>What went wrong when this call failed; null when nothing did.</summary>
    private async Task<string?> FaultAt(string call, int at)
    {
        var name = $"{call}-{at}";
        CopyDatabase(name);
        var run = await BriefingProcess.Finish(Traced(name, call, _folder.PathOf(name + ".trace"), $"{call}:error=EIO:when={at}"));
        var said = run.ExitCode == 0 ? 2 : 1;
        if (Unexplained().IsMatch(run.Error))
            return $"it broke off with a trace: {run.Error}";

        var database = BriefingDatabase.Open(DatabaseOf(name));
        var damage = database.FindDamage();
        if (damage.Count > 0)
            return string.Join("; ", damage);
        for (var version = 1; version <= said; version++)
        {
            if (FaultOf(database, version) is { } lost)
                return lost;
        }

        return null;
    }

    private static string? FaultOf(BriefingDatabase database, int version) => database.Read(session =>
    {
        if (EditionStore.Find(session, "morning", Day, version) is not { IsMade: true } record)
            return $"version {version} is lost";
        var edition = EditionContents.Read(session, record)!;
        var unproved = EditionVerifier.Verify(edition, document => DocumentStore.TextOf(session, document.Sha256)).FirstOrDefault();
        return unproved is null ? null : $"version {version}: {unproved}";
    });

    private ProcessStartInfo Traced(string name, string call, string trace, string? inject)
    {
        var run = Run(name, "run", "--input", _folder.PathOf("more"));
        var database = DatabaseOf(name);
        string[] injection = inject is null ? [] : ["-e", "inject=" + inject];
        var traced = new ProcessStartInfo(
            "strace", ["-f", "-qq", "-o", trace, "-e", "trace=" + call, .. injection, "-P", database, "-P", database + "-journal", "--", run.FileName, .. run.ArgumentList])
        {
            UseShellExecute = false,
            WorkingDirectory = run.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        return traced;
    }

    private ProcessStartInfo Run(string name, string command, params string[] arguments) => BriefingProcess.Start([
        command, .. arguments, "--date", "2026-03-10", "--format", "json", "--out", _folder.PathOf("out-" + name),
        "--config", _folder.PathOf("briefing.json"), "--database", DatabaseOf(name)]);

    private string DatabaseOf(string name) => _folder.PathOf($"{name}.db");

    private void CopyDatabase(string name) => File.Copy(DatabaseOf("base"), DatabaseOf(name));

    [GeneratedRegex(@"Unhandled exception|^\s+at .+\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Unexplained();
}
