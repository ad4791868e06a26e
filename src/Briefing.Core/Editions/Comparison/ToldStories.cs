namespace Briefing.Core.Editions.Comparison;

/// <summary>An edition's stories and angles where they stand, and what they rest on.</summary>
internal sealed class ToldStories(Edition edition)
{
    private readonly Dictionary<string, EditionArticle> _articles = edition.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _documents =
        edition.Documents.ToDictionary(document => document.Id, document => document.Name, StringComparer.Ordinal);

    private readonly HashSet<string> _texts = edition.Sections
        .SelectMany(section => section.Stories)
        .SelectMany(story => story.Claims)
        .Select(claim => claim.Text)
        .ToHashSet(StringComparer.Ordinal);

    public List<ToldStory> Stories { get; } =
        [.. edition.Sections.SelectMany(section => section.Stories, (section, story) => new ToldStory(section, story))];

    /// <summary>Whether a statement of this story stands here word for word.</summary>
    public bool TellsOf(SectionStory story) => story.Claims.Any(claim => _texts.Contains(claim.Text));

    /// <summary>
    /// The story of the same id; else, where ids were given anew, the one that has most of its statements word for word and is not
    /// told there under its own.
    /// </summary>
    /// <param name="there">The edition of the story that is asked for.</param>
    public ToldStory? CounterpartOf(ToldStory story, ToldStories there)
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

internal sealed record ToldStory(Section Section, SectionStory Story);
