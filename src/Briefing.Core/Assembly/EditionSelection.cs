using Briefing.Core.Model;

namespace Briefing.Core.Assembly;

/// <summary>
/// An edition for somebody who wants some of its topics only. For rendering: it is neither stored nor proved. What was read and what
/// was dropped stays whole, because it describes the edition and not its topics.
/// </summary>
public static class EditionSelection
{
    /// <param name="topics">Ids; empty for all. Those without a section are left aside.</param>
    /// <returns>The edition itself where all is wanted. "Also reported" belongs to no topic, so to no choice of them.</returns>
    public static Edition Of(Edition edition, IReadOnlyCollection<string> topics)
    {
        if (topics.Count == 0)
            return edition;
        var wanted = topics.ToHashSet(StringComparer.Ordinal);
        wanted.Remove(EditionLimits.AlsoReportedTopic);
        var sections = edition.Sections.Where(section => wanted.Contains(section.Topic)).ToList();
        var told = sections.SelectMany(section => section.Stories).ToList();
        var (homes, claims) = (HomesOf(told), ClaimsOf(told));
        var left = edition.Sections.SelectMany(section => section.Stories).SelectMany(Cited)
            .Except(told.SelectMany(Cited), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        return edition with
        {
            Sections = [.. sections.Select(section => section with { Stories = [.. section.Stories.Select(story => Within(story, homes, claims))] })],
            Articles = [.. edition.Articles.Where(article => !left.Contains(article.Id)).Select(article => Within(article, left))],
        };
    }

    private static HashSet<string> HomesOf(IEnumerable<SectionStory> stories) =>
        stories.Where(story => story.AngleOf is null).Select(story => story.Id).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> ClaimsOf(IEnumerable<SectionStory> stories) =>
        stories.SelectMany(story => story.Claims).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Cited(SectionStory story) =>
    [
        .. story.Articles,
        .. story.Claims.SelectMany(claim => claim.Attributions).Select(attribution => attribution.Article),
        .. story.Differences.SelectMany(difference => difference.Variants).SelectMany(variant => variant.Articles),
    ];

    // An angle of a story that is left out is a story of its own here; of a difference, who says what stays, though not where.
    private static SectionStory Within(SectionStory story, HashSet<string> homes, HashSet<string> claims) => story with
    {
        AngleOf = story.AngleOf is { } home && homes.Contains(home) ? home : null,
        Differences = [.. story.Differences.Select(difference => difference with { Variants = [.. difference.Variants.Select(variant => Within(variant, claims))] })],
    };

    private static EditionVariant Within(EditionVariant variant, HashSet<string> claims) =>
        variant with { Claims = variant.Claims.RemoveAll(claim => !claims.Contains(claim)) };

    private static EditionArticle Within(EditionArticle article, HashSet<string> left) =>
        article.ReprintOf is { } original && left.Contains(original) ? article with { ReprintOf = null } : article;
}
