using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>A lasting story of earlier editions.</summary>
/// <param name="Headline">As it was told last.</param>
/// <param name="Texts">What its last edition told of it, in that order.</param>
/// <param name="LatestDay">The last publication that it told of; the edition's day where no article gave one.</param>
/// <param name="First">The day of the first edition that told of it, as far as is remembered.</param>
/// <param name="Claims">How many different statements told of it.</param>
/// <param name="Addresses">Of the articles that told of it.</param>
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
