using Briefing.Core.Extraction.Lines;

namespace Briefing.Core.Extraction.Segments;

/// <summary>A named score of lines for or against standing inside an article.</summary>
/// <param name="Name">Printed by <c>briefing check --why</c>: lower-case words joined by hyphens.</param>
/// <param name="Score">In words of prose; below 0 against.</param>
internal sealed record SegmentScore(string Name, Func<PageLine, bool> Applies, Func<PageLine, double> Score);

/// <summary>
/// What each line says for or against being inside an article, in order: the first row that applies scores. The scores were chosen on
/// the labelled page dumps: a heading or a credit costs little, since articles have them; what stands below articles costs much.
/// </summary>
internal static class SegmentScores
{
    // A longer paragraph says no more than this: one of 200 words may be a page's terms of use.
    private const double MaxPerLine = 60;

    // News has grammatical words; lists of names and offers have few.
    private const double MinFunctionShare = 0.12;

    public static readonly SegmentScore[] All =
    [
        new("other-language", line => line.IsForeign, _ => -8),
        new("printed-twice", line => line is { Role: LineRole.Prose, Occurrences: > 1 }, _ => -3),
        new("paragraph", line => line.Role == LineRole.Prose, OfParagraph),
        new("list-point", line => line.Role == LineRole.Bullet, line => Math.Min(line.Measures.Words * 0.5, 20)),
        new("heading", line => line.Role is LineRole.Heading or LineRole.Label, _ => -3),
        new("head-matter", line => line.Role is LineRole.Caption or LineRole.Byline or LineRole.Stamp, _ => -1),
        new("credit", line => line.Role is LineRole.Credit or LineRole.Separator, _ => -2),
        new("interruption", line => line.Role is LineRole.MachineNotice or LineRole.RelatedLink or LineRole.Share or LineRole.Promotion, _ => -3),
        new("related-heading", line => line.Role == LineRole.RelatedHeading, _ => -25),
        new("comments-heading", line => line.Role == LineRole.CommentsHeading, _ => -60),
        new("consent", line => line.Role == LineRole.Consent, _ => -25),
        new("boilerplate", line => line.Role == LineRole.Boilerplate, _ => -12),
        new("navigation", _ => true, _ => -5),
    ];

    /// <summary>The first row that applies; the last one always does.</summary>
    public static SegmentScore For(PageLine line)
    {
        foreach (var score in All)
        {
            if (score.Applies(line))
                return score;
        }

        throw new InvalidOperationException("The last row applies to every line.");
    }

    /// <summary>How much a line reads like a paragraph of news, in words, whatever its role.</summary>
    public static double OfProse(PageLine line) => line.Occurrences > 1 ? -3 : OfParagraph(line);

    private static double OfParagraph(PageLine line)
    {
        var measures = line.Measures;
        var score = Math.Min(measures.Words, MaxPerLine);
        if (measures.FunctionShare < MinFunctionShare && !line.Words.IsSpaceless && line.Language.Code is not null)
            score *= 0.5;
        // Speaking to the reader outside quotations is how sites and comments talk, and reviews; news seldom does.
        if (measures.Addressing > 0)
            score *= Math.Max(0.3, 1 - measures.Addressing * 3.0 / measures.Words);
        return measures.Words < 8 ? score * 0.7 : score;
    }
}
