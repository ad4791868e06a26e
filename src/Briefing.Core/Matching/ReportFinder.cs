using System.Collections.Immutable;
using Briefing.Core.Extraction;
using Briefing.Core.Stories.Grouping;
using NodaTime;

namespace Briefing.Core.Matching;

/// <summary>Finds which articles are one account: an original and its reprints.</summary>
public static class ReportFinder
{
    /// <summary>
    /// Each article in exactly one report. The original is the earliest published; of several the one that credits an agency,
    /// then the fullest. Two texts whose headlines name other parties, each of which the other text does not know, are no copies,
    /// be their words ever so alike. The order of the articles decides only between equal texts. Linear in the number of articles.
    /// </summary>
    /// <param name="articles">In the order of their documents.</param>
    public static ImmutableArray<Report> Find(IReadOnlyList<Article> articles)
    {
        var wordings = new WordingStore();
        var search = new ReprintSearch(wordings, ReprintSearch.DenseSampling);
        var reader = new WordReader();
        foreach (var article in articles)
            search.Add(reader.Read(article.Text));

        var precedence = new Precedence(wordings, at => PublishedOf(articles[at]), at => articles[at].Agency is not null);
        var parties = articles.Select(article => NamedStates.Of(article.Headline, article.Text)).ToArray();
        var pairs = search.FindPairs();
        pairs.RemoveAll(pair => parties[pair.One].AreOthersThan(parties[pair.Other]));
        var originals = ReportGrouping.OriginalsOf(articles.Count, pairs, precedence);
        var groups = Enumerable.Range(0, articles.Count)
            .GroupBy(article => originals[article])
            .OrderBy(group => group.Key)
            .Select(group => group.Order(precedence).Select(article => articles[article]).ToImmutableArray());
        return [.. groups.Select((copies, at) => Origins.ReportOf($"r{at + 1}", copies))];
    }

    // Seconds since 1970, UTC. An article whose hour is not known goes after those of its day whose is.
    private static long PublishedOf(Article article)
    {
        if (article.Published is not { } published)
            return long.MaxValue;
        var instant = published.At ?? published.Date.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return instant.ToUnixTimeSeconds();
    }
}
