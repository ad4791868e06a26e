namespace Briefing.Core.Extraction;

/// <summary>Cuts a run of text where another article's head stands in it.</summary>
internal static class ArticleSplitter
{
    // Evidence for a new article, in points; measured on dumps written for the purpose and on the labelled pages, which hold one each.
    private const double Enough = 3.5;
    private const int FewestParagraphs = 2;

    public static List<Segment> Split(List<PageLine> lines, Segment segment)
    {
        var pieces = new List<Segment>();
        var first = segment.First;
        for (var at = segment.First + 1; at < segment.Last; at++)
        {
            if (lines[at].Role != LineRole.Heading || lines[at].IsForeign || lines[at].Measures.Words < 4)
                continue;
            if (Paragraphs(lines, first, at - 1) < FewestParagraphs || Paragraphs(lines, at + 1, segment.Last) < FewestParagraphs)
                continue;
            if (Evidence(lines, first, at, segment.Last) < Enough)
                continue;
            pieces.Add(new Segment(first, at - 1));
            first = at;
            at = SkipHead(lines, at, segment.Last);
        }

        pieces.Add(new Segment(first, segment.Last));
        return pieces;
    }

    /// <summary>Points for a headline by what follows it: the same line again, a byline, a date, a dateline.</summary>
    public static double HeadEvidence(List<PageLine> lines, int headline, int last)
    {
        var evidence = 0.0;
        var repeated = false;
        var credited = false;
        for (var at = headline + 1; at <= Math.Min(last, headline + 10); at++)
        {
            var line = lines[at];
            repeated |= string.Equals(line.Words.Key, lines[headline].Words.Key, StringComparison.Ordinal);
            credited |= line.Role == LineRole.Byline || (line.Role == LineRole.Stamp && line.Text.Length > 8);
            if (line.Role != LineRole.Prose || line.IsForeign)
                continue;
            if (DatelineReader.Read(line.Text) is not null)
                evidence += 3;
            break;
        }

        return evidence + (repeated ? 3 : 0) + (credited ? 2 : 0);
    }

    private static double Evidence(List<PageLine> lines, int first, int headline, int last)
    {
        var line = lines[headline];
        var evidence = HeadEvidence(lines, headline, last);
        evidence += line.Measures.Words >= 6 ? 1.5 : line.Measures.Words <= 4 ? -2 : 0;
        if (line.BlankLinesBefore >= 2)
            evidence += 1;
        var before = ContentKeys.ShareIn(line.ContentKeys, ArticleFinder.KeysOf(lines, new Segment(first, headline - 1)));
        var after = ContentKeys.ShareIn(line.ContentKeys, ArticleFinder.KeysOf(lines, new Segment(headline, Math.Min(last, headline + 12))));
        return evidence + 4 * (after - before);
    }

    private static int Paragraphs(List<PageLine> lines, int first, int last)
    {
        var paragraphs = 0;
        for (var at = first; at <= last && paragraphs < FewestParagraphs; at++)
            paragraphs += lines[at].Role == LineRole.Prose && !lines[at].IsForeign ? 1 : 0;
        return paragraphs;
    }

    private static int SkipHead(List<PageLine> lines, int at, int last)
    {
        while (at < last && lines[at].Role != LineRole.Prose)
            at++;
        return at;
    }
}
