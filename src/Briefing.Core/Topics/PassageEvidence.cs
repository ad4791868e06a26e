namespace Briefing.Core.Topics;

/// <summary>What one passage, or a heading, says of one topic.</summary>
internal record struct PassageEvidence
{
    /// <summary>Required groups that it names in words.</summary>
    public int Named { get; set; }

    /// <summary>Required groups that a name in it stands for.</summary>
    public int ByName { get; set; }

    /// <summary>Nearby groups that it carries.</summary>
    public int Nearby { get; set; }

    /// <summary>The weights of the different terms in it.</summary>
    public double Terms { get; set; }

    public bool IsExcluded { get; set; }

    public readonly int Required => Named | ByName;

    /// <summary>Each required group found counts 1.</summary>
    public readonly double Weight => TopicIndex.CountOf(Required) + Terms;

    public readonly bool IsEmpty => Required == 0 && Terms == 0;
}

/// <summary>A passage, or a heading, read for all topics.</summary>
/// <param name="Evidence">One for each topic.</param>
/// <param name="RefersBack">Whether its words need what stands before it.</param>
internal sealed record PassageReading(PassageEvidence[] Evidence, AnaphoraKind RefersBack)
{
    public static PassageReading Of(TopicIndex index, IntroducedNames names, TokenRange range)
    {
        var evidence = new PassageEvidence[index.Topics.Length];
        for (var at = 0; at < range.Hits.Count; at++)
        {
            var hit = range.Hits[at];
            if (hit.First < range.From || hit.Last >= range.To)
                continue;
            var repeated = range.HasEarlier(at);
            foreach (var part in index.PartsOf(hit.Phrase))
                Count(ref evidence[part.Topic], part, repeated);
        }

        for (var at = range.From; at < range.To; at++)
        {
            if (names.StandsFor(range.Tokens[at].Word) is not { } groups)
                continue;
            foreach (var (topic, group) in groups)
                evidence[topic].ByName |= 1 << group;
        }

        return new PassageReading(evidence, Anaphora.Of(range));
    }

    private static void Count(ref PassageEvidence evidence, PhrasePart part, bool repeated)
    {
        switch (part.Role)
        {
            case PhraseRole.Required:
                evidence.Named |= 1 << part.Group;
                break;
            case PhraseRole.Nearby:
                evidence.Nearby |= 1 << part.Group;
                break;
            case PhraseRole.Term when !repeated:
                evidence.Terms += part.Weight;
                break;
            case PhraseRole.Excluded:
                evidence.IsExcluded = true;
                break;
        }
    }
}

/// <summary>A part of a text's tokens, with the phrases found in the whole text.</summary>
internal readonly record struct TokenRange(string Text, List<FilingToken> Tokens, List<PhraseHit> Hits, int From, int To)
{
    /// <summary>Whether the same phrase was found before in the range.</summary>
    public bool HasEarlier(int hit)
    {
        for (var at = hit - 1; at >= 0 && Hits[at].First >= From; at--)
        {
            if (Hits[at].Phrase == Hits[hit].Phrase)
                return true;
        }

        return false;
    }
}

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
