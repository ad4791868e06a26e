using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Reprints;
using Briefing.Core.Stories;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Stories;

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

    // Who meets whom where is exchanged; the pact's and the region's names and the third country stay as they were.
    [SharedFact]
    public void TheSameWordingAboutAnotherMeetingIsAnotherReportAndAnotherStory()
    {
        (string, string)[] renamed =
        [
            ("Britain", "Norway"), ("British", "Norwegian"), ("Japanese", "Chilean"), ("Japan", "Chile"), ("Keir Starmer", "Inga Haugland"),
            ("Starmer", "Haugland"), ("Sanae Takaichi", "Pablo Montt"), ("Takaichi", "Montt"), ("Tokyo", "Santiago"),
        ];
        var seeds = Texts(SharedData.PathOf("seeds")).ToList();
        foreach (var seed in seeds)
        {
            var other = renamed.Aggregate(seed, (text, names) => text.Replace(names.Item1, names.Item2, StringComparison.Ordinal));

            var stories = StoryFinder.Group(ReprintFinder.Find(ArticlesOf([.. seeds, other])))
                .Select(story => story.SelectMany(report => report.Articles).Select(article => article.Article.Document.Id));

            Assert.Equal(["d6"], Assert.Single(stories, story => story.Contains("d6") && !story.Contains("d1")));
        }
    }

    private static List<List<string>> StoriesOf(string folder) =>
    [
        .. StoryFinder.Group(ReprintFinder.Find(ArticlesOf(Texts(folder))))
            .Select(story => story.SelectMany(report => report.Articles).Select(article => article.Article.Headline).ToList()),
    ];

    private static List<Article> ArticlesOf(IEnumerable<string> texts) =>
    [
        .. texts
            .Select((text, at) => ArticleExtractor.Extract(Some.Document(text, $"d{at + 1}")))
            .SelectMany(document => document.Articles),
    ];

    private static IEnumerable<string> Texts(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
