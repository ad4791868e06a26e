using System.Collections.Immutable;
using Briefing.Core.Stories.Claims;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>What the reader knows of a story of today's: the claims of the earlier stories that it continues.</summary>
/// <remarks>
/// Told again, whatever outlet and wording: continuing. A figure, date, name or strength that differs, a plan that has come to
/// pass, a statement that tells the earlier one and adds to it: updated, because the reader is served best by the new words beside
/// the old. All else: new. An earlier figure that comes back beside a later one is an old account and continues.
/// </remarks>
internal sealed class KnownStory(ImmutableHashSet<string> continued, EarlierStatements statements)
{
    // To be told again outside the story a claim must say so much that it cannot be said of two events.
    private const int FactsElsewhere = 2;
    private const int ContentElsewhere = 6;

    // The words beside names that a statement told again may not add.
    private const double NoMoreThanNames = 0.7;

    public ClaimNews NewsOf(BondedClaim claim, LocalDate today)
    {
        var here = claim.Bonds.Where(bonded => continued.Contains(bonded.Earlier.Claim.Story)).ToList();
        var again = here.FindAll(bonded => bonded.Bond == Bond.Same);
        if (again.Count == 0)
            again = [.. claim.Bonds.Where(bonded => bonded.Bond == Bond.Same && IsTelling(claim.Statement.Wording))];
        if (again.Count == 0)
            again = here.FindAll(bonded => bonded.Bond is Bond.Fuller && AddsOnlyKnownNames(claim.Statement.Wording, bonded.Earlier.Statement.Wording));
        if (again.Count > 0)
            return Continuing(again.Min(bonded => bonded.Earlier.FirstSeen));

        var changed = here.FindAll(bonded => bonded.Bond == Bond.Changed);
        if (changed.Count == 0 && FirstSeenBetween(claim.Statement) is { } seen)
            return Continuing(seen);
        if (changed.Count == 0)
            changed = here.FindAll(bonded => bonded.Bond == Bond.Fuller);
        if (changed.Count == 0)
            return new ClaimNews(NewsStatus.New, null, null, today);

        // What the reader was told last; the bonds stand with the nearest first.
        var earlier = changed.OrderByDescending(bonded => bonded.Earlier.Edition).First().Earlier.Claim;
        return new ClaimNews(NewsStatus.Updated, earlier.Id, earlier.Text, today);

        static ClaimNews Continuing(LocalDate firstSeen) => new(NewsStatus.Continuing, null, null, firstSeen);
    }

    private static bool IsTelling(Wording wording) =>
        wording.FactCount >= FactsElsewhere && wording.Names.Count > 0 && wording.Content.Length >= ContentElsewhere;

    // "Ana Torvald resigned" after "She resigned", where the story has named her: nothing new to the reader.
    private bool AddsOnlyKnownNames(Wording now, Wording then)
    {
        if (Coverage.ShareBesideNames(now, then) < NoMoreThanNames)
            return false;
        var added = FactLoss.Of(now, then);
        return added is { LostFigures.Count: 0, LostDates.Count: 0, LosesCondition: false, ForceConflicts.Count: 0 }
            && added.LostNames.TrueForAll(name => Told(now).Exists(earlier => NameMatch.IsNamed(now, name, earlier.Statement.Wording)));
    }

    // A sentence that joins what earlier ones told, clause by clause.
    private LocalDate? FirstSeenBetween(PrintedStatement statement)
    {
        var clauses = Clauses.Of(statement.Wording.Statement);
        if (clauses.Count < 2 || statement.Telling.IsQuotation)
            return null;
        LocalDate? seen = null;
        foreach (var (first, end) in clauses)
        {
            var clause = new PrintedStatement(statement.Telling with { Wording = statement.Wording.Part(first, end) }, statement.Day, statement.Address);
            if (Told(clause.Wording).Find(earlier => StatementBond.Of(clause, earlier.Statement, isCorrected: false) == Bond.Same) is not { } teller)
                return null;
            seen = seen is { } day ? LocalDate.Min(day, teller.FirstSeen) : teller.FirstSeen;
        }

        return seen;
    }

    private List<EarlierStatement> Told(Wording wording) =>
        [.. statements.Near(wording).Where(earlier => continued.Contains(earlier.Claim.Story))];
}
