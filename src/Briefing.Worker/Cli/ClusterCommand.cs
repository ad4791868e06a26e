using System.CommandLine;
using Briefing.Worker.Clustering;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing cluster FILE.jsonl</c>: which articles are one report, which reports one story.</summary>
internal static class ClusterCommand
{
    // What published comparisons of near-duplicate detection count as a pair.
    private const double SmallestPairJaccard = 0.5;

    public static Command Create(CommandContext context)
    {
        var corpus = new Argument<string>("corpus") { Description = "Articles, one JSON object a line: id, text, and if known source, published, title." };
        var output = new Option<string?>("--out") { Description = "Write here instead of standard output." };
        var reportsOnly = new Option<bool>("--reports-only") { Description = "Find reprints only; every report is a story of its own." };
        var pairs = new Option<string?>("--pairs") { Description = "Write the ids of every two articles that share at least half of their 5-grams of words, as printed." };
        var command = new Command("cluster", "Find which articles are one report and which reports one story: {id, report, story} for each line, in its order.")
        {
            corpus, output, reportsOnly, pairs,
        };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(corpus), parsed.GetValue(output), parsed.GetValue(pairs), parsed.GetValue(reportsOnly)));
        return command;
    }

    private static int Run(CommandContext context, string corpus, string? output, string? pairs, bool reportsOnly)
    {
        try
        {
            using var stream = new FileStream(context.PathOf(corpus), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            // What cannot be written is reported before the work, not after it.
            using var destination = output is null ? context.OpenOutput() : File.Create(context.PathOf(output));
            using var pairList = pairs is null ? null : File.Create(context.PathOf(pairs));
            return Run(context, corpus, stream, destination, pairList, reportsOnly);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"briefing cluster: {fault.Message}");
            return ExitCode.BadUsage;
        }
    }

    private static int Run(CommandContext context, string corpus, Stream articles, Stream destination, Stream? pairs, bool reportsOnly)
    {
        var rejected = 0;
        var run = new ClusterRun(keepsLeads: !reportsOnly);
        run.Read(articles, (line, reason) =>
        {
            rejected++;
            context.Error.WriteLine($"briefing cluster: {corpus}: line {line}: {reason}");
        });
        var reports = pairs is null ? run.FindReports() : FindReportsAndWritePairs(run, pairs);
        Write(run, reports, reportsOnly ? report => report : StoryNumbers(run), destination);
        return rejected == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
    }

    // Reports and stories count from 1 in the output.
    private static Func<int, int> StoryNumbers(ClusterRun run)
    {
        var stories = run.FindStories();
        return report => stories[report - 1] + 1;
    }

    private static void Write(ClusterRun run, int[] reports, Func<int, int> storyOf, Stream destination)
    {
        var lines = new ClusterOutput(destination);
        for (var article = 0; article < reports.Length; article++)
            lines.Write(run.IdOf(article), reports[article], storyOf(reports[article]));
        lines.Flush();
    }

    private static int[] FindReportsAndWritePairs(ClusterRun run, Stream pairs)
    {
        var lines = new ClusterOutput(pairs);
        var reports = run.FindReports(pair =>
        {
            if (pair.Overlap.JaccardAsPrinted >= SmallestPairJaccard)
                lines.WritePair(run.IdOf(pair.Other), run.IdOf(pair.One));
        });
        lines.Flush();
        return reports;
    }
}
