using Briefing.Core.Model;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Core.Novelty;

/// <summary>Takes from a finished edition what later ones need of it. The edition alone suffices: a stored edition.json will do.</summary>
public static class EditionMemory
{
    /// <exception cref="InvalidDataException">The edition contradicts itself; the message names where.</exception>
    public static RememberedEdition Of(Edition edition)
    {
        var date = DayOf(edition.Date) ?? throw new InvalidDataException($"The edition's date \"{edition.Date}\" is no date.");
        var articles = edition.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        var documents = edition.Documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
        var stories = edition.Sections.SelectMany(section => section.Stories).ToList();
        return new RememberedEdition(
            edition.Entry,
            date,
            edition.Version,
            [.. stories.OrderBy(story => story.AngleOf is null ? 0 : 1).Select(story => new RememberedStory(HomeOf(story), story.Headline)).DistinctBy(story => story.Id, StringComparer.Ordinal)],
            [.. stories.SelectMany(story => story.Claims, (story, claim) => (Story: story, Claim: claim)).Select((entry, place) => ClaimOf(entry.Story, entry.Claim, place))],
            [.. stories.SelectMany(story => story.Articles.Select(article => ArticleOf(story, article))).Distinct()]);

        RememberedClaim ClaimOf(SectionStory story, EditionClaim claim, int place)
        {
            var source = Known(articles, claim.Attributions[0].Article);
            return new RememberedClaim(
                claim.Id, HomeOf(story), place, claim.Text, DayOf(source.Published), AddressOf(source, Known(documents, source.Document)), DayOf(claim.FirstSeen) ?? date);
        }

        RememberedArticle ArticleOf(SectionStory story, string id)
        {
            var document = Known(documents, Known(articles, id).Document);
            return new RememberedArticle(AddressOf(articles[id], document), document.Sha256, HomeOf(story));
        }
    }

    private static string HomeOf(SectionStory story) => story.AngleOf ?? story.Id;

    private static string AddressOf(EditionArticle article, EditionDocument document) => article.Url ?? document.Name;

    private static T Known<T>(Dictionary<string, T> all, string id) =>
        all.TryGetValue(id, out var known) ? known : throw new InvalidDataException($"The edition names {id}, which it does not list.");

    // Of an instant, too, the day is enough.
    private static LocalDate? DayOf(string? iso) =>
        iso is { Length: >= 10 } && LocalDatePattern.Iso.Parse(iso[..10]) is { Success: true } day ? day.Value : null;
}
