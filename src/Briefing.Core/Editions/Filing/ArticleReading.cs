using System.Collections.Immutable;
using Briefing.Core.Extraction;
using Briefing.Core.Sources;

namespace Briefing.Core.Editions.Filing;

/// <summary>An article read for all topics: its headline and its passages in order.</summary>
/// <param name="Passages">As in the article.</param>
internal sealed record ArticleReading(ArticleText Text, Article Article, PassageReading Headline, ImmutableArray<PassageReading> Passages)
{
    // The lead and what follows it, where nothing stands above the lead.
    private const int ShortestOpening = 2;

    /// <summary>The first sentence of the body, after bullets and standfirst; 0 where there is none.</summary>
    public int Lead { get; } = Math.Max(0, Article.Passages.Select(passage => passage.Kind).ToList().IndexOf(PassageKind.Sentence));

    /// <summary>So many passages open the article: those above the body, and its lead.</summary>
    public int OpeningLength => Math.Min(Passages.Length, Math.Max(ShortestOpening, Lead + 1));

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
