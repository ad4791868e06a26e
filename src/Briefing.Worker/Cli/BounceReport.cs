using Briefing.Storage.Deliveries;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Cli;

/// <summary>What <c>briefing status</c> tells of bounces.</summary>
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

    private static string LineOf(BounceTally tally) => $"{tally.Hard} hard, {tally.Soft} soft, {Wording.Count(tally.Complaints, "complaint", "complaints")}";
}
