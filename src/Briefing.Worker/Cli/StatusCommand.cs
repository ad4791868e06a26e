using System.CommandLine;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Runs;
using Briefing.Worker.Delivering;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing status</c>: what was made lately, and how the runs went. It starts nothing.</summary>
internal static class StatusCommand
{
    private const int Editions = 10;
    private const int Runs = 10;

    public static Command Create(CommandContext context)
    {
        var stored = new StoredEditions(context);
        var command = new Command("status", "Show what was made lately, and how the runs went. Non-zero when the last run of an entry failed or had faults.");
        stored.AddTo(command);
        command.SetAction(parsed => stored.Use(parsed, (database, _) => Tell(database, context)));
        return command;
    }

    private static int Tell(BriefingDatabase database, CommandContext context)
    {
        var output = context.Output;
        var (editions, runs, faults) = database.Read(session =>
        {
            var latest = RunStore.Latest(session, Runs);
            return (EditionStore.Latest(session, Editions), latest, latest.ToDictionary(run => run.Id, run => RunStore.FaultsOf(session, run.Id)));
        });
        var mailings = database.Read(session => editions.ToDictionary(
            edition => edition.Id, edition => MailingStore.Of(session, edition.Id).Select(mailing => MailingStatus.Of(session, mailing)).ToList()));

        output.WriteLine($"{database.Location}, {new FileInfo(database.Location).Length / 1024} kB");
        output.WriteLine(editions.IsEmpty ? "no editions yet" : "editions, the newest first:");
        foreach (var edition in editions)
        {
            output.WriteLine($"  {edition}  {StateOf(edition)}{(edition.Late ? ", late" : "")}");
            foreach (var mailing in mailings[edition.Id])
                output.WriteLine($"      {mailing.Line}");
        }

        output.WriteLine(runs.IsEmpty ? "no runs yet" : "runs, the newest first:");
        foreach (var run in runs)
        {
            output.WriteLine($"  {run.StartedAt:uuuu-MM-dd HH:mm:ss}Z  {run.Kind} {run.Entry} {run.Date:uuuu-MM-dd}: {OutcomeOf(run)}");
            foreach (var fault in faults[run.Id])
                output.WriteLine($"      {fault}");
        }

        var (bounces, notices) = database.Read(session => (BounceSummary.Of(session, context.Clock.GetCurrentInstant()), OutboxStore.NoticeCounts(session)));
        foreach (var line in BounceReport.LinesOf(bounces))
            output.WriteLine(line);
        if (notices.Count > 0)
            output.WriteLine($"confirmations and alerts: {DeliveryCounts.Tell(notices, unknowns: 0)}");

        var troubled = runs.DistinctBy(run => run.Entry, StringComparer.Ordinal).Any(run => run.Succeeded != true || run.Faults > 0);
        // Only an entry's last mailing: what was wrong before has been seen.
        var lastMailed = editions.Where(edition => mailings[edition.Id].Count > 0).DistinctBy(edition => edition.Entry, StringComparer.Ordinal);
        troubled |= lastMailed.Any(edition => mailings[edition.Id].Any(mailing => mailing.Trouble is not null));
        return troubled ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    private static string StateOf(EditionRecord edition) => edition.State switch
    {
        EditionState.Frozen => $"frozen {edition.FrozenAt:uuuu-MM-dd HH:mm:ss}Z, not made",
        EditionState.Made => $"made {edition.MadeAt:uuuu-MM-dd HH:mm:ss}Z",
        EditionState.FannedOut => "being delivered",
        EditionState.Done => "handed over",
        _ => edition.State.ToString(),
    };

    private static string OutcomeOf(RunRecord run) => (run.FinishedAt, run.Succeeded) switch
    {
        (null, _) => "under way, or broken off",
        (_, true) => $"{(run.Version is { } version ? $"made version {version}" : "done")}{(run.Faults > 0 ? $" with {Phrases.Count(run.Faults, "fault", "faults")}" : "")}",
        _ => "nothing was made",
    };
}

/// <summary>What <c>briefing status</c> says about bounces.</summary>
internal static class BounceReport
{
    /// <summary>A line each; none where there has never been one.</summary>
    public static IEnumerable<string> LinesOf(BounceSummary summary)
    {
        if (summary is { Newest.IsEmpty: true, Suppressed: 0, Complained: 0 })
            yield break;
        yield return $"bounces: {LineOf(summary.Week)} in 7 days, {LineOf(summary.Month)} in 30 days";
        yield return $"  suppressed: {summary.Suppressed} for bounces, {summary.Complained} for complaints";
        foreach (var fault in summary.Newest)
            yield return $"  {fault.At:uuuu-MM-dd HH:mm:ss}Z  {BounceWords.Of(fault.Kind)} {fault.Status ?? "without a status"}  {fault.Delivery ?? "named by address only"}";
    }

    private static string LineOf(BounceTally tally) => $"{tally.Hard} hard, {tally.Soft} soft, {Phrases.Count(tally.Complaints, "complaint", "complaints")}";
}
