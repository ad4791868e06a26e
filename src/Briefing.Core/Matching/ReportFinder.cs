using System.Collections.Immutable;
using Briefing.Core.Extraction;

namespace Briefing.Core.Matching;

/// <summary>Finds which articles are one account: an original and its reprints.</summary>
public static class ReportFinder
{
    /// <summary>
    /// Each article in exactly one report. The original is the earliest published; of several the one that credits an agency,
    /// then the fullest. The order of the articles decides only between equal texts. Linear in the number of articles.
    /// </summary>
    /// <param name="articles">In the order of their documents.</param>
    public static ImmutableArray<Report> Find(IReadOnlyList<Article> articles)
    {
        var wordings = new WordingStore();
        var search = new ReprintSearch(wordings);
        var reader = new WordReader();
        foreach (var article in articles)
            search.Add(reader.Read(article.Text));

        var pairs = search.FindPairs();
        var ranks = Precedence.RanksOf(articles, wordings);
        var centers = ReportGrouping.CentersOf(ranks, pairs);
        var groups = Enumerable.Range(0, articles.Count)
            .GroupBy(article => centers[article])
            .Select(group => group.OrderBy(article => ranks[article]).ToArray())
            .OrderBy(group => group[0]);
        return [.. groups.Select((group, at) => Origins.ReportOf($"r{at + 1}", [.. group.Select(article => articles[article])]))];
    }
}
