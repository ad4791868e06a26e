using System.Diagnostics;
using Briefing.Core;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using NodaTime;

namespace Briefing.Benchmarks.Continuity;

/// <summary>What comparing an edition with earlier ones costs, beside making it.</summary>
internal static class CompareCost
{
    private static readonly LocalDate Day = new(2026, 3, 10);

    public static void Run(int stories, int runs)
    {
        var news = new MadeUpNews(stories, outlets: 3);
        var earlier = new List<RememberedEdition>();
        for (var back = 14; back > 0; back--)
            earlier.Add(EditionMemory.Of(Make(news, Day.PlusDays(-back), earlier)));
        Console.WriteLine($"{earlier.Sum(edition => edition.Claims.Length)} claims in {earlier.Count} editions");
        foreach (var count in new[] { 0, 3, 10, 14 })
        {
            var remembered = earlier[^count..];
            var costs = Enumerable.Range(0, runs).Select(_ => Cost(news, remembered)).ToList();
            Console.WriteLine(
                $"{count,2} editions: {Median(costs.Select(cost => cost.All)):0} ms, of which comparing {Median(costs.Select(cost => cost.Compare)):0} ms");
        }
    }

    /// <summary>The edition of a day's made-up news.</summary>
    public static Edition Make(MadeUpNews news, LocalDate date, IReadOnlyList<RememberedEdition> earlier, Action<Stage>? done = null) =>
        Newsdesk.MakeEdition(
            new EditionPlan
            {
                Entry = "morning",
                Date = date,
                Title = "Daily Briefing",
                TimeZone = "Europe/London",
                GeneratedAt = Instant.FromUtc(2026, 3, 10, 6, 0),
                Topics = [],
                StoriesPerSection = 60,
                ClaimsPerStory = 10,
            },
            news.Of(date, Instant.FromUtc(2026, 3, 10, 6, 0)),
            earlier,
            done);

    private static (double All, double Compare) Cost(MadeUpNews news, IReadOnlyList<RememberedEdition> earlier)
    {
        using var process = Process.GetCurrentProcess();
        var (compare, last) = (0.0, process.TotalProcessorTime);
        var start = last;
        Make(news, Day, earlier, stage =>
        {
            process.Refresh();
            if (stage.Name == "compare")
                compare = (process.TotalProcessorTime - last).TotalMilliseconds;
            last = process.TotalProcessorTime;
        });
        process.Refresh();
        return ((process.TotalProcessorTime - start).TotalMilliseconds, compare);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
