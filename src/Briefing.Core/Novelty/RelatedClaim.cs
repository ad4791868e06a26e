using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;

namespace Briefing.Core.Novelty;

/// <summary>A claim of today's with the earlier statements that it was compared with.</summary>
/// <param name="Relations">The nearest first, then the latest.</param>
internal sealed record RelatedClaim(Claim Claim, ComparableStatement Sentence, IReadOnlyList<RelatedStatement> Relations)
{
    // What is reported again outside its story.
    private const int FactsElsewhere = 2;
    private const int ContentElsewhere = 6;

    /// <summary>Whether it says so much that it cannot be said of two events.</summary>
    public bool IsSubstantial => IsSubstantialIn(Sentence.ComparableClause);

    /// <summary>Its strongest bond with an earlier story.</summary>
    public NoveltyRelation With(string story) => Relations
        .Where(related => related.Earlier.Claim.Story == story)
        .Select(related => related.NoveltyRelation)
        .DefaultIfEmpty(NoveltyRelation.None)
        .MinBy(relation => relation == NoveltyRelation.None ? int.MaxValue : (int)relation);

    /// <param name="corrected">Addresses whose article was changed since it was reported.</param>
    public static RelatedClaim Of(Claim claim, ComparableStatement statement, EarlierClaimIndex earlier, IReadOnlySet<string> corrected)
    {
        var relations = earlier.WordForWord(statement).Select(RelationWith).ToList();
        // Where it stands word for word, and no other event can be meant, others in other words decide nothing more.
        if (!relations.Exists(related => related.NoveltyRelation == NoveltyRelation.Same) || !IsSubstantialIn(statement.ComparableClause))
            relations.AddRange(earlier.Near(statement.ComparableClause).Where(candidate => !candidate.Sentence.IsWordForWord(statement)).Select(RelationWith));
        return new RelatedClaim(claim, statement, relations);

        RelatedStatement RelationWith(EarlierClaim candidate) => new(
            candidate,
            NoveltyComparer.Of(statement, candidate.Sentence, candidate.Claim.Address == statement.Address && corrected.Contains(statement.Address)));
    }

    private static bool IsSubstantialIn(ComparableClause clause) =>
        clause.FactCount >= FactsElsewhere && clause.Names.Count > 0 && clause.Content.Length >= ContentElsewhere;
}

internal readonly record struct RelatedStatement(EarlierClaim Earlier, NoveltyRelation NoveltyRelation);

/// <summary>
/// Which addresses hold an article that was reported before and has been changed since. An address alone proves nothing: a page shows
/// another article today, a dump's name is used again. What was corrected still says most things word for word.
/// </summary>
internal static class CorrectedArticles
{
    private const double WordForWord = 0.5;

    public static HashSet<string> Find(IEnumerable<ComparableStatement> today, EarlierClaimIndex earlier) =>
    [
        .. today
            .GroupBy(statement => statement.Address, StringComparer.Ordinal)
            .Where(article => article.Count(statement => IsKnownThere(statement, earlier)) is var known && known < article.Count() && known >= WordForWord * article.Count())
            .Select(article => article.Key),
    ];

    private static bool IsKnownThere(ComparableStatement statement, EarlierClaimIndex earlier) =>
        earlier.WordForWord(statement).Any(told => told.Claim.Address == statement.Address);
}
