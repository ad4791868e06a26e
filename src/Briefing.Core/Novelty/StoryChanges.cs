using Briefing.Core.Model;

namespace Briefing.Core.Novelty;

/// <summary>
/// What changed about stories and statements that stand in both editions, though their words are the same: headline, topic, speaker,
/// differences, sources.
/// </summary>
internal static class StoryChanges
{
    public static IEnumerable<CorrectionChange> Changes(Edition sent, Edition now)
    {
        var (before, after) = (new EditionStoryIndex(sent), new EditionStoryIndex(now));
        var match = after.Stories.ConvertAll(story => (Now: story, Before: before.CounterpartOf(story, after)));
        var answered = match.Select(pair => pair.Before?.Story.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. match.SelectMany(pair => pair.Before is { } earlier ? ChangesOf(earlier, before, pair.Now, after) : HeadingOf(pair.Now, before)),

            // Its statements stand in other stories now.
            .. before.Stories
                .Where(story => !answered.Contains(story.Story.Id) && after.TellsOf(story.Story))
                .Select(story => new CorrectionChange(CorrectionKind.Headline, story.Story.Headline, Now: null)),
        ];
    }

    // Of statements that stood in other stories before.
    private static IEnumerable<CorrectionChange> HeadingOf(IndexedStory story, EditionStoryIndex before) =>
        before.TellsOf(story.Story) ? [new CorrectionChange(CorrectionKind.Headline, Before: null, story.Story.Headline)] : [];

    private static IEnumerable<CorrectionChange> ChangesOf(IndexedStory earlier, EditionStoryIndex before, IndexedStory later, EditionStoryIndex after)
    {
        var story = later.Story;
        if (earlier.Story.Headline != story.Headline)
            yield return new CorrectionChange(CorrectionKind.Headline, earlier.Story.Headline, story.Headline);
        if (earlier.Section.Topic != later.Section.Topic)
            yield return new CorrectionChange(CorrectionKind.Moved, earlier.Section.Title, later.Section.Title, story.Headline);
        if (!DifferencesOf(earlier.Story).SequenceEqual(DifferencesOf(story), StringComparer.Ordinal))
            yield return new CorrectionChange(CorrectionKind.Difference, Before: null, Now: null, story.Headline);
        foreach (var claim in story.Claims)
        {
            if (earlier.Story.Claims.FirstOrDefault(other => other.Text == claim.Text) is not { } same)
                continue;
            if (same.Speaker != claim.Speaker)
                yield return new CorrectionChange(CorrectionKind.Speaker, same.Speaker, claim.Speaker, claim.Text);
            if (same.Origins != claim.Origins || !before.SourcesOf(same).SetEquals(after.SourcesOf(claim)))
                yield return new CorrectionChange(CorrectionKind.Sources, Before: null, Now: null, claim.Text);
        }
    }

    private static IEnumerable<string> DifferencesOf(SectionStory story) => story.Differences.Select(difference =>
        string.Join('\n', [difference.About, .. difference.Variants.Select(variant => $"{variant.Text}\t{variant.Note}")]));
}

/// <summary>An edition's stories and angles where they stand, and what they rest on.</summary>
internal sealed class EditionStoryIndex(Edition edition)
{
    private readonly Dictionary<string, EditionArticle> _articles = edition.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _documents =
        edition.Documents.ToDictionary(document => document.Id, document => document.Name, StringComparer.Ordinal);

    private readonly HashSet<string> _texts = edition.Sections
        .SelectMany(section => section.Stories)
        .SelectMany(story => story.Claims)
        .Select(claim => claim.Text)
        .ToHashSet(StringComparer.Ordinal);

    public List<IndexedStory> Stories { get; } =
        [.. edition.Sections.SelectMany(section => section.Stories, (section, story) => new IndexedStory(section, story))];

    /// <summary>Whether a statement of this story stands here word for word.</summary>
    public bool TellsOf(SectionStory story) => story.Claims.Any(claim => _texts.Contains(claim.Text));

    /// <summary>
    /// The story of the same id; else, where ids were given anew, the one that has most of its statements word for word and is not
    /// told there under its own.
    /// </summary>
    /// <param name="there">The edition of the story that is asked for.</param>
    public IndexedStory? CounterpartOf(IndexedStory story, EditionStoryIndex there)
    {
        if (Stories.Find(other => other.Story.Id == story.Story.Id) is { } same)
            return same;
        var texts = story.Story.Claims.Select(claim => claim.Text).ToHashSet(StringComparer.Ordinal);
        return Stories
            .Where(other => there.Stories.TrueForAll(later => later.Story.Id != other.Story.Id) && other.Story.Claims.Any(claim => texts.Contains(claim.Text)))
            .MaxBy(other => other.Story.Claims.Count(claim => texts.Contains(claim.Text)));
    }

    // Articles are numbered anew in each edition.
    public HashSet<string> SourcesOf(EditionClaim claim) =>
        claim.Attributions.Select(attribution => SourceOf(attribution.Article)).ToHashSet(StringComparer.Ordinal);

    private string SourceOf(string id) =>
        _articles.TryGetValue(id, out var article)
            ? article.Url ?? _documents.GetValueOrDefault(article.Document, article.Document)
            : throw new InvalidDataException($"The edition names {id}, which it does not list.");
}

internal sealed record IndexedStory(Section Section, SectionStory Story);
