using System.Collections.Immutable;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Stories;

/// <summary>Finds which reports report one event, also where they share no sentence.</summary>
public static class StoryFinder
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The reports by event. Groups stand in the order of their first report in the input.</summary>
    /// <returns>Each group in order of publication, the undated last, then as given.</returns>
    public static ImmutableArray<ImmutableArray<Report>> Group(IReadOnlyList<Report> reports)
    {
        var reader = new LeadReader();
        var leads = new LeadStore();
        foreach (var report in reports)
            leads.Add(Read(reader, report));
        var stories = StoryClustering.Of(leads);
        return
        [
            .. reports
                .Select((report, at) => (Report: report, Story: stories[at]))
                .GroupBy(entry => entry.Story, entry => entry.Report)
                .Select(story => story.OrderBy(report => DayOf(report) ?? int.MaxValue).ToImmutableArray()),
        ];
    }

    private static LeadTerms Read(LeadReader reader, Report report)
    {
        var article = report.Original.Article;
        return reader.Read(article.Headline, article.Text, DayOf(report));
    }

    private static int? DayOf(Report report) =>
        report.Original.Article.Published is { } published ? Period.DaysBetween(Epoch, published.Date) : null;
}

/// <summary>Which articles report one event, by their <see cref="LeadTerms"/> alone.</summary>
public static class StoryClustering
{
    /// <summary>For each article the number of its story: stories are numbered from 0 by their first article.</summary>
    public static ImmutableArray<int> Of(LeadStore leads) => Of(leads, Enumerable.Range(0, leads.Count).ToArray());

    /// <summary>For each article, in the order given, the number of its story: stories are numbered from 0 by their first article.</summary>
    /// <param name="articles">Which of the leads, by number.</param>
    /// <remarks>The order of the articles decides the numbers, never which of them stand together.</remarks>
    public static ImmutableArray<int> Of(LeadStore leads, IReadOnlyCollection<int> articles) => Of(leads, articles, StoryThresholds.Standard);

    /// <summary>The same by other bars; for choosing them.</summary>
    internal static ImmutableArray<int> Of(LeadStore leads, IReadOnlyCollection<int> articles, StoryThresholds bars)
    {
        if (articles.Count == 0)
            return [];

        // Sums of weights depend on the order of adding, so all is done in an order that the articles themselves decide.
        var ordered = articles.ToArray();
        var places = Enumerable.Range(0, ordered.Length).ToArray();
        Array.Sort(ordered, places, Comparer<int>.Create((a, b) => LeadTerms.Compare(leads[a], leads[b])));
        var vectors = new LeadVectors(leads, ordered, TermWeights.CountedIn(leads, ordered));
        var groups = AverageLinkage.Link(vectors, NeighbourIndex.Find(vectors, bars), bars);

        var group = new int[ordered.Length];
        for (var at = 0; at < ordered.Length; at++)
            group[places[at]] = groups[at];
        return Number(group);
    }

    private static ImmutableArray<int> Number(int[] groups)
    {
        var numbers = new Dictionary<int, int>();
        return
        [
            .. groups.Select(group =>
            {
                numbers.TryAdd(group, numbers.Count);
                return numbers[group];
            }),
        ];
    }
}
