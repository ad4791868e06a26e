using Briefing.Core.Stories.Quotations;

namespace Briefing.Core.Stories.Claims;

/// <summary>
/// Brings the tellings of one story together into claims. Each telling in turn is carried by a claim that says all it says, by
/// several claims that do so together, or becomes a claim of its own. Tellings that disagree in a fact never share a claim.
/// </summary>
internal sealed class ClaimGatherer
{
    private readonly List<DraftClaim> _claims = [];
    private readonly Candidates _candidates;
    private readonly Dictionary<string, List<int>> _byQuotedWord = new(StringComparer.Ordinal);

    private ClaimGatherer(IReadOnlyDictionary<int, int> frequencies) => _candidates = new Candidates(frequencies);

    public static List<DraftClaim> Gather(IReadOnlyList<Telling> tellings)
    {
        var gatherer = new ClaimGatherer(Frequencies(tellings));
        foreach (var telling in tellings)
            gatherer.Place(telling);
        gatherer.AttributeClauses();
        return gatherer.AbsorbPoorer();
    }

    private void Place(Telling telling)
    {
        if (Quoting(telling) is { } quoting)
        {
            quoting.Add(telling);
            return;
        }

        var near = _candidates.For(telling.Wording);
        if (Best(telling, near) is { } best)
        {
            best.Add(telling);
            return;
        }

        if (Union.Cover(telling.Wording, [.. near.Select(id => _claims[id].Shown.Wording)]) is { } parts)
        {
            Divide(telling, near, parts);
            return;
        }

        Found(telling);
    }

    private void Found(Telling telling)
    {
        var id = _claims.Count;
        _claims.Add(new DraftClaim(telling));
        _candidates.Add(id, telling.Wording);
        if (telling.Quotation is not { IsTelling: true } quotation)
            return;
        foreach (var word in quotation.Words.Distinct(StringComparer.Ordinal))
        {
            if (!_byQuotedWord.TryGetValue(word, out var ids))
                _byQuotedWord.Add(word, ids = []);
            ids.Add(id);
        }
    }

    // The same words quoted are one claim, whatever sentence carries them, unless someone else is said to have spoken them.
    private DraftClaim? Quoting(Telling telling)
    {
        if (telling.Quotation is not { IsTelling: true, IsMost: true } quotation)
            return null;
        var rarest = quotation.Words.MinBy(word => _byQuotedWord.TryGetValue(word, out var ids) ? ids.Count : 0)!;
        return _byQuotedWord.GetValueOrDefault(rarest)?
            .Select(id => _claims[id])
            .FirstOrDefault(claim => quotation.IsPartOf(claim.Shown.Quotation!) && !IsContradicted(telling, claim.Shown));
    }

    private static bool IsContradicted(Telling telling, Telling shown)
    {
        var comparison = FactComparison.Of(telling.Wording, shown.Wording);
        return comparison.FigureConflicts.Count > 0 || comparison.DateConflicts.Count > 0 || Speakers.Differ(telling, shown);
    }

    private DraftClaim? Best(Telling telling, List<int> near)
    {
        DraftClaim? best = null;
        var most = 0.0;
        foreach (var id in near)
        {
            var share = Coverage.Share(telling.Wording, _claims[id].Shown.Wording);
            if (share > most && _claims[id].Shown.MayCarry(telling) && Coverage.Absorbs(_claims[id].Shown.Wording, telling.Wording))
                (best, most) = (_claims[id], share);
        }

        return best;
    }

    // Whoever says most of it carries the whole passage; the others a stretch, where that says most of what they say.
    private void Divide(Telling telling, List<int> near, List<UnionPart> parts)
    {
        _claims[near[parts[0].Index]].Add(telling);
        foreach (var part in parts.Skip(1))
        {
            var claim = _claims[near[part.Index]];
            if (Coverage.Share(claim.Shown.Wording, telling.Wording) >= Union.MostOfIt)
                claim.Add(telling, part.Part);
        }
    }

    // A sentence with a claim of its own may, in a clause, also say what another claim says.
    private void AttributeClauses()
    {
        for (var id = 0; id < _claims.Count; id++)
        {
            var telling = _claims[id].Shown;
            var clauses = Clauses.Of(telling.Wording.Statement);
            if (clauses.Count < 2)
                continue;
            foreach (var (first, end) in clauses)
            {
                var clause = telling.Wording.Part(first, end);
                foreach (var other in _candidates.For(clause))
                {
                    if (other == id || !Coverage.Absorbs(_claims[other].Shown.Wording, clause)
                        || Coverage.Share(_claims[other].Shown.Wording, clause) < Union.MostOfIt)
                    {
                        continue;
                    }

                    _claims[other].Add(telling, Clauses.SpanOf(telling.Wording.Statement, first, end));
                    break;
                }
            }
        }
    }

    // A later telling may say all that an earlier claim says, and more.
    private List<DraftClaim> AbsorbPoorer()
    {
        var gone = new bool[_claims.Count];
        for (var id = 0; id < _claims.Count; id++)
        {
            var claim = _claims[id];
            foreach (var other in _candidates.For(claim.Shown.Wording))
            {
                if (other == id || gone[other] || !_claims[other].Shown.MaySupply(claim.Shown) || !_claims[other].Shown.MayCarry(claim.Shown)
                    || !Coverage.Absorbs(_claims[other].Shown.Wording, claim.Shown.Wording))
                {
                    continue;
                }

                _claims[other].Absorb(claim);
                gone[id] = true;
                break;
            }
        }

        return [.. _claims.Where((_, id) => !gone[id])];
    }

    private static Dictionary<int, int> Frequencies(IReadOnlyList<Telling> tellings)
    {
        var frequencies = new Dictionary<int, int>();
        foreach (var telling in tellings)
        {
            foreach (var word in telling.Wording.Content)
            {
                var stem = telling.Wording.StemAt(word);
                frequencies[stem] = frequencies.GetValueOrDefault(stem) + 1;
            }
        }

        return frequencies;
    }
}
