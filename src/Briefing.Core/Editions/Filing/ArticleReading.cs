using System.Collections.Immutable;
using Briefing.Core.Extraction;
using Briefing.Core.Sources;

namespace Briefing.Core.Editions.Filing;

/// <summary>An article read for all topics: its headline and its passages in order.</summary>
/// <param name="Passages">As in the article.</param>
internal sealed record ArticleReading(Article Article, PassageReading Headline, ImmutableArray<PassageReading> Passages)
{
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

/// <summary>The words of an article, before the names of its whole story are known.</summary>
internal sealed class ArticleText
{
    private readonly TopicIndex _index;
    private readonly Article _article;
    private readonly List<FilingToken> _tokens;
    private readonly List<PhraseHit> _hits;

    /// <remarks>Everything between headline and last passage is read, since captions often introduce people; only passages are filed.</remarks>
    public ArticleText(TopicIndex index, Article article)
    {
        _index = index;
        _article = article;
        var text = article.Document.Text;
        _tokens = index.Phrases.Tokens(text, Math.Max(0, article.Span.Start), Math.Min(text.Length, article.Span.End));
        _hits = index.Phrases.Find(_tokens, 0, _tokens.Count);
    }

    public void Introduce(IntroducedNames names) => names.Collect(_article.Document.Text, _tokens, _hits);

    public ArticleReading Read(IntroducedNames names)
    {
        var passages = ImmutableArray.CreateBuilder<PassageReading>(_article.Passages.Length);
        foreach (var passage in _article.Passages)
            passages.Add(Read(names, passage.Span));
        return new ArticleReading(_article, ReadHeading(_index, names, _article.Headline), passages.MoveToImmutable());
    }

    public static PassageReading ReadHeading(TopicIndex index, IntroducedNames names, string heading)
    {
        var tokens = index.Phrases.Tokens(heading, 0, heading.Length);
        var hits = index.Phrases.Find(tokens, 0, tokens.Count);
        return PassageReading.Of(index, names, new TokenRange(heading, tokens, hits, 0, tokens.Count));
    }

    private PassageReading Read(IntroducedNames names, TextSpan span)
    {
        var from = FirstFrom(span.Start);
        var to = FirstFrom(span.End);
        return PassageReading.Of(_index, names, new TokenRange(_article.Document.Text, _tokens, HitsOf(from, to), from, to));
    }

    private List<PhraseHit> HitsOf(int from, int to)
    {
        var first = LowerBound(_hits.Count, at => _hits[at].First, from);
        var last = LowerBound(_hits.Count, at => _hits[at].First, to);
        return _hits.GetRange(first, last - first);
    }

    private int FirstFrom(int offset) => LowerBound(_tokens.Count, at => _tokens[at].Start, offset);

    private static int LowerBound(int count, Func<int, int> valueAt, int wanted)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (valueAt(middle) < wanted)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
