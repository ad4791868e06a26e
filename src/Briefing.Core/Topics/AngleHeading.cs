using Briefing.Core.Model;

namespace Briefing.Core.Topics;

/// <summary>Finds an angle's heading among the words that its sources printed.</summary>
internal static class AngleHeading
{
    /// <summary>A longer claim makes a poor heading, where a shorter one of the angle does as well.</summary>
    private const int LongestGoodHeading = 140;

    /// <summary>
    /// The subheading over its claims that says most of the topic; else the headline of an article that is the topic's; else the
    /// angle's strongest claim.
    /// </summary>
    public static string Of(TopicIndex index, int topic, List<ClaimFiling> claims, IReadOnlyDictionary<string, FiledArticle> articles) =>
        Subheading(index, topic, claims, articles)
        ?? Headline(topic, articles)
        ?? LeadClaim(topic, claims);

    private static string? Subheading(TopicIndex index, int topic, List<ClaimFiling> claims, IReadOnlyDictionary<string, FiledArticle> articles)
    {
        var least = MinGroups(index, topic);
        return claims.SelectMany(claim => claim.Claim.Attributions)
            .Select(attribution => SubheadingOver(articles[attribution.Article.Id], attribution))
            .Where(found => found.Passage is not null)
            .Select(found => (found.Passage!.Text, IsByPeople: found.Article.MachineWritten is null, Groups: GroupsOf(found.Evidence![topic])))
            .Where(found => found.Groups >= least)
            .OrderByDescending(found => found.Groups)
            .ThenByDescending(found => found.IsByPeople)
            .ThenBy(found => found.Text.Length)
            .ThenBy(found => found.Text, StringComparer.Ordinal)
            .Select(found => found.Text)
            .FirstOrDefault();
    }

    private static (Passage? Passage, Article Article, PassageEvidence[]? Evidence) SubheadingOver(FiledArticle article, Attribution attribution)
    {
        for (var at = article.Reading.PassageAt(attribution.Span); at >= 0; at--)
        {
            if (attribution.Article.Passages[at].Kind == PassageKind.Subheading)
                return (article.Reading.Article.Passages[at], article.Reading.Article, article.Reading.Passages[at].Evidence);
        }

        return (null, attribution.Article, null);
    }

    private static string? Headline(int topic, IReadOnlyDictionary<string, FiledArticle> articles) =>
        articles.Values
            .Where(article => article.Opening.IsHeadlineOf[topic])
            .OrderBy(article => article.Reading.Article.MachineWritten is not null)
            .Select(article => article.Reading.Article.Headline)
            .FirstOrDefault();

    private static string LeadClaim(int topic, List<ClaimFiling> claims) =>
        claims
            .OrderByDescending(claim => claim.IsFirmly(topic))
            .ThenBy(claim => claim.Claim.IsQuotation)
            .ThenBy(claim => claim.Claim.Text.Length > LongestGoodHeading)
            .ThenByDescending(claim => claim.Scores[topic].Score)
            .First().Claim.Text;

    // More than half of what the topic asks for, and never nothing.
    private static int MinGroups(TopicIndex index, int topic) =>
        (index.Topics[topic].Required.Length + index.Topics[topic].Nearby.Length) / 2 + 1;

    private static int GroupsOf(PassageEvidence evidence) =>
        TopicIndex.CountOf(evidence.Required) + TopicIndex.CountOf(evidence.Nearby) + (evidence.Terms > 0 && evidence.Required == 0 ? 1 : 0);
}
