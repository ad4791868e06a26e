using Briefing.Core.Model;

namespace Briefing.Core.Topics;

/// <summary>A claim with what its passages, in all its articles, say for each topic.</summary>
/// <param name="Scores">One for each topic.</param>
/// <param name="IsExcluded">For each topic, whether most of its passages carry a phrase that the topic excludes.</param>
internal sealed record ClaimFiling(Claim Claim, TopicScore[] Scores, bool[] IsExcluded)
{
    // A wording that is not the claim's own may tell other things beside it: it breaks ties, and no more.
    private const double LooseWordingWeight = 0.1;

    /// <summary>Its strongest topic; −1 where it has none.</summary>
    public int Best { get; } = PassageFiler.Best(Scores);

    /// <summary>Whether its own words, with what they refer to, make it the topic's.</summary>
    public bool IsFirmly(int topic) => Scores[topic].TopicMatch >= TopicMatch.Referred;

    public static ClaimFiling Of(TopicIndex index, Claim claim, IReadOnlyDictionary<string, FiledArticle> articles)
    {
        var topics = index.Topics.Length;
        var sums = new double[topics];
        var excluded = new double[topics];
        var matches = new TopicMatch[topics];
        var total = 0.0;
        foreach (var attribution in claim.Attributions)
        {
            var article = articles[attribution.Article.Id];
            var passage = article.Reading.PassageAt(attribution.Span);
            if (passage < 0)
                continue;
            var weight = attribution.Exact ? 1 : LooseWordingWeight;
            total += weight;
            for (var topic = 0; topic < topics; topic++)
            {
                var score = article.Scores[passage][topic];
                sums[topic] += weight * score.Score;
                if (score.TopicMatch > matches[topic])
                    matches[topic] = score.TopicMatch;
                if (article.Reading.Passages[passage].Evidence[topic].IsExcluded)
                    excluded[topic] += weight;
            }
        }

        var scores = new TopicScore[topics];
        if (total > 0)
        {
            for (var topic = 0; topic < topics; topic++)
                scores[topic] = new TopicScore(matches[topic], sums[topic] / total);
        }

        return new ClaimFiling(claim, scores, Array.ConvertAll(excluded, weight => weight * 2 > total));
    }
}

/// <summary>An article with what its opening is about and its passages' scores.</summary>
/// <param name="Scores">For each passage one for each topic; zero for subheadings.</param>
internal sealed record FiledArticle(ArticleReading Reading, ArticleOpening Opening, TopicScore[][] Scores);
