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
    // A clause of fewer words, names among them, is no statement whose fact can change.
    private const int LeastOfPart = 4;

    public ClaimNews NewsOf(BondedClaim claim, LocalDate today)
    {
        var here = claim.Bonds.Where(bonded => continued.Contains(bonded.Earlier.Claim.Story)).ToList();
        if (FirstSeen(claim, here) is { } seen)
            return new ClaimNews(NewsStatus.Continuing, null, null, seen);

        var changed = Latest(here, Bond.Changed);
        var told = changed is null ? TellersOfParts(claim.Statement) : [];
        if (changed is null && FirstSeenBetween(claim.Statement, told) is { } seenBetween)
            return new ClaimNews(NewsStatus.Continuing, null, null, seenBetween);
        if ((changed ?? ChangedInPart(claim.Statement, told) ?? Latest(here, Bond.Fuller)) is { } earlier)
            return new ClaimNews(NewsStatus.Updated, earlier.Claim.Id, earlier.Claim.Text, today);
        return new ClaimNews(NewsStatus.New, null, null, today);
    }

    private LocalDate? FirstSeen(BondedClaim claim, List<BondedStatement> here)
    {
        var again = here.FindAll(bonded => bonded.Bond == Bond.Same);
        if (again.Count == 0 && claim.IsTelling)
            again = [.. claim.Bonds.Where(bonded => bonded.Bond == Bond.Same)];
        if (again.Count == 0)
            again = here.FindAll(bonded => bonded.Bond is Bond.None or Bond.Fuller && AddsOnlyKnownNames(claim.Statement, bonded.Earlier.Statement));
        return again.Count == 0 ? null : again.Min(bonded => bonded.Earlier.FirstSeen);
    }

    // What the reader was told last; the bonds stand with the nearest first.
    private static EarlierStatement? Latest(List<BondedStatement> here, Bond bond) =>
        here.Where(bonded => bonded.Bond == bond).OrderByDescending(bonded => bonded.Earlier.Edition).Select(bonded => bonded.Earlier).FirstOrDefault();

    // "Ana Torvald resigned" after "She resigned", where the story has named her: nothing new to the reader.
    private bool AddsOnlyKnownNames(PrintedStatement now, PrintedStatement then) =>
        then.Telling.MayCarry(now.Telling) && !StatementBond.HasComeToPass(now, then)
        && ToldAgain.Of(now.Wording, then.Wording, name => TellersOf(now.Wording).Any(earlier => NameMatch.IsNamed(now.Wording, name, earlier.Statement.Wording)));

    // "She signed accords, with London announcing that flights were agreed" after "Flights were agreed in principle, London announced".
    private EarlierStatement? ChangedInPart(PrintedStatement statement, List<List<EarlierStatement>> told)
    {
        for (var at = 0; at < told.Count; at++)
        {
            var clause = statement.Parts[at];
            if (clause.Wording.Plain.Length >= LeastOfPart
                && told[at].Find(earlier => earlier.Statement.Parts.Any(part => IsChanged(clause, part))) is { } changed)
            {
                return changed;
            }
        }

        return null;
    }

    private static bool IsChanged(PrintedStatement clause, PrintedStatement part) =>
        part.Wording.Plain.Length >= LeastOfPart && StatementBond.Of(clause, part, isCorrected: false) == Bond.Changed;

    // A sentence that joins what earlier ones told, clause by clause.
    private static LocalDate? FirstSeenBetween(PrintedStatement statement, List<List<EarlierStatement>> told)
    {
        if (told.Count < 2)
            return null;
        LocalDate? seen = null;
        foreach (var (at, clause) in statement.Parts.Index())
        {
            if (told[at].Find(earlier => StatementBond.Of(clause, earlier.Statement, isCorrected: false) == Bond.Same) is not { } teller)
                return null;
            seen = seen is { } day ? LocalDate.Min(day, teller.FirstSeen) : teller.FirstSeen;
        }

        return seen;
    }

    /// <returns>For each part of a statement the claims that may tell it; none of a quotation, which is one whole.</returns>
    private List<List<EarlierStatement>> TellersOfParts(PrintedStatement statement) => statement.Telling.IsQuotation || continued.IsEmpty
        ? []
        : [.. statement.Parts.Select(part => TellersOf(part.Wording).ToList())];

    private IEnumerable<EarlierStatement> TellersOf(Wording wording) =>
        statements.Near(wording).Where(earlier => continued.Contains(earlier.Claim.Story));
}
