using Briefing.Core.Claims.Differences;
using Briefing.Core.Claims.Quotations;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;

namespace Briefing.Core.Claims;

/// <summary>
/// Brings the sentences of one story together into claims. Each sentence in turn is carried by a claim that says all it says, by
/// several claims that do so together, or becomes a claim of its own. Sentences that disagree in a fact never share a claim.
/// </summary>
internal sealed class ClaimBuilder
{
    // A clause that says less than this share of a claim is no account of it.
    private const double MaxOfIt = 0.5;

    // Fewer content words state nothing: "officials said", "he added".
    private const int MinContent = 2;

    // The rule carried a stretch of the sentence, not the whole.
    private const string PartPrefix = "part-by-";

    private readonly List<DraftClaim> _claims = [];
    private readonly CandidateIndex _candidates = new();
    private readonly HashSet<int> _gone = [];
    private readonly Dictionary<string, List<int>> _byQuotedWord = new(StringComparer.Ordinal);

    public static List<DraftClaim> Gather(IReadOnlyList<DistinctSentence> sentences)
    {
        // A single article says what it says once; only its summary repeats the body.
        var isOneArticle = sentences.All(sentence => sentence.Occurrences.TrueForAll(occurrence => occurrence.Rank == sentences[0].First.Rank));
        if (isOneArticle && !sentences.Any(sentence => sentence.IsSummary))
            return [.. sentences.Select(sentence => new DraftClaim(sentence))];

        var gatherer = new ClaimBuilder();
        foreach (var sentence in sentences)
        {
            if (isOneArticle && !sentence.IsSummary)
                gatherer.Found(sentence);
            else
                gatherer.Place(sentence);
        }

        if (!isOneArticle)
        {
            gatherer.AbsorbPoorer();
            gatherer.AttributeClauses();
        }

        return [.. gatherer._claims.Where((_, id) => !gatherer._gone.Contains(id))];
    }

    private void Place(DistinctSentence sentence)
    {
        if (Quoting(sentence) is { } quoting)
        {
            quoting.Add(sentence, "same-quotation");
            return;
        }

        if (Carrier(sentence, sentence.ComparableClause) is { } best)
        {
            best.Claim.Add(sentence, best.Rule);
            return;
        }

        if (CarriersOfParts(sentence) is { } carriers)
        {
            foreach (var (claim, rule, part) in carriers)
                claim.Add(sentence, PartPrefix + rule, part);
            return;
        }

        Found(sentence);
    }

    private void Found(DistinctSentence sentence)
    {
        var id = _claims.Count;
        _claims.Add(new DraftClaim(sentence));
        _candidates.Add(id, sentence.ComparableClause);
        if (sentence.Quotation is not { IsSubstantial: true } quotation)
            return;
        foreach (var word in quotation.Words.Distinct(StringComparer.Ordinal))
        {
            if (!_byQuotedWord.TryGetValue(word, out var ids))
                _byQuotedWord.Add(word, ids = []);
            ids.Add(id);
        }
    }

    // The same words quoted are one claim, whatever sentence carries them, unless someone else is said to have spoken them.
    private DraftClaim? Quoting(DistinctSentence sentence)
    {
        if (sentence.Quotation is not { IsSubstantial: true, IsMost: true } quotation)
            return null;
        var rarest = quotation.Words.MinBy(word => _byQuotedWord.TryGetValue(word, out var ids) ? ids.Count : 0)!;
        return _byQuotedWord.GetValueOrDefault(rarest)?
            .Select(id => _claims[id])
            .FirstOrDefault(claim => quotation.IsPartOf(claim.Shown.Quotation!) && !IsContradicted(sentence, claim.Shown));
    }

    private static bool IsContradicted(DistinctSentence sentence, DistinctSentence shown)
    {
        var comparison = FactDiff.Of(sentence.ComparableClause, shown.ComparableClause);
        return comparison.FigureConflicts.Count > 0 || comparison.DateConflicts.Count > 0 || Speakers.Differ(sentence, shown)
            || FactAlignment.NameConflicts(comparison, FactDiff.Of(shown.ComparableClause, sentence.ComparableClause)).Any();
    }

    private CarryingClaim? Carrier(DistinctSentence sentence, ComparableClause clause) => Carrier(sentence, clause, _candidates.For(clause, Entailment.Least));

    // The claim that says most of it, if it says all that matters.
    private CarryingClaim? Carrier(DistinctSentence sentence, ComparableClause clause, int[] candidates)
    {
        CarryingClaim? best = null;
        var most = 0.0;
        foreach (var id in candidates)
        {
            var shown = _claims[id].Shown;
            var share = Entailment.Share(clause, shown.ComparableClause);
            if (share > most && shown.MayCarry(sentence) && Entailment.AbsorbedBy(shown.ComparableClause, clause) is { } rule && !NamesWhoSpeaks(sentence, shown))
                (best, most) = (new CarryingClaim(_claims[id], rule), share);
        }

        return best;
    }

    // The wording that says whose word it is says more than the same without; it takes the other over later.
    private static bool NamesWhoSpeaks(DistinctSentence sentence, DistinctSentence shown) =>
        sentence.ComparableClause.Stated != sentence.ComparableClause && shown.ComparableClause.Stated == shown.ComparableClause
        && sentence.MaySupply(shown) && sentence.MayCarry(shown) && Entailment.Replaces(sentence.ComparableClause, shown.ComparableClause);

    // The claims that say it between them, each a stretch of clauses; null when one of its clauses is said by none.
    private List<(DraftClaim Claim, string Rule, TextSpan Part)>? CarriersOfParts(DistinctSentence sentence)
    {
        var statement = sentence.ComparableClause.Sentence;
        var clauses = ClauseSplitter.Of(statement);
        if (clauses.Count < 2)
            return null;
        var carried = new List<(CarryingClaim By, int First, int End)>(clauses.Count);
        foreach (var (first, end) in clauses)
        {
            var content = sentence.ComparableClause.ContentOf(first, end);
            var near = _candidates.For(statement, content, Entailment.Least);
            var mayBeEmpty = content.Length < MinContent && carried.Count > 0;
            if (near.Length == 0 && !mayBeEmpty)
                return null;
            var clause = sentence.ComparableClause.Part(first, end);
            if ((mayBeEmpty && clause.FactCount == 0 ? carried[^1].By : Carrier(sentence, clause, near)) is not { } by)
                return null;
            if (carried.Count > 0 && carried[^1].By.Claim == by.Claim)
                carried[^1] = (carried[^1].By, carried[^1].First, end);
            else
                carried.Add((by, first, end));
        }

        return carried.ConvertAll(part => (part.By.Claim, part.By.Rule, ClauseSplitter.SpanOf(statement, part.First, part.End)));
    }

    // A sentence with a claim of its own may, in a clause, also say what another claim says.
    private void AttributeClauses()
    {
        for (var id = 0; id < _claims.Count; id++)
        {
            var sentence = _claims[id].Shown;
            var clauses = ClauseSplitter.Of(sentence.ComparableClause.Sentence);
            if (clauses.Count < 2 || _gone.Contains(id))
                continue;
            foreach (var (first, end) in clauses)
            {
                var near = _candidates.For(sentence.ComparableClause.Sentence, sentence.ComparableClause.ContentOf(first, end), Entailment.Least);
                if (near.Length == 0 || (near.Length == 1 && near[0] == id))
                    continue;
                var clause = sentence.ComparableClause.Part(first, end);
                foreach (var other in near)
                {
                    if (other == id || _gone.Contains(other) || !_claims[other].Shown.MayCarry(sentence)
                        || Entailment.AbsorbedBy(_claims[other].Shown.ComparableClause, clause) is not { } rule
                        || Entailment.Share(_claims[other].Shown.ComparableClause, clause) < MaxOfIt)
                    {
                        continue;
                    }

                    _claims[other].Add(sentence, PartPrefix + rule, ClauseSplitter.SpanOf(sentence.ComparableClause.Sentence, first, end));
                    break;
                }
            }
        }
    }

    // A later sentence may say all that an earlier claim says, and more.
    private void AbsorbPoorer()
    {
        for (var id = 0; id < _claims.Count; id++)
        {
            var claim = _claims[id];
            foreach (var other in _candidates.For(claim.Shown.ComparableClause, Entailment.Least))
            {
                if (other == id || _gone.Contains(other) || !_claims[other].Shown.MaySupply(claim.Shown) || !_claims[other].Shown.MayCarry(claim.Shown)
                    || Entailment.ReplacedBy(_claims[other].Shown.ComparableClause, claim.Shown.ComparableClause) is not { } rule)
                {
                    continue;
                }

                _claims[other].Absorb(claim, rule);
                _gone.Add(id);
                break;
            }
        }
    }
}

/// <summary>A claim that says all that a sentence or clause says, and the name of the rule by which it does.</summary>
internal sealed record CarryingClaim(DraftClaim Claim, string Rule);
