using System.Collections.Immutable;
using Briefing.Core.Extraction.Lines;
using Briefing.Core.Extraction.Provenance;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Segments;

/// <summary>Decides for each line of an article's run whether it is text, and of which kind.</summary>
internal static class BodyReader
{
    private const int LongestSubheading = 14;

    public static void Fill(List<PageLine> lines, ArticleDraft draft)
    {
        var printed = new HashSet<ulong>();
        var hasBegun = false;
        if (draft.Headline is { } headline)
            printed.Add(headline.KeyHash);
        for (var at = draft.First; at <= draft.Last; at++)
        {
            var line = lines[at];
            if (line == draft.Headline || line.IsForeign || ((line.Occurrences > 1 || !hasBegun) && printed.Contains(line.KeyHash)))
                continue;
            if (KindOf(lines, draft, at, hasBegun) is not { } kind)
                continue;
            draft.Body.Add((line, kind));
            printed.Add(line.KeyHash);
            hasBegun |= kind == PassageKind.Sentence;
        }
    }

    private static PassageKind? KindOf(List<PageLine> lines, ArticleDraft draft, int at, bool hasBegun)
    {
        var line = lines[at];
        return line.Role switch
        {
            LineRole.Prose => !hasBegun && IsStandfirst(lines, draft, at) ? PassageKind.Standfirst : PassageKind.Sentence,
            LineRole.Bullet => PassageKind.Bullet,
            LineRole.Heading or LineRole.Label when IsSubheading(lines, draft, at) => PassageKind.Subheading,
            _ => null,
        };
    }

    // A lead-in stands above the headline, or between it and the byline, date or picture.
    private static bool IsStandfirst(List<PageLine> lines, ArticleDraft draft, int at)
    {
        if (draft.Headline is not { } headline)
            return false;
        if (at < headline.Index)
            return true;
        if (at - headline.Index > 3)
            return false;
        for (var next = at + 1; next <= Math.Min(draft.Last, at + 6); next++)
        {
            if (lines[next].Role is LineRole.Byline or LineRole.Stamp or LineRole.Caption)
                return true;
            if (lines[next].Role is LineRole.Prose && next > at + 1)
                return false;
        }

        return false;
    }

    private static bool IsSubheading(List<PageLine> lines, ArticleDraft draft, int at)
    {
        var line = lines[at];
        if (at + 1 > draft.Last || line.Measures.Words > LongestSubheading || line.Occurrences > 1 || draft.Body.Count == 0)
            return false;
        if (draft.Headline is { } headline && at < headline.Index)
            return false;
        if (lines[at + 1].Role is not (LineRole.Prose or LineRole.Bullet) || lines[at + 1].IsForeign)
            return false;
        return line.Block is { HeadingLevel: > 1 } || char.IsUpper(line.Text[0]) || char.IsDigit(line.Text[0]) || line.Words.IsSpaceless || !char.IsLetter(line.Text[0]);
    }
}

/// <summary>Cuts an article's text lines into passages: verbatim sentences with their spans.</summary>
internal static class PassageBuilder
{
    public static ImmutableArray<Passage> Build(string text, ArticleDraft draft, Dateline? dateline, PageLine? datelineAt)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var lastSentenceLine = draft.Body.FindLast(part => part.Kind == PassageKind.Sentence).Line;
        var paragraph = 0;
        foreach (var (line, kind) in draft.Body)
        {
            var start = line.Span.Start;
            if (line == datelineAt && dateline is not null)
                start += dateline.Length;
            if (kind == PassageKind.Bullet)
                start += LineClassifier.BulletLength(line.Text);
            var end = line.Span.End;
            if (line == lastSentenceLine && CreditReader.ClosingCredit(line.Text) is { } credit)
                end -= credit.Length;
            if (Add(passages, text, new TextSpan(start, Math.Max(start, end)), kind, paragraph))
                paragraph++;
        }

        return passages.ToImmutable();
    }

    private static bool Add(ImmutableArray<Passage>.Builder passages, string text, TextSpan span, PassageKind kind, int paragraph)
    {
        var spans = kind == PassageKind.Subheading ? [span] : SentenceSplitter.Split(text, span);
        foreach (var sentence in spans)
        {
            if (sentence.Length > 0)
                passages.Add(new Passage(sentence, kind, sentence.Of(text), paragraph));
        }

        return spans.Count > 0;
    }
}
