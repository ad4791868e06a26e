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

    // A clause of fewer words, names among them, is no statement whose fact can change.
    private const int LeastOfPart = 4;

    public ClaimNews NewsOf(BondedClaim claim, LocalDate today)
    {
        var here = claim.Bonds.Where(bonded => continued.Contains(bonded.Earlier.Claim.Story)).ToList();
        if (FirstSeen(claim, here) is { } seen)
            return new ClaimNews(NewsStatus.Continuing, null, null, seen);
        if ((Latest(here, Bond.Changed) ?? ChangedInPart(claim.Statement) ?? Latest(here, Bond.Fuller)) is { } earlier)
            return new ClaimNews(NewsStatus.Updated, earlier.Claim.Id, earlier.Claim.Text, today);
        return new ClaimNews(NewsStatus.New, null, null, today);
    }

    private LocalDate? FirstSeen(BondedClaim claim, List<BondedStatement> here)
    {
        var again = here.FindAll(bonded => bonded.Bond == Bond.Same);
        if (again.Count == 0)
            again = [.. claim.Bonds.Where(bonded => bonded.Bond == Bond.Same && IsTelling(claim.Statement.Wording))];
        if (again.Count == 0)
            again = here.FindAll(bonded => bonded.Bond is Bond.None or Bond.Fuller && AddsOnlyKnownNames(claim.Statement, bonded.Earlier.Statement));
        if (again.Count > 0)
            return again.Min(bonded => bonded.Earlier.FirstSeen);
        return here.Exists(bonded => bonded.Bond == Bond.Changed) ? null : FirstSeenBetween(claim.Statement);
    }

    // What the reader was told last; the bonds stand with the nearest first.
    private static EarlierStatement? Latest(List<BondedStatement> here, Bond bond) =>
        here.Where(bonded => bonded.Bond == bond).OrderByDescending(bonded => bonded.Earlier.Edition).Select(bonded => bonded.Earlier).FirstOrDefault();

    private static bool IsTelling(Wording wording) =>
        wording.FactCount >= FactsElsewhere && wording.Names.Count > 0 && wording.Content.Length >= ContentElsewhere;

    // "Ana Torvald resigned" after "She resigned", where the story has named her: nothing new to the reader.
    private bool AddsOnlyKnownNames(PrintedStatement now, PrintedStatement then) =>
        then.Telling.MayCarry(now.Telling) && !StatementBond.HasComeToPass(now, then)
        && ToldAgain.Of(now.Wording, then.Wording, name => Told(now.Wording).Exists(earlier => NameMatch.IsNamed(now.Wording, name, earlier.Statement.Wording)));

    // "She signed accords, with London announcing that flights were agreed" after "Flights were agreed in principle, London announced".
    private EarlierStatement? ChangedInPart(PrintedStatement statement)
    {
        if (statement.Telling.IsQuotation)
            return null;
        foreach (var clause in PartsOf(statement))
        {
            var changed = Told(clause.Wording).Find(earlier => PartsOf(earlier.Statement).Exists(part =>
                Math.Min(clause.Wording.Plain.Length, part.Wording.Plain.Length) >= LeastOfPart && StatementBond.Of(clause, part, isCorrected: false) == Bond.Changed));
            if (changed is not null)
                return changed;
        }

        return null;
    }

    // A sentence that joins what earlier ones told, clause by clause.
    private LocalDate? FirstSeenBetween(PrintedStatement statement)
    {
        var clauses = PartsOf(statement);
        if (clauses.Count < 2 || statement.Telling.IsQuotation)
            return null;
        LocalDate? seen = null;
        foreach (var clause in clauses)
        {
            if (Told(clause.Wording).Find(earlier => StatementBond.Of(clause, earlier.Statement, isCorrected: false) == Bond.Same) is not { } teller)
                return null;
            seen = seen is { } day ? LocalDate.Min(day, teller.FirstSeen) : teller.FirstSeen;
        }

        return seen;
    }

    private static List<PrintedStatement> PartsOf(PrintedStatement statement) =>
        Clauses.Of(statement.Wording.Statement).ConvertAll(clause =>
            new PrintedStatement(statement.Telling with { Wording = statement.Wording.Part(clause.First, clause.End) }, statement.Day, statement.Address));

    private List<EarlierStatement> Told(Wording wording) =>
        [.. statements.Near(wording).Where(earlier => continued.Contains(earlier.Claim.Story))];
}
