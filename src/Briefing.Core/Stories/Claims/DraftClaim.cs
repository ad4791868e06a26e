using System.Collections.Immutable;
using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>A claim while it gathers the passages that carry it.</summary>
internal sealed class DraftClaim(Telling shown)
{
    private readonly List<(Carrier Carrier, TextSpan Span, bool Exact)> _carriers =
        [.. shown.Carriers.Select(carrier => (carrier, carrier.Passage.Span, true))];

    public Telling Shown { get; } = shown;

    public IReadOnlyList<(Carrier Carrier, TextSpan Span, bool Exact)> Carriers => _carriers;

    /// <summary>All passages of a telling carry the claim in other words; with <paramref name="part"/>, a stretch of them does.</summary>
    public void Add(Telling telling, TextSpan? part = null)
    {
        foreach (var carrier in telling.Carriers)
        {
            var span = part is { } stretch ? carrier.SpanOf(stretch) : carrier.Passage.Span;
            if (!_carriers.Exists(known => known.Carrier == carrier && known.Span.Overlaps(span)))
                _carriers.Add((carrier, span, false));
        }
    }

    public void Absorb(DraftClaim poorer)
    {
        foreach (var (carrier, span, _) in poorer.Carriers)
        {
            if (!_carriers.Exists(known => known.Carrier == carrier && known.Span.Overlaps(span)))
                _carriers.Add((carrier, span, false));
        }
    }

    /// <summary>The attributions: the one shown first, then by the articles' rank and place.</summary>
    public ImmutableArray<Attribution> Attributions()
    {
        var rest = _carriers.Where(entry => entry.Carrier != Shown.First)
            .OrderBy(entry => entry.Carrier.Rank).ThenBy(entry => entry.Span.Start);
        var first = _carriers.First(entry => entry.Carrier == Shown.First);
        return [.. rest.Prepend(first).Select(entry => new Attribution(entry.Carrier.Article, entry.Span, entry.Exact))];
    }
}
