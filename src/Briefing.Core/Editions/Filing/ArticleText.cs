using System.Collections.Immutable;
using Briefing.Core.Extraction;
using Briefing.Core.Sources;

namespace Briefing.Core.Editions.Filing;

/// <summary>The words of an article, before the names of its whole story are known.</summary>
internal sealed class ArticleText
{
    private readonly TopicIndex _index;
    private readonly Article _article;
    private readonly List<FilingToken> _tokens;
    private readonly List<PhraseHit> _hits;

    // Captions stand above the headline as often as under it, and are where people are introduced in full.
    private const int CharactersBefore = 2_000;

    /// <remarks>All text from a little above the headline to the last passage is read for the names it introduces; only passages are filed.</remarks>
    public ArticleText(TopicIndex index, Article article)
    {
        _index = index;
        _article = article;
        var text = article.Document.Text;
        _tokens = index.Phrases.Tokens(text, Math.Max(0, article.Span.Start - CharactersBefore), Math.Min(text.Length, article.Span.End));
        _hits = index.Phrases.Find(_tokens, 0, _tokens.Count);
    }

    public void Introduce(IntroducedNames names) => names.Collect(_article.Document.Text, _tokens, _hits);

    public ArticleReading Read(IntroducedNames names)
    {
        var passages = ImmutableArray.CreateBuilder<PassageReading>(_article.Passages.Length);
        foreach (var passage in _article.Passages)
            passages.Add(Read(names, passage.Span));
        return new ArticleReading(this, _article, ReadHeading(_index, names, _article.Headline), passages.MoveToImmutable());
    }

    public static PassageReading ReadHeading(TopicIndex index, IntroducedNames names, string heading)
    {
        var tokens = index.Phrases.Tokens(heading, 0, heading.Length);
        var hits = index.Phrases.Find(tokens, 0, tokens.Count);
        return PassageReading.Of(index, names, new TokenRange(heading, tokens, hits, 0, tokens.Count));
    }

    /// <summary>The words of a passage that speak for or against a topic, as printed, each once.</summary>
    public (ImmutableArray<string> Found, ImmutableArray<string> Names, ImmutableArray<string> Excluding) WordsFor(int topic, TextSpan span, IntroducedNames names)
    {
        var from = FirstFrom(span.Start);
        var to = FirstFrom(span.End);
        var found = new List<string>();
        var excluding = new List<string>();
        foreach (var hit in HitsOf(from, to).Where(hit => hit.Last < to))
        {
            foreach (var part in _index.PartsOf(hit.Phrase).Where(part => part.Topic == topic))
                (part.Role == PhraseRole.Excluded ? excluding : found).Add(Printed(hit.First, hit.Last));
        }

        var standing = Enumerable.Range(from, to - from)
            .Where(at => names.StandsFor(_tokens[at].Word)?.Any(group => group.Topic == topic) == true)
            .Select(at => Printed(at, at));
        return ([.. found.Distinct(StringComparer.Ordinal)], [.. standing.Distinct(StringComparer.Ordinal)], [.. excluding.Distinct(StringComparer.Ordinal)]);
    }

    private string Printed(int first, int last) => _article.Document.Text[_tokens[first].Start.._tokens[last].End];

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
