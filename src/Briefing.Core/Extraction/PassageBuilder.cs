using System.Collections.Immutable;
using Briefing.Core.Language;
using Briefing.Core.Sources;

namespace Briefing.Core.Extraction;

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
