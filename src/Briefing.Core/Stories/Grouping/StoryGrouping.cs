using System.Collections.Immutable;

namespace Briefing.Core.Stories.Grouping;

/// <summary>Which articles tell of one event, by their <see cref="LeadTerms"/> alone.</summary>
public static class StoryGrouping
{
    /// <summary>For each article the number of its story: stories are numbered from 0 by their first article.</summary>
    public static ImmutableArray<int> Of(LeadStore leads) => Of(leads, Enumerable.Range(0, leads.Count).ToArray());

    /// <summary>For each article, in the order given, the number of its story: stories are numbered from 0 by their first article.</summary>
    /// <param name="articles">Which of the leads, by number.</param>
    /// <remarks>The order of the articles decides the numbers, never which of them stand together.</remarks>
    public static ImmutableArray<int> Of(LeadStore leads, IReadOnlyCollection<int> articles) => Of(leads, articles, StoryBars.Standard);

    /// <summary>The same by other bars; for choosing them.</summary>
    internal static ImmutableArray<int> Of(LeadStore leads, IReadOnlyCollection<int> articles, StoryBars bars)
    {
        if (articles.Count == 0)
            return [];

        // Sums of weights depend on the order of adding, so all is done in an order that the articles themselves decide.
        var ordered = articles.ToArray();
        var places = Enumerable.Range(0, ordered.Length).ToArray();
        Array.Sort(ordered, places, Comparer<int>.Create((a, b) => LeadTerms.Compare(leads[a], leads[b])));
        var vectors = new LeadVectors(leads, ordered, TermWeights.CountedIn(leads, ordered));
        var groups = StoryLinkage.Link(vectors, NearbyArticles.Find(vectors, bars), bars);

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
