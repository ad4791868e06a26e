using System.Collections.Immutable;
using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>A claim while it gathers the passages that carry it.</summary>
internal sealed class DraftClaim(Telling shown)
{
    private readonly List<Carried> _carriers =
        [.. shown.Carriers.Select(carrier => new Carried(shown, carrier, carrier.Passage.Span, Exact: true))];

    public Telling Shown { get; } = shown;

    public IReadOnlyList<Carried> Carriers => _carriers;

    /// <summary>All passages of a telling carry the claim in other words; with <paramref name="part"/>, a stretch of them does.</summary>
    public void Add(Telling telling, TextSpan? part = null)
    {
        foreach (var carrier in telling.Carriers)
        {
            var span = part is { } stretch ? carrier.SpanOf(stretch) : carrier.Passage.Span;
            if (!_carriers.Exists(known => known.Carrier.IsSame(carrier) && known.Span.Overlaps(span)))
                _carriers.Add(new Carried(telling, carrier, span, Exact: false));
        }
    }

    /// <summary>Takes over all who carry a claim that says less.</summary>
    public void Absorb(DraftClaim poorer)
    {
        foreach (var (telling, carrier, span, _) in poorer.Carriers)
        {
            // A passage that carried a stretch of this claim may carry the whole of the other.
            _carriers.RemoveAll(known => known.Carrier.IsSame(carrier) && span.Contains(known.Span) && known.Span != span && !known.Exact);
            if (!_carriers.Exists(known => known.Carrier.IsSame(carrier) && known.Span.Overlaps(span)))
                _carriers.Add(new Carried(telling, carrier, span, Exact: false));
        }
    }

    /// <summary>The attributions: the one shown first, then by the articles' rank and place.</summary>
    public ImmutableArray<Attribution> Attributions()
    {
        var rest = _carriers.Where(entry => !entry.Carrier.IsSame(Shown.First))
            .OrderBy(entry => entry.Carrier.Rank).ThenBy(entry => entry.Span.Start);
        var first = _carriers.First(entry => entry.Carrier.IsSame(Shown.First));
        return [.. rest.Prepend(first).Select(entry => new Attribution(entry.Carrier.Article, entry.Span, entry.Exact))];
    }
}

/// <summary>A passage, or a stretch of one, that carries a claim.</summary>
/// <param name="Telling">The wording it has.</param>
internal sealed record Carried(Telling Telling, Carrier Carrier, TextSpan Span, bool Exact);
