using Briefing.Core.Extraction.Lines;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Segments;

/// <summary>Finds the line that is a run's headline: before its text, or after a lead-in that stands above the headline.</summary>
internal static class HeadlineFinder
{
    private const int Reach = 24;
    private const double Least = 1.5;
    private const double TitleBonus = 4;

    /// <summary>Null where no line fits. Never looks above line <paramref name="floor"/>.</summary>
    /// <param name="title">What a page's markup calls it; null for plain text.</param>
    public static PageLine? Find(List<PageLine> lines, Segment segment, int floor, string? title)
    {
        var titleKey = title is null ? null : LineWords.Of(title).Key;
        var keys = ArticleFinder.KeysOf(lines, segment);
        PageLine? best = null;
        var bestScore = Least;
        var firstText = FirstText(lines, segment);
        for (var at = Math.Max(floor, firstText - Reach); at < firstText; at++)
        {
            var score = Score(lines, at, firstText, keys) + (IsTitle(lines[at], titleKey) ? TitleBonus : 0);
            if (score > bestScore)
                (best, bestScore) = (lines[at], score);
        }

        best = best is null ? null : AboveSubtitle(lines, best, floor, keys);
        best = best is null ? null : WithoutSite(lines, best, firstText);
        best ??= SentenceAboveCredits(lines, segment, firstText) ?? BelowLeadIn(lines, segment, firstText, keys);
        return best is null ? null : FirstOfSame(lines, best, Math.Max(floor, firstText - Reach));
    }

    // "Headline - Site": the page's title opens with its headline.
    private static bool IsTitle(PageLine line, string? titleKey) =>
        titleKey is not null && line.Words.Count >= 2 && titleKey.StartsWith(line.Words.Key, StringComparison.Ordinal);

    private static int FirstText(List<PageLine> lines, Segment segment)
    {
        for (var at = segment.First; at <= segment.Last; at++)
        {
            if (lines[at].Role is LineRole.Prose or LineRole.Bullet && !lines[at].IsForeign)
                return at;
        }

        return segment.First;
    }

    // Of two headings one above the other the upper is the headline and the lower its subtitle.
    private static PageLine AboveSubtitle(List<PageLine> lines, PageLine best, int floor, HashSet<uint> keys)
    {
        const double OwnWords = 0.4;
        for (var at = best.Index - 1; at >= Math.Max(floor, best.Index - 2); at--)
        {
            var line = lines[at];
            if (line.Role == LineRole.Heading)
                return line.Measures.Words >= 5 && best.Block?.HeadingLevel is not 1 && ContentKeys.ShareIn(line.ContentKeys, keys) >= OwnWords ? line : best;
            if (line.Role is not (LineRole.Stamp or LineRole.CommentsHeading or LineRole.Share))
                break;
        }

        return best;
    }

    // A headline in the form of a sentence: a byline or date stands between it and the text.
    private static PageLine? SentenceAboveCredits(List<PageLine> lines, Segment segment, int firstText)
    {
        if (lines[firstText] is not { Role: LineRole.Prose, Measures.Words: <= 22 })
            return null;
        for (var at = firstText + 1; at <= Math.Min(segment.Last, firstText + 3); at++)
        {
            if (lines[at].Role is LineRole.Byline or LineRole.Stamp)
                return lines[firstText];
            if (lines[at].Role == LineRole.Prose)
                return null;
        }

        return null;
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
            <= 1 => -4.0,
            2 => -2.5,
            3 => -1,
            4 => 1,
            <= 24 => 2,
            _ => -1,
        };
        var ownWords = ContentKeys.ShareIn(line.ContentKeys, keys);
        score += 4 * ownWords;
        if (ownWords == 0 && line.ContentKeys.Length >= 3)
            score -= 1;
        score -= 0.08 * (firstText - at);
        if (line.Role == LineRole.Prose)
            score -= 0.7;
        if (line.Block is { HeadingLevel: > 0 } block)
            score += 2.5 - block.HeadingLevel * 0.5;
        if (IsHeading(lines, at - 1) && IsHeading(lines, at + 1))
            score -= 1;
        for (var next = at + 1; next < firstText; next++)
        {
            // Links to other articles between a line and the text make it one of them; a byline or date makes it the headline.
            if (lines[next].Role is LineRole.RelatedHeading)
                score -= 1.5;
            else if (lines[next].Role is LineRole.Byline or LineRole.Stamp && next - at <= 5)
                return score + 1.2;
        }

        return score;
    }

    // "Headline | The Harbour Post" is the page's title where the same words stand below it alone.
    private static PageLine WithoutSite(List<PageLine> lines, PageLine best, int firstText)
    {
        const int Fewest = 4;
        for (var at = best.Index + 1; at < firstText; at++)
        {
            var line = lines[at];
            if (line.Role == LineRole.Heading && line.Words.Count >= Fewest && best.Text.StartsWith(line.Text, StringComparison.Ordinal)
                && best.Text.AsSpan(line.Text.Length).TrimStart() is ['|' or '-' or '\u2013' or '\u2014' or '\u00B7', ..])
                return line;
        }

        return best;
    }

    private static bool IsHeading(List<PageLine> lines, int at) => at >= 0 && at < lines.Count && lines[at].Role == LineRole.Heading;

    private static bool MayBeHeadline(PageLine line) => line.Role switch
    {
        LineRole.Heading or LineRole.Label => !line.Text.Contains('@'),
        LineRole.Prose => line.Measures.Words <= 22,
        LineRole.RelatedLink or LineRole.Byline or LineRole.Boilerplate or LineRole.Promotion => line.Block is { HeadingLevel: 1 },
        _ => false,
    };

    private static PageLine FirstOfSame(List<PageLine> lines, PageLine headline, int floor)
    {
        for (var at = floor; at < headline.Index; at++)
        {
            if (headline.Index - at <= 12 && lines[at].KeyHash == headline.KeyHash)
                return lines[at];
        }

        return headline;
    }
}
