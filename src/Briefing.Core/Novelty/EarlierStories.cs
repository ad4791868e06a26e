using System.Collections.Immutable;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Novelty;

/// <summary>A lasting story of earlier editions.</summary>
/// <param name="Headline">As it was last reported.</param>
/// <param name="Texts">What its last edition reported of it, in that order.</param>
/// <param name="LatestDay">The last publication that it reported; the edition's day where no article gave one.</param>
/// <param name="First">The day of the first edition that reported it, as far as is remembered.</param>
/// <param name="Claims">How many different statements reported it.</param>
/// <param name="Addresses">Of the articles that reported it.</param>
internal sealed record EarlierStory(
    string Id, string Headline, ImmutableArray<string> Texts, LocalDate LatestDay, LocalDate First, int Claims, ImmutableHashSet<string> Addresses)
{
    /// <param name="earlier">In any order.</param>
    public static ImmutableArray<EarlierStory> Of(IReadOnlyList<RememberedEdition> earlier)
    {
        var claims = earlier.SelectMany(edition => edition.Claims, (edition, claim) => (edition.Date, Claim: claim)).ToLookup(entry => entry.Claim.Story, StringComparer.Ordinal);
        var articles = earlier.SelectMany(edition => edition.Articles).ToLookup(article => article.Story, article => article.Address, StringComparer.Ordinal);
        return
        [
            .. earlier
                .SelectMany(edition => edition.Stories, (edition, story) => (edition.Date, Story: story))
                .GroupBy(entry => entry.Story.Id, StringComparer.Ordinal)
                .OrderBy(told => told.Key, StringComparer.Ordinal)
                .Select(told => Of([.. told.OrderBy(entry => entry.Date)], claims[told.Key], articles[told.Key])),
        ];
    }

    private static EarlierStory Of(
        List<(LocalDate Date, RememberedStory Story)> told, IEnumerable<(LocalDate Date, RememberedClaim Claim)> claims, IEnumerable<string> addresses)
    {
        var (date, story) = told[^1];
        var last = claims.Where(entry => entry.Date == date).Select(entry => entry.Claim).OrderBy(claim => claim.Place).ToList();
        return new EarlierStory(
            story.Id,
            story.Headline,
            [.. last.Select(claim => claim.Text)],
            last.Max(claim => claim.Published) ?? date,
            told[0].Date,
            claims.Select(entry => entry.Claim.Text).Distinct(StringComparer.Ordinal).Count(),
            [.. addresses]);
    }
}

/// <summary>What the reader knows of a story of today's: the claims of the earlier stories that it continues.</summary>
/// <remarks>
/// Told again, whatever outlet and wording: continuing. A figure, date, name or strength that differs, a plan that has come to
/// pass, a statement that tells the earlier one and adds to it: updated, because the reader is served best by the new words beside
/// the old. All else: new. An earlier figure that comes back beside a later one is an old account and continues.
/// </remarks>
internal sealed class KnownStory(ImmutableHashSet<string> continued, EarlierClaimIndex statements)
{
    // A clause of fewer words, names among them, is no statement whose fact can change.
    private const int MinOfPart = 4;

    public ClaimNovelty NewsOf(RelatedClaim claim, LocalDate today)
    {
        var here = claim.Relations.Where(related => continued.Contains(related.Earlier.Claim.Story)).ToList();
        if (FirstSeen(claim, here) is { } seen)
            return new ClaimNovelty(NewsStatus.Continuing, null, null, seen);

        var changed = Latest(here, NoveltyRelation.Changed);
        var told = changed is null ? CarriersOfParts(claim.Sentence) : [];
        if (changed is null && FirstSeenBetween(claim.Sentence, told) is { } seenBetween)
            return new ClaimNovelty(NewsStatus.Continuing, null, null, seenBetween);
        if ((changed ?? ChangedInPart(claim.Sentence, told) ?? Latest(here, NoveltyRelation.Fuller)) is { } earlier)
            return new ClaimNovelty(NewsStatus.Updated, earlier.Claim.Id, earlier.Claim.Text, today);
        return new ClaimNovelty(NewsStatus.New, null, null, today);
    }

    private LocalDate? FirstSeen(RelatedClaim claim, List<RelatedStatement> here)
    {
        var again = here.FindAll(related => related.NoveltyRelation == NoveltyRelation.Same);
        if (again.Count == 0 && claim.IsSubstantial)
            again = [.. claim.Relations.Where(related => related.NoveltyRelation == NoveltyRelation.Same)];
        if (again.Count == 0)
            again = here.FindAll(related => related.NoveltyRelation is NoveltyRelation.None or NoveltyRelation.Fuller && AddsOnlyKnownNames(claim.Sentence, related.Earlier.Sentence));
        return again.Count == 0 ? null : again.Min(related => related.Earlier.FirstSeen);
    }

    // What the reader last read; the relations are in order, the nearest first.
    private static EarlierClaim? Latest(List<RelatedStatement> here, NoveltyRelation relation) =>
        here.Where(related => related.NoveltyRelation == relation).OrderByDescending(related => related.Earlier.Edition).Select(related => related.Earlier).FirstOrDefault();

    // "Ana Torvald resigned" after "She resigned", where the story has named her: nothing new to the reader.
    private bool AddsOnlyKnownNames(ComparableStatement now, ComparableStatement then) =>
        then.DistinctSentence.MayCarry(now.DistinctSentence) && !NoveltyComparer.HasComeToPass(now, then)
        && Redundancy.Of(now.ComparableClause, then.ComparableClause, name => TellersOf(now.ComparableClause).Any(earlier => NameMatch.IsNamed(now.ComparableClause, name, earlier.Sentence.ComparableClause)));

    // "She signed accords, with London announcing that flights were agreed" after "Flights were agreed in principle, London announced".
    private EarlierClaim? ChangedInPart(ComparableStatement statement, List<List<EarlierClaim>> told)
    {
        for (var at = 0; at < told.Count; at++)
        {
            var clause = statement.Parts[at];
            if (clause.ComparableClause.Plain.Length >= MinOfPart
                && told[at].Find(earlier => earlier.Sentence.Parts.Any(part => IsChanged(clause, part))) is { } changed)
            {
                return changed;
            }
        }

        return null;
    }

    private static bool IsChanged(ComparableStatement clause, ComparableStatement part) =>
        part.ComparableClause.Plain.Length >= MinOfPart && NoveltyComparer.Of(clause, part, isCorrected: false) == NoveltyRelation.Changed;

    // A sentence that joins what earlier ones told, clause by clause.
    private static LocalDate? FirstSeenBetween(ComparableStatement statement, List<List<EarlierClaim>> told)
    {
        if (told.Count < 2)
            return null;
        LocalDate? seen = null;
        foreach (var (at, clause) in statement.Parts.Index())
        {
            if (told[at].Find(earlier => NoveltyComparer.Of(clause, earlier.Sentence, isCorrected: false) == NoveltyRelation.Same) is not { } teller)
                return null;
            seen = seen is { } day ? LocalDate.Min(day, teller.FirstSeen) : teller.FirstSeen;
        }

        return seen;
    }

    /// <returns>For each part of a statement the claims that may tell it; none of a quotation, which is one whole.</returns>
    private List<List<EarlierClaim>> CarriersOfParts(ComparableStatement statement) => statement.DistinctSentence.IsQuotation || continued.IsEmpty
        ? []
        : [.. statement.Parts.Select(part => TellersOf(part.ComparableClause).ToList())];

    private IEnumerable<EarlierClaim> TellersOf(ComparableClause clause) =>
        statements.Near(clause).Where(earlier => continued.Contains(earlier.Claim.Story));
}
