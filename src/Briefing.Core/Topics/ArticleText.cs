using System.Collections.Immutable;
using Briefing.Core.Model;

namespace Briefing.Core.Topics;

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

        var match = Enumerable.Range(from, to - from)
            .Where(at => names.StandsFor(_tokens[at].Word)?.Any(group => group.Topic == topic) == true)
            .Select(at => Printed(at, at));
        return ([.. found.Distinct(StringComparer.Ordinal)], [.. match.Distinct(StringComparer.Ordinal)], [.. excluding.Distinct(StringComparer.Ordinal)]);
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

/// <summary>What an article's beginning says it is about.</summary>
/// <param name="IsHeadlineOf">For each topic, whether the headline is of it.</param>
/// <param name="Topic">
/// The topic of the opening: the headline's, else the lead's, else what headline and first passages say together.
/// −1 where it has none.
/// </param>
internal sealed record ArticleOpening(bool[] IsHeadlineOf, int Topic)
{
    public static ArticleOpening Of(TopicIndex index, ArticleReading reading)
    {
        var isHeadlineOf = new bool[index.Topics.Length];
        for (var topic = 0; topic < isHeadlineOf.Length; topic++)
            isHeadlineOf[topic] = Says(index, topic, reading.Headline.Evidence[topic], NearbyOf(reading, topic));
        var opening = Strongest(index, reading, topic => isHeadlineOf[topic]);
        if (opening < 0)
            opening = Strongest(index, reading, topic => reading.Passages.Length > 0 && Says(index, topic, reading.Passages[reading.Lead].Evidence[topic], NearbyOf(reading, topic)));
        if (opening < 0)
            opening = Strongest(index, reading, topic => Says(index, topic, Together(reading, topic), NearbyOf(reading, topic)));
        return new ArticleOpening(isHeadlineOf, opening);
    }

    private static bool Says(TopicIndex index, int topic, PassageEvidence evidence, int nearby) =>
        !evidence.IsExcluded
        && evidence.Required == index.AllRequired(topic)
        && evidence.Weight >= index.Topics[topic].Minimum
        && nearby == index.AllNearby(topic);

    private static int Strongest(TopicIndex index, ArticleReading reading, Func<int, bool> says)
    {
        var strongest = -1;
        var most = 0.0;
        for (var topic = 0; topic < index.Topics.Length; topic++)
        {
            if (!says(topic))
                continue;
            var weight = Together(reading, topic).Weight;
            if (strongest < 0 || weight > most)
                (strongest, most) = (topic, weight);
        }

        return strongest;
    }

    private static int NearbyOf(ArticleReading reading, int topic) => Together(reading, topic).Nearby;

    private static PassageEvidence Together(ArticleReading reading, int topic)
    {
        var together = reading.Headline.Evidence[topic];
        for (var at = 0; at < reading.OpeningLength; at++)
        {
            var evidence = reading.Passages[at].Evidence[topic];
            together.Named |= evidence.Named;
            together.ByName |= evidence.ByName;
            together.Nearby |= evidence.Nearby;
            together.Terms = Math.Max(together.Terms, evidence.Terms);
            together.IsExcluded |= evidence.IsExcluded;
        }

        return together;
    }
}
