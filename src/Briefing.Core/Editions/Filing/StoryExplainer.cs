using System.Collections.Immutable;
using Briefing.Core.Stories;

namespace Briefing.Core.Editions.Filing;

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
            if (filing.Scores[topic].Standing != Standing.None || !evidence.IsEmpty || evidence.IsExcluded)
                explanations.Add(Explain(topic, filing.Scores[topic], evidence, article, passage));
        }

        return explanations.ToImmutable();
    }

    private TopicExplanation Explain(int topic, TopicScore score, PassageEvidence evidence, FiledArticle article, int passage)
    {
        var words = article.Reading.Text.WordsFor(topic, article.Reading.Article.Passages[passage].Span, _filer.Names);
        return new TopicExplanation(
            index.Topics[topic].Id,
            score.Standing,
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
