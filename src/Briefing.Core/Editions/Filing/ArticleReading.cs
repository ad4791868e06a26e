using System.Collections.Immutable;
using Briefing.Core.Extraction;
using Briefing.Core.Sources;

namespace Briefing.Core.Editions.Filing;

/// <summary>An article read for all topics: its headline and its passages in order.</summary>
/// <param name="Passages">As in the article.</param>
internal sealed record ArticleReading(ArticleText Text, Article Article, PassageReading Headline, ImmutableArray<PassageReading> Passages)
{
    public bool IsSubheading(int passage) => Article.Passages[passage].Kind == PassageKind.Subheading;

    /// <summary>The passage that carries most of a span; −1 where none touches it.</summary>
    public int PassageAt(TextSpan span)
    {
        var (best, most) = (-1, 0);
        for (var at = 0; at < Article.Passages.Length; at++)
        {
            var passage = Article.Passages[at].Span;
            var shared = Math.Min(passage.End, span.End) - Math.Max(passage.Start, span.Start);
            if (shared > most)
                (best, most) = (at, shared);
        }

        return best;
    }
}
