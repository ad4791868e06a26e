namespace Briefing.Core.Topics;

/// <summary>
/// Decides, passage by passage in reading order, how each belongs to each topic: by its own words, by what they refer to, or by
/// the heading it stands under.
/// </summary>
/// <remarks>
/// The numbers order the kinds of evidence and break ties; they are no probabilities. What a passage says itself outweighs what
/// stands around it, whatever the bonuses: kinds are at least .3 apart for every decision that the bonuses must not turn.
/// Measured on the table beside the tests (docs/decisions/0007-filing.md).
/// </remarks>
internal sealed class PassageFiler
{
    private const double DirectScore = 3.0;
    private const double ReferredScore = 2.6;
    private const double ContinuedScore = 2.2;

    private const double PartUnderHeadingScore = 1.8;
    private const double BareUnderHeadingScore = 1.0;

    private const double NearbyInsideBonus = 0.3;
    private const double SubheadingBonus = 0.4;
    private const double HeadlineBonus = 0.2;
    private const double BonusPerWeight = 0.02;
    private const double MaxWeightBonus = 0.12;

    private readonly TopicIndex _index;
    private readonly ArticleReading _reading;
    private readonly int _topics;
    private readonly TopicScore[][] _scores;
    private readonly ArticleOpening _opening;


    private PassageFiler(TopicIndex index, ArticleReading reading)
    {
        _index = index;
        _reading = reading;
        _topics = index.Topics.Length;
        _scores = new TopicScore[reading.Passages.Length][];
        _opening = ArticleOpening.Of(index, reading);
    }

    /// <summary>For each passage of the article a score for each topic.</summary>
    public static FiledArticle File(TopicIndex index, ArticleReading reading)
    {
        var filer = new PassageFiler(index, reading);
        filer.ScoreAll();
        return new FiledArticle(reading, filer._opening, filer._scores);
    }

    /// <summary>The topic with the highest score, the earlier one where two are equal; −1 where there is none.</summary>
    public static int Best(ReadOnlySpan<TopicScore> scores)
    {
        var best = -1;
        for (var topic = 0; topic < scores.Length; topic++)
        {
            if (scores[topic].Score > 0 && (best < 0 || scores[topic].Score > scores[best].Score))
                best = topic;
        }

        return best;
    }

    private void ScoreAll()
    {
        var subheading = -1;
        var previous = -1;
        for (var at = 0; at < _scores.Length; at++)
        {
            var scores = _scores[at] = new TopicScore[_topics];
            if (_reading.IsSubheading(at))
            {
                (subheading, previous) = (at, -1);
                continue;
            }

            for (var topic = 0; topic < _topics; topic++)
                scores[topic] = Score(topic, at, previous, subheading);
            previous = at;
        }
    }

    private TopicScore Score(int topic, int at, int previous, int subheading)
    {
        var evidence = _reading.Passages[at].Evidence[topic];
        if (evidence.IsExcluded)
            return default;
        var underSubheading = subheading >= 0 && IsSubheadingOf(subheading, topic);
        var underHeadline = _opening.IsHeadlineOf[topic];
        var (match, score) = Kind(topic, at, previous, underSubheading || underHeadline || _opening.Topic == topic);
        if (match == TopicMatch.None)
            return default;
        if ((evidence.Nearby == _index.AllNearby(topic)) && match >= TopicMatch.Referred)
            score += NearbyInsideBonus;
        if (underSubheading)
            score += SubheadingBonus;
        if (underHeadline)
            score += HeadlineBonus;
        score += Math.Min(MaxWeightBonus, BonusPerWeight * evidence.Weight);
        return new TopicScore(match, score);
    }

    private TopicScore Kind(int topic, int at, int previous, bool underHeading)
    {
        var reading = _reading.Passages[at];
        var evidence = reading.Evidence[topic];
        var required = _index.AllRequired(topic);
        var minimum = _index.Topics[topic].Minimum;
        if (evidence.Required == required && evidence.Weight >= minimum && HasNearby(topic, at))
            return new TopicScore(TopicMatch.Direct, DirectScore);
        if (previous >= 0 && RefersTo(previous, topic, reading.RefersBack))
        {
            if (!evidence.IsEmpty && CompletedBy(previous, topic, evidence) && HasNearby(topic, at))
                return new TopicScore(TopicMatch.Referred, ReferredScore);
            if (_scores[previous][topic].TopicMatch >= TopicMatch.Continued && Best(_scores[previous]) == topic && !SpeaksOfAnother(reading, topic))
                return new TopicScore(TopicMatch.Continued, ContinuedScore);
        }

        if (!underHeading)
            return default;
        return new TopicScore(TopicMatch.UnderHeading, evidence.IsEmpty ? BareUnderHeadingScore : PartUnderHeadingScore);
    }

    private bool RefersTo(int previous, int topic, AnaphoraKind reference) => reference switch
    {
        AnaphoraKind.ToPrevious => true,
        AnaphoraKind.ToBothParties => TopicIndex.CountOf(_reading.Passages[previous].Evidence[topic].ByName) > 1,
        _ => false,
    };

    private bool CompletedBy(int previous, int topic, PassageEvidence evidence)
    {
        var before = _reading.Passages[previous].Evidence[topic];
        return (evidence.Required | before.Required) == _index.AllRequired(topic)
            && evidence.Weight + before.Weight >= _index.Topics[topic].Minimum;
    }

    // It says nothing of this topic, but names what another one requires or has a word of the article's own.
    private bool SpeaksOfAnother(PassageReading reading, int topic)
    {
        if (!reading.Evidence[topic].IsEmpty)
            return false;
        for (var other = 0; other < reading.Evidence.Length; other++)
        {
            if (other != topic && (reading.Evidence[other].Required != 0 || (other == _opening.Topic && !reading.Evidence[other].IsEmpty)))
                return true;
        }

        return false;
    }

    private bool HasNearby(int topic, int at) => NearbyEvidence.Around(_reading, topic, at) == _index.AllNearby(topic);

    // A subheading says part of it and leaves the rest to the headline: "The visit to China" under "The minister in Asia".
    private bool IsSubheadingOf(int subheading, int topic)
    {
        var own = _reading.Passages[subheading].Evidence[topic];
        var headline = _reading.Headline.Evidence[topic];
        return !own.IsEmpty && !own.IsExcluded
            && (own.Required | headline.Required) == _index.AllRequired(topic)
            && own.Weight + headline.Weight >= _index.Topics[topic].Minimum
            && HasNearby(topic, subheading);
    }
}

/// <summary>How a passage belongs to a topic, weakest first.</summary>
public enum TopicMatch
{
    None,

    /// <summary>It says nothing of any topic; it stays with its story.</summary>
    Home,

    /// <summary>A heading above it, or the article's opening, is of the topic.</summary>
    UnderHeading,

    /// <summary>It goes on with what the passage before it told.</summary>
    Continued,

    /// <summary>It says part of what is required; the rest stands in the passage that its words refer to.</summary>
    Referred,

    /// <summary>It says all that is required.</summary>
    Direct,
}

/// <summary>A passage's belonging to one topic.</summary>
/// <param name="Score">Comparable between topics; 0 for <see cref="TopicMatch.None"/>.</param>
internal readonly record struct TopicScore(TopicMatch TopicMatch, double Score);
