namespace Briefing.Core.Extraction;

/// <summary>Finds the line that is a run's headline: before its text, or after a lead-in that stands above the headline.</summary>
internal static class HeadlineFinder
{
    private const int Reach = 24;
    private const double Least = 1.2;

    /// <summary>Null where no line fits. Never looks above line <paramref name="floor"/>.</summary>
    public static PageLine? Find(List<PageLine> lines, Segment segment, int floor)
    {
        var keys = ArticleFinder.KeysOf(lines, segment);
        PageLine? best = null;
        var bestScore = Least;
        var firstText = FirstText(lines, segment);
        for (var at = Math.Max(floor, firstText - Reach); at < firstText; at++)
        {
            var score = Score(lines, at, firstText, keys);
            if (score > bestScore)
                (best, bestScore) = (lines[at], score);
        }

        best ??= BelowLeadIn(lines, segment, firstText, keys);
        return best is null ? null : FirstOfSame(lines, best, Math.Max(floor, firstText - Reach));
    }

    private static int FirstText(List<PageLine> lines, Segment segment)
    {
        for (var at = segment.First; at <= segment.Last; at++)
        {
            if (lines[at].Role is LineRole.Prose or LineRole.Bullet && !lines[at].IsForeign)
                return at;
        }

        return segment.First;
    }

    // A summary may stand above the headline: then a long heading follows the first paragraph or two.
    private static PageLine? BelowLeadIn(List<PageLine> lines, Segment segment, int firstText, HashSet<uint> keys)
    {
        var paragraphs = 0;
        for (var at = firstText; at <= segment.Last && paragraphs < 3; at++)
        {
            if (lines[at].Role == LineRole.Prose)
                paragraphs++;
            else if (lines[at].Role == LineRole.Heading && lines[at].Measures.Words >= 6 && ContentKeys.ShareIn(lines[at].ContentKeys, keys) >= 0.4)
                return lines[at];
        }

        return null;
    }

    private static double Score(List<PageLine> lines, int at, int firstText, HashSet<uint> keys)
    {
        var line = lines[at];
        var measures = line.Measures;
        if (line.IsForeign || !MayBeHeadline(line))
            return double.NegativeInfinity;
        var score = measures.Words switch
        {
            <= 1 => -3.0,
            2 => -1.5,
            3 => -0.5,
            <= 24 => 1.0,
            _ => -1.0,
        };
        score += 5 * ContentKeys.ShareIn(line.ContentKeys, keys);
        score -= 0.12 * (firstText - at);
        if (line.Occurrences > 1)
            score += 0.5;
        if (line.Block is { HeadingLevel: > 0 } block)
            score += 2.5 - block.HeadingLevel * 0.5;
        for (var next = at + 1; next < firstText; next++)
        {
            // Links to other articles between a line and the text make it one of them.
            if (lines[next].Role is LineRole.RelatedHeading)
                score -= 1.5;
            if (lines[next].Role is LineRole.Byline && next - at <= 3)
                score += 0.7;
        }

        return score;
    }

    private static bool MayBeHeadline(PageLine line) => line.Role switch
    {
        LineRole.Heading or LineRole.Label => true,
        LineRole.Prose => line.Measures.Words <= 22,
        LineRole.RelatedLink or LineRole.Byline or LineRole.Boilerplate or LineRole.Promotion => line.Block is { HeadingLevel: 1 },
        _ => false,
    };

    private static PageLine FirstOfSame(List<PageLine> lines, PageLine headline, int floor)
    {
        for (var at = floor; at < headline.Index; at++)
        {
            if (headline.Index - at <= 12 && string.Equals(lines[at].Words.Key, headline.Words.Key, StringComparison.Ordinal))
                return lines[at];
        }

        return headline;
    }
}
