using System.Collections.Immutable;

namespace Briefing.Core.Stories.Grouping;

/// <summary>Which articles tell of one event, by their <see cref="LeadTerms"/> alone.</summary>
public static class StoryGrouping
{
    /// <summary>For each article, in the order given, the number of its story: stories are numbered from 0 by their first article.</summary>
    /// <remarks>The order of the articles decides the numbers, never which of them stand together.</remarks>
    public static ImmutableArray<int> Of(IReadOnlyList<LeadTerms> articles) => Of(articles, StoryBars.Standard);

    /// <summary>The same by other bars; for choosing them.</summary>
    internal static ImmutableArray<int> Of(IReadOnlyList<LeadTerms> articles, StoryBars bars)
    {
        if (articles.Count == 0)
            return [];

        // Sums of weights depend on the order of adding, so all is done in an order that the articles themselves decide.
        var order = Enumerable.Range(0, articles.Count).Order(Comparer<int>.Create((a, b) => LeadTerms.Compare(articles[a], articles[b]))).ToArray();
        var weights = TermWeights.CountedIn(articles);
        var leads = Array.ConvertAll(order, at => WeightedLead.Of(articles[at], weights));
        var groups = StoryLinkage.Link(leads, NearbyArticles.Find(leads, bars), bars);

        var group = new int[articles.Count];
        for (var place = 0; place < order.Length; place++)
            group[order[place]] = groups[place];
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
