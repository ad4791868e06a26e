using Briefing.Core.Extraction.Lines;
using Briefing.Core.Model;

namespace Briefing.Core.Extraction.Segments;

/// <summary>From runs of text to articles: splits runs that hold several, joins runs that one article was torn into, drops teasers.</summary>
internal static class ArticleFinder
{
    private const int MinMainWords = 20;
    private const int MinOtherWords = 38;
    private const int MinParagraphs = 3;

    // Lines between two runs of one article: more is another part of the page.
    private const int WidestGap = 25;

    // Runs that one article may be torn into; beyond it, it is no article.
    private const int MaxJoins = 40;

    // Share of a run's words that the article used before; measured on the labelled dumps, where teasers reach .2.
    private const double ContinuingShare = 0.25;
    private const double ContinuingShareAfterLinks = 0.2;

    // With nothing in the gap that could be a title, it is no other article that follows.
    private const double ContinuingShareWithoutTitle = 0.15;
    private const double TitleShare = 0.3;

    public static List<ArticleDraft> Find(List<PageLine> lines, string? title)
    {
        var segments = SegmentFinder.Find(lines);
        if (segments.Count == 0)
            return [];
        var main = MainOf(lines, segments);
        if (WordsIn(lines, main) < MinMainWords)
            return [];
        segments = Join(lines, segments, main);
        var drafts = new List<ArticleDraft>();
        foreach (var segment in segments)
        {
            var isMain = segment.First <= main.First && main.First <= segment.Last;
            var pieces = ArticleSplitter.Split(lines, segment);
            var largest = pieces.MaxBy(piece => WordsIn(lines, piece));
            foreach (var piece in pieces)
            {
                var draft = DraftOf(lines, piece, floor: drafts.Count > 0 ? drafts[^1].Last + 1 : 0, title);
                if ((isMain && piece == largest) || (isMain ? IsFull(lines, draft) : IsOtherArticle(lines, draft)))
                    drafts.Add(draft);
            }
        }

        return drafts;
    }

    // The main article is the longest run of news, unless links to other articles or comments are announced above it, foreign text
    // runs through it, or it is the small print at the page's end.
    private static double MainScore(List<PageLine> lines, Segment segment, int comments)
    {
        const int Above = 12;
        // A run of several short articles is a list, whatever its length.
        var score = ArticleSplitter.Split(lines, segment).Max(piece => NewsIn(lines, piece));
        if (comments < segment.First)
            return score * 0.3;
        for (var at = segment.First - 1; at >= Math.Max(0, segment.First - Above); at--)
        {
            if (lines[at].Role is LineRole.RelatedHeading)
                return score * 0.3;
        }

        for (var at = segment.First; at <= Math.Min(segment.Last + 3, lines.Count - 1); at++)
        {
            if (at <= segment.Last && lines[at].IsForeign && lines[at].Role == LineRole.Prose)
                return score * 0.5;
            if (at > segment.Last && lines[at].Role == LineRole.Boilerplate && lines.Count - at < 5)
                return score * 0.5;
        }

        return score;
    }

    private static double NewsIn(List<PageLine> lines, Segment segment) =>
        lines.Skip(segment.First).Take(segment.Last - segment.First + 1)
            .Where(line => line.Role is LineRole.Prose or LineRole.Bullet && !line.IsForeign)
            .Sum(SegmentScores.OfProse);

    private static Segment MainOf(List<PageLine> lines, List<Segment> segments)
    {
        // A heading for comments above any text is a link to them; below a text of some length the comments follow.
        const double LongEnoughToHaveComments = 60;
        var (best, bestScore, comments) = (segments[0], double.NegativeInfinity, int.MaxValue);
        foreach (var segment in segments)
        {
            var score = MainScore(lines, segment, comments);
            if (score > bestScore)
                (best, bestScore) = (segment, score);
            if (comments == int.MaxValue && score >= LongEnoughToHaveComments)
                comments = lines.FindIndex(segment.Last, line => line.Role == LineRole.CommentsHeading) is var found and >= 0 ? found : int.MaxValue - 1;
        }

        return best;
    }

    public static int WordsIn(List<PageLine> lines, Segment segment) =>
        lines.Skip(segment.First).Take(segment.Last - segment.First + 1)
            .Where(line => line.Role is LineRole.Prose or LineRole.Bullet && !line.IsForeign)
            .Sum(line => line.Measures.Words);

    private static ArticleDraft DraftOf(List<PageLine> lines, Segment piece, int floor, string? title)
    {
        var draft = new ArticleDraft { HeadStart = piece.First, First = piece.First, Last = piece.Last };
        draft.Headline = HeadlineFinder.Find(lines, piece, floor, title);
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
            if (joined.Count > 0 && main.First <= segment.Last && segment.Last <= main.Last && Continues(lines, joined[^1], segment))
                joined[^1] = new Segment(joined[^1].First, segment.Last);
            else
                joined.Add(segment);
        }

        // What comes after the main article's run may still be its end.
        var at = joined.FindIndex(segment => segment.Last >= main.Last);
        for (var joins = 0; joins < MaxJoins && at + 1 < joined.Count && Continues(lines, joined[at], joined[at + 1]); joins++)
        {
            joined[at] = new Segment(joined[at].First, joined[at + 1].Last);
            joined.RemoveAt(at + 1);
        }

        return joined;
    }

    // After a gap the article goes on if what follows speaks of the same things. Links to other articles end it, unless the links
    // stand there as links and paragraphs follow them without titles of their own.
    private static bool Continues(List<PageLine> lines, Segment article, Segment next)
    {
        if (next.First - article.Last - 1 > WidestGap || IsTeaserList(lines, next))
            return false;
        var (announced, links) = (false, 0);
        for (var at = article.Last + 1; at < next.First; at++)
        {
            if (lines[at].Role is LineRole.CommentsHeading || (lines[at].IsForeign && lines[at].Role == LineRole.Prose))
                return false;
            if (lines[at] is { Role: LineRole.Heading, Occurrences: 1, Measures.Words: >= 4 } && ArticleSplitter.HeadEvidence(lines, at, next.Last) >= 2)
                return false;
            announced |= lines[at].Role is LineRole.RelatedHeading or LineRole.MachineNotice;
            links += lines[at].Role is LineRole.Heading or LineRole.RelatedLink ? 1 : 0;
        }

        if (lines.Skip(next.First).Take(next.Last - next.First + 1).Any(line => line.IsForeign || line.Role == LineRole.MachineNotice))
            return false;
        if (announced && (links == 0 || Paragraphs(lines, next) < 2))
            return false;
        return Continuity(lines, article, next) >= MinContinuity(lines, article, next, announced);
    }

    // A box in the middle of a text (prices, a form for a newsletter) tears it, however little its parts share.
    private static double MinContinuity(List<PageLine> lines, Segment article, Segment next, bool announced)
    {
        if (announced)
            return ContinuingShareAfterLinks;
        var keys = KeysOf(lines, next);
        for (var at = article.Last + 1; at < next.First; at++)
        {
            if (lines[at].Role == LineRole.Heading && ContentKeys.ShareIn(lines[at].ContentKeys, keys) >= TitleShare)
                return ContinuingShare;
        }

        return Paragraphs(lines, next) >= 2 && ArticleSplitter.IsNews(lines, next) ? ContinuingShareWithoutTitle : ContinuingShare;
    }

    /// <summary>Titles, each with a paragraph or none below it: what pages print to lead elsewhere.</summary>
    private static bool IsTeaserList(List<PageLine> lines, Segment segment)
    {
        const int ShortestTitle = 5;
        var (paragraphs, titled) = (0, 0);
        for (var at = segment.First; at <= segment.Last; at++)
        {
            if (lines[at].Role != LineRole.Prose)
                continue;
            paragraphs++;
            for (var above = at - 1; above >= Math.Max(0, at - 4) && lines[above].Role != LineRole.Prose; above--)
            {
                if (lines[above].Role is not (LineRole.Heading or LineRole.RelatedLink) || lines[above].Measures.Words < ShortestTitle)
                    continue;
                titled++;
                break;
            }
        }

        return paragraphs >= 2 && titled * 2 >= paragraphs;
    }

    private static int Paragraphs(List<PageLine> lines, Segment segment) =>
        lines.Skip(segment.First).Take(segment.Last - segment.First + 1).Count(line => line.Role == LineRole.Prose && !line.IsForeign);

    // Share of the smaller run's words that the larger one has, too.
    private static double Continuity(List<PageLine> lines, Segment article, Segment next)
    {
        var before = KeysOf(lines, article);
        var after = KeysOf(lines, next);
        var smaller = Math.Min(before.Count, after.Count);
        return smaller == 0 ? 0 : (double)before.Count(after.Contains) / smaller;
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

    // A headline and one paragraph are a teaser, or two with nothing to tell them from one.
    private static bool IsFull(List<PageLine> lines, ArticleDraft draft)
    {
        var run = new Segment(draft.First, draft.Last);
        return draft.Headline is { } headline && WordsIn(lines, run) >= MinOtherWords
            && Paragraphs(lines, run) >= (ArticleSplitter.HeadEvidence(lines, headline.Index, draft.Last) >= 3 ? MinParagraphs - 1 : MinParagraphs);
    }

    // Beside the main article another one must show its own head; paragraphs alone are teasers, comments or terms of use.
    private static bool IsOtherArticle(List<PageLine> lines, ArticleDraft draft)
    {
        if (draft.Headline is not { } headline || !IsFull(lines, draft) || IsTeaserList(lines, new Segment(draft.First, draft.Last)))
            return false;
        for (var at = Math.Max(0, headline.Index - 6); at < draft.First; at++)
        {
            if (lines[at].Role is LineRole.RelatedHeading or LineRole.CommentsHeading)
                return false;
        }

        // Teasers repeat their titles and tell their age; a byline, a date or a dateline they seldom have.
        return ArticleSplitter.HeadEvidence(lines, headline.Index, draft.Last) is 2 or >= 5;
    }

    // The foot: the few lines after the text up to the next headline or announcement of links.
    public static void SetFeet(List<PageLine> lines, List<ArticleDraft> drafts)
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

/// <summary>An article as a run of lines, before its parts are read.</summary>
internal sealed class ArticleDraft
{
    /// <summary>Null where no line serves as one.</summary>
    public PageLine? Headline { get; set; }

    /// <summary>Line index where the article's head begins: its headline, or what stands between the last article and this.</summary>
    public required int HeadStart { get; set; }

    /// <summary>Line index of the first line of text.</summary>
    public required int First { get; set; }

    /// <summary>Line index of the last line of text, inclusive.</summary>
    public required int Last { get; set; }

    /// <summary>Past the last line that may still speak of this article (its foot).</summary>
    public int FootEnd { get; set; }

    /// <summary>Text lines with what they are, in order.</summary>
    public List<(PageLine Line, PassageKind Kind)> Body { get; } = [];
}
