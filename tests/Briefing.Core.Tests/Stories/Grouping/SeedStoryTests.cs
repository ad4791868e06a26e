using Briefing.Core.Extraction;
using Briefing.Core.Matching;
using Briefing.Core.Stories;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Stories.Grouping;

/// <summary>Facts about five real page dumps, which are not part of this repository.</summary>
public class SeedStoryTests
{
    [SharedFact]
    public void FiveAccountsOfTheVisitAreOneStoryAndTheCommandPostsAnother()
    {
        var stories = StoriesOf(SharedData.PathOf("seeds"));

        Assert.Equal([5, 1], stories.Select(story => story.Count));
        Assert.EndsWith("NATO command posts", stories[1][0], StringComparison.Ordinal);
    }

    private static List<List<string>> StoriesOf(string folder) => StoriesOf([.. Texts(folder)]);

    private static List<List<string>> StoriesOf(string[] texts)
    {
        var articles = texts
            .Select((text, at) => ArticleExtractor.Extract(Some.Document(text, $"d{at + 1}")))
            .SelectMany(document => document.Articles)
            .ToList();
        return
        [
            .. StoryFinder.Group(ReportFinder.Find(articles))
                .Select(story => story.SelectMany(report => report.Articles).Select(article => article.Article.Headline).ToList()),
        ];
    }

    private static IEnumerable<string> Texts(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
