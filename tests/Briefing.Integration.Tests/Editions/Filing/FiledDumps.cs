using System.Collections.Immutable;
using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Reading;
using Briefing.Core.Topics;
using Briefing.Tests.Shared;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Integration.Tests.Editions.Filing;

/// <summary>Page dumps read and filed by the configured topics, every passage a claim of its own.</summary>
internal static class FiledDumps
{
    /// <summary>The articles of the files, told apart into stories by their headlines: those with the same key are one.</summary>
    public static FilingResult File(IEnumerable<string> paths, Func<Article, string> storyOf)
    {
        var articles = paths.SelectMany((path, at) =>
        {
            var document = DocumentReader.Read(System.IO.File.ReadAllBytes(path), $"d{at + 1}", Path.GetFileName(path), null, null, Instant.FromUtc(2026, 3, 10, 6, 0));
            return ArticleExtractor.Extract(document).Articles.Select((article, number) => article with { Id = $"a{at + 1}-{number + 1}" });
        });
        var topics = BriefingConfiguration.Load(Repository.PathOf("briefing.json")).Configuration!.Topics;
        return new TopicFiler(topics).File([.. articles.GroupBy(storyOf).Select(group => StoryOf(group.Key, [.. group]))]);
    }

    public static ImmutableArray<FiledStory> Section(this FilingResult filed, string topic) =>
        filed.Sections.Single(section => section.Topic.Id == topic).Stories;

    /// <summary>The texts of a section's claims.</summary>
    public static ImmutableArray<string> Claims(this FilingResult filed, string topic) =>
        [.. filed.Section(topic).SelectMany(story => story.Claims).Select(claim => claim.Text)];

    private static Story StoryOf(string id, ImmutableArray<Article> articles)
    {
        var reports = articles.Select(article => new Report("r-" + article.Id, [new SourcedArticle(article, null, null, null)]));
        var claims = articles.SelectMany(article => article.Passages
            .Where(passage => passage.Kind != PassageKind.Subheading)
            .Select((passage, at) => new Claim($"{article.Id}-{at + 1}", passage.Text, [new Attribution(article, passage.Span, true)], false, null)));
        return new Story(id, articles[0].Headline, [.. reports], [.. claims], []);
    }
}
