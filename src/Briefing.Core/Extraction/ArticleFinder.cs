namespace Briefing.Core.Extraction;

/// <summary>From runs of text to articles: splits runs that hold several, joins runs that one article was torn into, drops teasers.</summary>
internal static class ArticleFinder
{
    private const int FewestMainWords = 20;
    private const int FewestOtherWords = 45;

    // Lines between two runs of one article: more is another part of the page.
    private const int WidestGap = 25;

    // Share of a run's words that the article used before; measured on the labelled dumps, where teasers reach .2.
    private const double ContinuingShare = 0.25;
    private const double ContinuingShareAfterLinks = 0.36;

    public static List<ArticleDraft> Find(List<PageLine> lines)
    {
        var segments = SegmentFinder.Find(lines);
        if (segments.Count == 0)
            return [];
        var main = segments.MaxBy(segment => MainScore(lines, segment));
        if (WordsIn(lines, main) < FewestMainWords)
            return [];
        segments = Join(lines, segments, main);
        var drafts = new List<ArticleDraft>();
        foreach (var segment in segments)
        {
            var isMain = segment.First <= main.First && main.First <= segment.Last;
            var floor = drafts.Count > 0 ? drafts[^1].Last + 1 : 0;
            foreach (var piece in ArticleSplitter.Split(lines, segment))
            {
                var draft = DraftOf(lines, piece, floor);
                if (!(isMain ? IsArticle(lines, draft, pieces: 1) : IsOtherArticle(lines, draft)))
                    continue;
                drafts.Add(draft);
                floor = draft.Last + 1;
            }
        }

        SetFeet(lines, drafts);
        return drafts;
    }

    // The main article is the longest run, unless links to other articles are announced right above it or foreign text runs through it.
    private static double MainScore(List<PageLine> lines, Segment segment)
    {
        const int Above = 12;
        double score = WordsIn(lines, segment);
        for (var at = segment.First - 1; at >= Math.Max(0, segment.First - Above); at--)
        {
            if (lines[at].Role is LineRole.RelatedHeading or LineRole.CommentsHeading)
                return score * 0.3;
        }

        for (var at = segment.First; at <= segment.Last; at++)
        {
            if (lines[at].IsForeign && lines[at].Role == LineRole.Prose)
                return score * 0.5;
        }

        return score;
    }

    public static int WordsIn(List<PageLine> lines, Segment segment) =>
        lines.Skip(segment.First).Take(segment.Last - segment.First + 1)
            .Where(line => line.Role is LineRole.Prose or LineRole.Bullet && !line.IsForeign)
            .Sum(line => line.Measures.Words);

    private static ArticleDraft DraftOf(List<PageLine> lines, Segment piece, int floor)
    {
        var draft = new ArticleDraft { HeadStart = piece.First, First = piece.First, Last = piece.Last };
        draft.Headline = HeadlineFinder.Find(lines, piece, floor);
        if (draft.Headline is { } headline)
            draft.HeadStart = Math.Min(headline.Index, piece.First);
        draft.HeadStart = Math.Max(floor, draft.HeadStart);
        return draft;
    }

    private static List<Segment> Join(List<PageLine> lines, List<Segment> segments, Segment main)
    {
        var joined = new List<Segment>();
        foreach (var segment in segments)
        {
            if (joined.Count > 0 && joined[^1].First <= main.First && main.First <= joined[^1].Last && Continues(lines, joined[^1], segment))
                joined[^1] = new Segment(joined[^1].First, segment.Last);
            else
                joined.Add(segment);
        }

        return joined;
    }

    // After a gap the article goes on if what follows speaks of the same things and nothing announced other articles.
    private static bool Continues(List<PageLine> lines, Segment article, Segment next)
    {
        if (next.First - article.Last - 1 > WidestGap)
            return false;
        var afterLinks = false;
        for (var at = article.Last + 1; at < next.First; at++)
        {
            if (lines[at].Role is LineRole.CommentsHeading or LineRole.Consent || (lines[at].IsForeign && lines[at].Role == LineRole.Prose))
                return false;
            afterLinks |= lines[at].Role is LineRole.RelatedHeading or LineRole.MachineNotice;
        }

        if (lines.Skip(next.First).Take(next.Last - next.First + 1).Any(line => line.IsForeign || line.Role == LineRole.MachineNotice))
            return false;
        return Continuity(lines, article, next) >= (afterLinks ? ContinuingShareAfterLinks : ContinuingShare);
    }

    private static double Continuity(List<PageLine> lines, Segment article, Segment next)
    {
        var known = KeysOf(lines, article);
        var keys = lines.Skip(next.First).Take(next.Last - next.First + 1)
            .Where(line => line.Role is LineRole.Prose or LineRole.Bullet)
            .SelectMany(line => line.ContentKeys)
            .ToArray();
        return ContentKeys.ShareIn(keys, known);
    }

    public static HashSet<uint> KeysOf(List<PageLine> lines, Segment segment)
    {
        var keys = new HashSet<uint>();
        for (var at = segment.First; at <= segment.Last; at++)
        {
            if (lines[at].Role is LineRole.Prose or LineRole.Bullet && !lines[at].IsForeign)
                keys.UnionWith(lines[at].ContentKeys);
        }

        return keys;
    }

    private static bool IsArticle(List<PageLine> lines, ArticleDraft draft, int pieces) =>
        WordsIn(lines, new Segment(draft.First, draft.Last)) >= FewestMainWords * pieces;

    // Beside the main article another one must show its own head; paragraphs alone are teasers, comments or terms of use.
    private static bool IsOtherArticle(List<PageLine> lines, ArticleDraft draft)
    {
        if (draft.Headline is null || WordsIn(lines, new Segment(draft.First, draft.Last)) < FewestOtherWords)
            return false;
        var paragraphs = lines.Skip(draft.First).Take(draft.Last - draft.First + 1).Count(line => line.Role == LineRole.Prose && !line.IsForeign);
        if (paragraphs < 3)
            return false;
        for (var at = Math.Max(0, draft.Headline.Index - 6); at < draft.Headline.Index; at++)
        {
            if (lines[at].Role is LineRole.RelatedHeading or LineRole.CommentsHeading)
                return false;
        }

        return ArticleSplitter.HeadEvidence(lines, draft.Headline.Index, draft.Last) >= 2;
    }

    // The foot: the few lines after the text up to the next headline or announcement of links.
    private static void SetFeet(List<PageLine> lines, List<ArticleDraft> drafts)
    {
        const int Longest = 6;
        for (var at = 0; at < drafts.Count; at++)
        {
            var limit = at + 1 < drafts.Count ? drafts[at + 1].HeadStart : lines.Count;
            var end = drafts[at].Last + 1;
            while (end < limit && end - drafts[at].Last <= Longest
                   && lines[end].Role is not (LineRole.RelatedHeading or LineRole.CommentsHeading or LineRole.Heading) && !lines[end].IsForeign)
                end++;
            drafts[at].FootEnd = end;
        }
    }
}
