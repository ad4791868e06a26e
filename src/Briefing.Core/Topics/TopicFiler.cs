using System.Collections.Immutable;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Topics;

/// <summary>
/// Files statements under the configured topics, claim by claim. A story has a home section; where enough of its claims belong
/// to another topic, an angle of it stands there. Linear in the text; for one thread at a time.
/// </summary>
public sealed class TopicFiler
{
    private readonly TopicIndex _index;

    /// <exception cref="ArgumentException">A phrase of a topic cannot be read.</exception>
    public TopicFiler(IReadOnlyList<Topic> topics) => _index = new TopicIndex(topics);

    public FilingResult File(IReadOnlyList<Story> stories)
    {
        var sections = _index.Topics.Select(_ => new List<FiledStory>()).ToList();
        var unfiled = new List<FiledStory>();
        foreach (var story in stories)
        {
            foreach (var (topic, filed) in StoryFiler.Of(_index, story).Parts())
                (topic < 0 ? unfiled : sections[topic]).Add(filed);
        }

        return new FilingResult(
            [.. _index.Topics.Zip(sections, (topic, filed) => new TopicSection(topic, InOrder(filed)))],
            InOrder(unfiled));
    }

    /// <summary>Where each claim of a story goes and why.</summary>
    public ImmutableArray<FilingExplanation> Explain(Story story) => new StoryExplainer(_index, story).Explain();

    /// <summary>The better corroborated first, then the wider reported, homes before angles, the firmer of the topic, the later.</summary>
    private static ImmutableArray<FiledStory> InOrder(List<FiledStory> stories) =>
        [.. stories
            .Select(Rank)
            .OrderByDescending(entry => entry.Origins)
            .ThenByDescending(entry => entry.Outlets)
            .ThenBy(entry => entry.Filed.IsAngle)
            .ThenByDescending(entry => Math.Round(entry.Filed.Score, 2))
            .ThenByDescending(entry => entry.Latest)
            .ThenBy(entry => entry.Filed.Story.Id, StringComparer.Ordinal)
            .Select(entry => entry.Filed)];

    private static RankedStory Rank(FiledStory filed)
    {
        var carrying = filed.Claims.SelectMany(claim => claim.Attributions).Select(attribution => attribution.Article.Id).ToHashSet(StringComparer.Ordinal);
        var sourced = filed.Story.Reports.SelectMany(report => report.Articles).Where(article => carrying.Contains(article.Article.Id)).ToList();
        return new RankedStory(
            filed,
            sourced.Select(article => article.Origin).Where(origin => origin is not null).Distinct(StringComparer.Ordinal).Count(),
            sourced.Select(article => article.Article.Outlet ?? article.Article.Document.Id).Distinct(StringComparer.Ordinal).Count(),
            sourced.Select(article => article.Article.Published?.Date ?? LocalDate.MinIsoValue).DefaultIfEmpty(LocalDate.MinIsoValue).Max());
    }

    private sealed record RankedStory(FiledStory Filed, int Origins, int Outlets, LocalDate Latest);
}

/// <summary>Where the stories' claims go: each claim stands once, in a section or among the unfiled.</summary>
/// <param name="Sections">One for each topic, in the topics' order; a section may be empty.</param>
/// <param name="Unfiled">What belongs to no topic, in rank order.</param>
public sealed record FilingResult(ImmutableArray<TopicSection> Sections, ImmutableArray<FiledStory> Unfiled);

/// <summary>A topic's stories in order of rank.</summary>
public sealed record TopicSection(Topic Topic, ImmutableArray<FiledStory> Stories);

/// <summary>A story at its home, or the part of it that is another topic's, with the claims that stand there.</summary>
/// <param name="IsAngle">Whether the story's home, or the rest of it, is elsewhere.</param>
/// <param name="Headline">The story's own; an angle's is a subheading, a headline or a claim of it, verbatim.</param>
/// <param name="Claims">In the story's order. Never empty.</param>
/// <param name="Differences">Those between claims that stand here; one across sections stands where most of its claims do.</param>
/// <param name="Score">How firmly it belongs to the topic: the mean of its claims' scores; 0 for unfiled.</param>
public sealed record FiledStory(
    Story Story,
    bool IsAngle,
    string Headline,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Difference> Differences,
    double Score);
