using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Text;
using NodaTime;

namespace Briefing.Core.Reprints;

/// <summary>Finds which articles are one account: an original and its reprints.</summary>
public static class ReprintFinder
{
    /// <summary>
    /// Each article in exactly one report. The original is the earliest published; of several the one that credits an agency,
    /// then the fullest. Two texts whose headlines name other parties, each of which the other text does not know, are no copies,
    /// be their words ever so alike. The order of the articles decides only between equal texts. Linear in the number of articles.
    /// </summary>
    /// <param name="articles">In the order of their documents.</param>
    public static ImmutableArray<Report> Find(IReadOnlyList<Article> articles)
    {
        var clauses = new TokenStore();
        var search = new ReprintSearch(clauses, ReprintSearch.DenseSampling);
        var reader = new Utf8Tokenizer();
        foreach (var article in articles)
            search.Add(reader.Read(article.Text));

        var precedence = new OriginalPreference(clauses, at => PublishedOf(articles[at]), at => articles[at].Agency is not null);
        var parties = articles.Select(article => HeadlineParties.Of(article.Headline, article.Text)).ToArray();
        var pairs = search.FindPairs();
        pairs.RemoveAll(pair => parties[pair.One].AreOthersThan(parties[pair.Other]));
        var originals = StarClustering.OriginalsOf(articles.Count, pairs, precedence);
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

/// <summary>
/// Which of several copies is the original: the earliest published; then one that credits an agency; then the fullest. Of
/// as full ones the one whose wording sorts first, so that the order given decides between equal texts only.
/// </summary>
/// <param name="published">Anything that orders instants or days; the largest value where the article does not say.</param>
/// <param name="creditsAgency">Whether an article names an agency as its author.</param>
public sealed class OriginalPreference(TokenStore clauses, Func<int, long> published, Func<int, bool> creditsAgency) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        var byTime = published(x).CompareTo(published(y));
        if (byTime != 0)
            return byTime;
        var byCredit = creditsAgency(y).CompareTo(creditsAgency(x));
        if (byCredit != 0)
            return byCredit;
        var byLength = clauses[y].Length.CompareTo(clauses[x].Length);
        if (byLength != 0)
            return byLength;
        var byClause = clauses[x].SequenceCompareTo(clauses[y]);
        return byClause != 0 ? byClause : x.CompareTo(y);
    }
}
