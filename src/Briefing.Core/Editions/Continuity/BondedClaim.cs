using Briefing.Core.Stories;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Editions.Continuity;

/// <summary>A claim of today's with the earlier statements that it was compared with.</summary>
/// <param name="Bonds">The nearest first, then the latest.</param>
internal sealed record BondedClaim(Claim Claim, PrintedStatement Statement, IReadOnlyList<BondedStatement> Bonds)
{
    // What is told again outside its story.
    private const int FactsElsewhere = 2;
    private const int ContentElsewhere = 6;

    /// <summary>Whether it says so much that it cannot be said of two events.</summary>
    public bool IsTelling => IsTellingOf(Statement.Wording);

    /// <summary>Its strongest bond with an earlier story.</summary>
    public Bond With(string story) => Bonds
        .Where(bonded => bonded.Earlier.Claim.Story == story)
        .Select(bonded => bonded.Bond)
        .DefaultIfEmpty(Bond.None)
        .MinBy(bond => bond == Bond.None ? int.MaxValue : (int)bond);

    /// <param name="corrected">Addresses whose article was changed since it was told.</param>
    public static BondedClaim Of(Claim claim, PrintedStatement statement, EarlierStatements earlier, IReadOnlySet<string> corrected)
    {
        var bonds = earlier.WordForWord(statement).Select(BondWith).ToList();
        // Where it stands word for word, and no other event can be meant, others in other words decide nothing more.
        if (!bonds.Exists(bonded => bonded.Bond == Bond.Same) || !IsTellingOf(statement.Wording))
            bonds.AddRange(earlier.Near(statement.Wording).Where(candidate => !candidate.Statement.IsWordForWord(statement)).Select(BondWith));
        return new BondedClaim(claim, statement, bonds);

        BondedStatement BondWith(EarlierStatement candidate) => new(
            candidate,
            StatementBond.Of(statement, candidate.Statement, candidate.Claim.Address == statement.Address && corrected.Contains(statement.Address)));
    }

    private static bool IsTellingOf(Wording wording) =>
        wording.FactCount >= FactsElsewhere && wording.Names.Count > 0 && wording.Content.Length >= ContentElsewhere;
}

internal readonly record struct BondedStatement(EarlierStatement Earlier, Bond Bond);
