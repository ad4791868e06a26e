using System.Collections.Immutable;
using Briefing.Core.Extraction.Lines;
using Briefing.Core.Model;

namespace Briefing.Core.Extraction.Segments;

/// <summary>Lists every stretch of text that no article carries, with its reason, so that nothing is left out silently.</summary>
internal static class DroppedTextCollector
{
    public static ImmutableArray<DroppedText> Write(Document document, List<PageLine> lines, List<ArticleDraft> drafts, IEnumerable<Article> articles)
    {
        var carried = articles
            .SelectMany(article => article.Passages.Select(passage => passage.Span).Concat(article.HeadlineSpan is { } span ? [span] : []))
            .OrderBy(span => span.Start)
            .ToList();
        var dropped = ImmutableArray.CreateBuilder<DroppedText>();
        var next = 0;
        var draft = 0;
        foreach (var line in lines)
        {
            while (draft < drafts.Count && Math.Max(drafts[draft].FootEnd, drafts[draft].Last + 1) <= line.Index)
                draft++;
            var own = draft < drafts.Count && drafts[draft].HeadStart <= line.Index ? drafts[draft] : null;
            var at = line.Span.Start;
            while (next < carried.Count && carried[next].Start < line.Span.End)
            {
                AddGap(document, line, new TextSpan(at, carried[next].Start), own, drafts, dropped);
                at = Math.Max(at, carried[next].End);
                next++;
            }

            AddGap(document, line, new TextSpan(at, line.Span.End), own, drafts, dropped);
        }

        return dropped.ToImmutable();
    }

    private static void AddGap(Document document, PageLine line, TextSpan gap, ArticleDraft? own, List<ArticleDraft> drafts, ImmutableArray<DroppedText>.Builder dropped)
    {
        var (start, end) = (gap.Start, gap.End);
        while (start < end && char.IsWhiteSpace(document.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(document.Text[end - 1]))
            end--;
        if (start >= end)
            return;
        var span = new TextSpan(start, end);
        var reason = span == line.Span ? ReasonFor(line, own, drafts)
            // Part of a line whose rest is carried: the list's mark, the dateline, a closing credit.
            : span.Of(document.Text).Any(char.IsLetter) ? DropReason.Metadata : DropReason.Boilerplate;
        dropped.Add(new DroppedText(document.Id, span, reason, span.Of(document.Text)));
    }

    private static DropReason ReasonFor(PageLine line, ArticleDraft? own, List<ArticleDraft> drafts)
    {
        if (own?.Headline is { } headline && line != headline && headline.KeyHash == line.KeyHash)
            return DropReason.Repeated;
        if (line.IsForeign && line.Role is LineRole.Prose or LineRole.Bullet or LineRole.Heading)
            return DropReason.Language;
        var isAbove = drafts.Count == 0 || line.Index < drafts[0].HeadStart;
        return line.Role switch
        {
            LineRole.Caption => DropReason.Caption,
            LineRole.Byline or LineRole.Stamp or LineRole.Credit => own is not null ? DropReason.Metadata : isAbove ? DropReason.Boilerplate : DropReason.RelatedLink,
            LineRole.Heading when isAbove && line.Measures.Words <= 5 => DropReason.Navigation,
            LineRole.MachineNotice => own is not null ? DropReason.Metadata : DropReason.Boilerplate,
            LineRole.RelatedHeading or LineRole.RelatedLink => DropReason.RelatedLink,
            LineRole.Share => DropReason.Share,
            LineRole.Promotion => DropReason.Promotion,
            LineRole.Consent => DropReason.Consent,
            LineRole.Navigation or LineRole.Label => DropReason.Navigation,
            LineRole.CommentsHeading or LineRole.Boilerplate or LineRole.Separator => DropReason.Boilerplate,
            LineRole.Prose when line.Occurrences > 1 && own is not null => DropReason.Repeated,
            _ => drafts.Count == 0 ? DropReason.NoArticle : DropReason.RelatedLink,
        };
    }
}
