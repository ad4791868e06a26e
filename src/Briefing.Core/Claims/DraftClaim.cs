using System.Collections.Immutable;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;

namespace Briefing.Core.Claims;

/// <summary>A claim while it gathers the passages that carry it.</summary>
internal sealed class DraftClaim(DistinctSentence shown)
{
    private readonly List<CarriedSentence> _carriers =
        [.. shown.Occurrences.Select(occurrence => new CarriedSentence(shown, occurrence, occurrence.Passage.Span, Exact: true, "same-wording"))];

    public DistinctSentence Shown { get; } = shown;

    public IReadOnlyList<CarriedSentence> Occurrences => _carriers;

    /// <summary>All passages with a sentence carry the claim in other words; with <paramref name="part"/>, a stretch of them does.</summary>
    /// <param name="rule">The name of the rule that says so.</param>
    public void Add(DistinctSentence sentence, string rule, TextSpan? part = null)
    {
        foreach (var occurrence in sentence.Occurrences)
        {
            var span = part is { } stretch ? occurrence.SpanOf(stretch) : occurrence.Passage.Span;
            if (!_carriers.Exists(known => known.PassageOccurrence.IsSame(occurrence) && known.Span.Overlaps(span)))
                _carriers.Add(new CarriedSentence(sentence, occurrence, span, Exact: false, rule));
        }
    }

    /// <summary>Takes over all who carry a claim that says less.</summary>
    /// <param name="rule">The name of the rule that says so.</param>
    public void Absorb(DraftClaim poorer, string rule)
    {
        foreach (var (sentence, occurrence, span, _, _) in poorer.Occurrences)
        {
            // A passage that carried a stretch of this claim may carry the whole of the other.
            _carriers.RemoveAll(known => known.PassageOccurrence.IsSame(occurrence) && span.Contains(known.Span) && known.Span != span && !known.Exact);
            if (!_carriers.Exists(known => known.PassageOccurrence.IsSame(occurrence) && known.Span.Overlaps(span)))
                _carriers.Add(new CarriedSentence(sentence, occurrence, span, Exact: false, rule));
        }
    }

    /// <summary>The attributions: the one shown first, then by the articles' rank and place.</summary>
    public ImmutableArray<Attribution> Attributions()
    {
        var rest = _carriers.Where(entry => !entry.PassageOccurrence.IsSame(Shown.First))
            .OrderBy(entry => entry.PassageOccurrence.Rank).ThenBy(entry => entry.Span.Start);
        var first = _carriers.First(entry => entry.PassageOccurrence.IsSame(Shown.First));
        return [.. rest.Prepend(first).Select(entry => new Attribution(entry.PassageOccurrence.Article, entry.Span, entry.Exact) { Rule = entry.Rule })];
    }
}

/// <summary>A passage, or a stretch of one, that carries a claim.</summary>
/// <param name="DistinctSentence">The wording it has.</param>
/// <param name="Rule">The name of the rule by which it carries the claim.</param>
internal sealed record CarriedSentence(DistinctSentence DistinctSentence, PassageOccurrence PassageOccurrence, TextSpan Span, bool Exact, string Rule);

/// <summary>A passage of one of the story's articles.</summary>
/// <param name="Rank">The article's place by preference: 0 supplies wordings first.</param>
/// <param name="Position">The passage's place in its article.</param>
/// <param name="IsAttributed">Whether the account names its origin.</param>
internal sealed record PassageOccurrence(Article Article, Passage Passage, int Rank, int Report, int Position, bool IsAttributed)
{
    public bool IsMachineWritten => Article.MachineWritten is { Scope: MachineWritingScope.Article };

    /// <summary>Whether both are one passage of one article.</summary>
    public bool IsSame(PassageOccurrence other) => Rank == other.Rank && Position == other.Position;

    /// <summary>Less is better: a person's words before a machine's, the body's before a summary's, then by the article's rank and in reading order.</summary>
    public (bool Machine, bool Summary, int Rank, int Position) Preference =>
        (IsMachineWritten, Passage.Kind != PassageKind.Sentence, Rank, Position);

    /// <summary>A part of the passage's text as a span of the document.</summary>
    public TextSpan SpanOf(TextSpan part) => new(Passage.Span.Start + part.Start, Passage.Span.Start + part.End);
}
