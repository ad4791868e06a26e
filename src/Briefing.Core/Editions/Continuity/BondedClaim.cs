using Briefing.Core.Stories;

namespace Briefing.Core.Editions.Continuity;

/// <summary>A claim of today's with the earlier statements that it was compared with.</summary>
/// <param name="Bonds">The nearest first, then the latest.</param>
internal sealed record BondedClaim(Claim Claim, PrintedStatement Statement, IReadOnlyList<BondedStatement> Bonds)
{
    /// <summary>Its strongest bond with an earlier story.</summary>
    public Bond With(string story) => Bonds
        .Where(bonded => bonded.Earlier.Claim.Story == story)
        .Select(bonded => bonded.Bond)
        .DefaultIfEmpty(Bond.None)
        .MinBy(bond => bond == Bond.None ? int.MaxValue : (int)bond);

    /// <param name="corrected">Addresses whose article was changed since it was told.</param>
    public static BondedClaim Of(Claim claim, PrintedStatement statement, EarlierStatements earlier, IReadOnlySet<string> corrected) =>
        new(claim, statement,
        [
            .. earlier.Near(statement).Select(candidate => new BondedStatement(
                candidate,
                StatementBond.Of(statement, candidate.Statement, candidate.Statement.Address == statement.Address && corrected.Contains(statement.Address)))),
        ]);
}

internal readonly record struct BondedStatement(EarlierStatement Earlier, Bond Bond);
