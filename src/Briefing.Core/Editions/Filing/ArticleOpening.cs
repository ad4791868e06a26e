namespace Briefing.Core.Editions.Filing;

/// <summary>What an article's beginning says it is about.</summary>
/// <param name="IsHeadlineOf">For each topic, whether the headline is of it.</param>
/// <param name="Topic">
/// The topic of the opening: the headline's, else the lead's, else what headline and first passages say together.
/// −1 where it has none.
/// </param>
internal sealed record ArticleOpening(bool[] IsHeadlineOf, int Topic)
{
    public static ArticleOpening Of(TopicIndex index, ArticleReading reading)
    {
        var isHeadlineOf = new bool[index.Topics.Length];
        for (var topic = 0; topic < isHeadlineOf.Length; topic++)
            isHeadlineOf[topic] = Says(index, topic, reading.Headline.Evidence[topic], NearbyOf(reading, topic));
        var opening = Strongest(index, reading, topic => isHeadlineOf[topic]);
        if (opening < 0)
            opening = Strongest(index, reading, topic => reading.Passages.Length > 0 && Says(index, topic, reading.Passages[reading.Lead].Evidence[topic], NearbyOf(reading, topic)));
        if (opening < 0)
            opening = Strongest(index, reading, topic => Says(index, topic, Together(reading, topic), NearbyOf(reading, topic)));
        return new ArticleOpening(isHeadlineOf, opening);
    }

    private static bool Says(TopicIndex index, int topic, PassageEvidence evidence, int nearby) =>
        !evidence.IsExcluded
        && evidence.Required == index.AllRequired(topic)
        && evidence.Weight >= index.Topics[topic].Minimum
        && nearby == index.AllNearby(topic);

    private static int Strongest(TopicIndex index, ArticleReading reading, Func<int, bool> says)
    {
        var strongest = -1;
        var most = 0.0;
        for (var topic = 0; topic < index.Topics.Length; topic++)
        {
            if (!says(topic))
                continue;
            var weight = Together(reading, topic).Weight;
            if (strongest < 0 || weight > most)
                (strongest, most) = (topic, weight);
        }

        return strongest;
    }

    private static int NearbyOf(ArticleReading reading, int topic) => Together(reading, topic).Nearby;

    private static PassageEvidence Together(ArticleReading reading, int topic)
    {
        var together = reading.Headline.Evidence[topic];
        for (var at = 0; at < reading.OpeningLength; at++)
        {
            var evidence = reading.Passages[at].Evidence[topic];
            together.Named |= evidence.Named;
            together.ByName |= evidence.ByName;
            together.Nearby |= evidence.Nearby;
            together.Terms = Math.Max(together.Terms, evidence.Terms);
            together.IsExcluded |= evidence.IsExcluded;
        }

        return together;
    }
}
