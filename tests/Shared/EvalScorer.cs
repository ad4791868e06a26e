using System.Diagnostics;
using System.Text.Json;

namespace Briefing.Tests.Shared;

/// <summary>The scorers of the labelled sets (Python, standard library only), which are the measure agreed on.</summary>
internal static class EvalScorer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="scorer">"score_clustering.py".</param>
    /// <returns>The scorer's figures by their names.</returns>
    public static Dictionary<string, double> Score(string scorer, string goldPath, string predictionPath)
    {
        var start = new ProcessStartInfo("python3") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { SharedData.PathOf("eval", "score", scorer), goldPath, predictionPath, "--json" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{scorer} did not end within {Patience}.");
        }

        Assert.True(process.ExitCode == 0, $"{scorer} failed: {errors.Result}");
        using var json = JsonDocument.Parse(output.Result);
        return json.RootElement.EnumerateObject()
            .Where(figure => figure.Value.ValueKind == JsonValueKind.Number)
            .ToDictionary(figure => figure.Name, figure => figure.Value.GetDouble(), StringComparer.Ordinal);
    }
}
