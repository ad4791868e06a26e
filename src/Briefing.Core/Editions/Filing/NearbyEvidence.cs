namespace Briefing.Core.Editions.Filing;

/// <summary>Which nearby groups stand in a passage, close to it, or in the headline and opening, which hold for the whole article.</summary>
internal static class NearbyEvidence
{
    /// <summary>
    /// How many passages before and after count as close by. On the labelled passages 2 misses a remark made three sentences
    /// after the journey it is about, and 4 or 6 find nothing more.
    /// </summary>
    private const int Reach = 3;

    /// <summary>The groups found, as a mask.</summary>
    public static int Around(ArticleReading reading, int topic, int at) =>
        reading.Headline.Evidence[topic].Nearby
        | reading.Passages[at].Evidence[topic].Nearby
        | Along(reading, topic, at, -1)
        | Along(reading, topic, at, +1)
        | Opening(reading, topic);

    private static int Opening(ArticleReading reading, int topic)
    {
        var found = 0;
        for (var at = 0; at < reading.OpeningLength; at++)
            found |= reading.Passages[at].Evidence[topic].Nearby;
        return found;
    }

    // Subheadings on the way are read, but do not count as a distance.
    private static int Along(ArticleReading reading, int topic, int at, int step)
    {
        var found = 0;
        var passages = 0;
        for (at += step; at >= 0 && at < reading.Passages.Length && passages < Reach; at += step)
        {
            found |= reading.Passages[at].Evidence[topic].Nearby;
            if (!reading.IsSubheading(at))
                passages++;
        }

        return found;
    }
}
