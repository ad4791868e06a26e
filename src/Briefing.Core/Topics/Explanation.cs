using System.Collections.Immutable;
using Briefing.Core.Model;

namespace Briefing.Core.Topics;

/// <summary>Where a claim went and why, for the person who writes the topics.</summary>
/// <param name="Topic">The id of the topic it stands under; null for none.</param>
/// <param name="Reason">Why it stands there rather than where its own words point.</param>
/// <param name="Topics">Every topic that the claim's own words, or their surroundings, speak for or against.</param>
public sealed record FilingExplanation(Claim Claim, string? Topic, PlacementReason Reason, ImmutableArray<TopicExplanation> Topics);

public enum PlacementReason
{
    /// <summary>It is the claim's strongest topic.</summary>
    Strongest,

    /// <summary>It stays with its story: it is of no topic itself.</summary>
    StaysHome,

    /// <summary>It stays with its story: its own topic has too few claims there for an angle.</summary>
    TooFewForAngle,

    /// <summary>No topic takes it, and its story has none.</summary>
    NoTopic,

    /// <summary>The story's topic excludes it.</summary>
    Excluded,
}

/// <param name="Score">0 where <paramref name="TopicMatch"/> is none.</param>
/// <param name="Found">The words of the claim that speak for the topic, as printed.</param>
/// <param name="ByName">Names in it that stand for a required group.</param>
/// <param name="Missing">For each required group that it does not carry itself, the group's alternatives.</param>
/// <param name="LacksNearby">For each nearby group not found in it or close to it, the group's alternatives.</param>
/// <param name="ExcludedBy">The words that rule the topic out; empty for none.</param>
public sealed record TopicExplanation(
    string Topic,
    TopicMatch TopicMatch,
    double Score,
    ImmutableArray<string> Found,
    ImmutableArray<string> ByName,
    ImmutableArray<ImmutableArray<string>> Missing,
    ImmutableArray<ImmutableArray<string>> LacksNearby,
    ImmutableArray<string> ExcludedBy);

/// <summary>Tells in words what <see cref="StoryFiler"/> decided, from the first attribution of each claim.</summary>
internal sealed class StoryExplainer(TopicIndex index, Story story)
{
    private readonly StoryFiler _filer = StoryFiler.Of(index, story);

    public ImmutableArray<FilingExplanation> Explain()
    {
        var explanations = ImmutableArray.CreateBuilder<FilingExplanation>(story.Claims.Length);
        for (var claim = 0; claim < story.Claims.Length; claim++)
        {
            var place = _filer.Places[claim];
            explanations.Add(new FilingExplanation(
                story.Claims[claim],
                place < 0 ? null : index.Topics[place].Id,
                ReasonOf(_filer[claim], place),
                TopicsOf(_filer[claim])));
        }

        return explanations.MoveToImmutable();
    }

    private PlacementReason ReasonOf(ClaimFiling filing, int place)
    {
        if (place >= 0)
            return place == filing.Best ? PlacementReason.Strongest : filing.Best < 0 ? PlacementReason.StaysHome : PlacementReason.TooFewForAngle;
        if (_filer.Home >= 0)
            return PlacementReason.Excluded;
        return filing.Best >= 0 ? PlacementReason.TooFewForAngle : PlacementReason.NoTopic;
    }

    private ImmutableArray<TopicExplanation> TopicsOf(ClaimFiling filing)
    {
        var attribution = filing.Claim.Attributions[0];
        var article = _filer.ArticleOf(attribution.Article);
        var passage = article.Reading.PassageAt(attribution.Span);
        if (passage < 0)
            return [];
        var explanations = ImmutableArray.CreateBuilder<TopicExplanation>();
        for (var topic = 0; topic < index.Topics.Length; topic++)
        {
            var evidence = article.Reading.Passages[passage].Evidence[topic];
            if (filing.Scores[topic].TopicMatch != TopicMatch.None || !evidence.IsEmpty || evidence.IsExcluded)
                explanations.Add(Explain(topic, filing.Scores[topic], evidence, article, passage));
        }

        return explanations.ToImmutable();
    }

    private TopicExplanation Explain(int topic, TopicScore score, PassageEvidence evidence, FiledArticle article, int passage)
    {
        var words = article.Reading.Text.WordsFor(topic, article.Reading.Article.Passages[passage].Span, _filer.Names);
        return new TopicExplanation(
            index.Topics[topic].Id,
            score.TopicMatch,
            score.Score,
            words.Found,
            words.Names,
            Groups(index.Topics[topic].Required, evidence.Required),
            Groups(index.Topics[topic].Nearby, NearbyEvidence.Around(article.Reading, topic, passage)),
            words.Excluding);
    }

    // The groups whose bit is not set.
    private static ImmutableArray<ImmutableArray<string>> Groups(ImmutableArray<ImmutableArray<string>> groups, int found) =>
        [.. groups.Where((_, group) => (found & (1 << group)) == 0)];
}
