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

    // Each article is a report here: whether so like a wording is a reprint is not the question. Who meets where about which
    // pact is changed; with the pact's and the region's names left as they were, the copy would still join the story.
    [SharedFact]
    public void TheSameWordingAboutAnotherMeetingIsAnotherStory()
    {
        (string, string)[] renamed =
        [
            ("Britain", "Norway"), ("British", "Norwegian"), ("Japanese", "Chilean"), ("Japan", "Chile"), ("Keir Starmer", "Inga Haugland"),
            ("Starmer", "Haugland"), ("Sanae Takaichi", "Pablo Montt"), ("Takaichi", "Montt"), ("Tokyo", "Santiago"),
            ("Strategic Cyber Partnership", "Southern Fisheries Compact"), ("Indo-Pacific", "Antarctic"),
        ];
        var seeds = Texts(SharedData.PathOf("seeds")).ToList();
        var other = renamed.Aggregate(seeds[2], (text, names) => text.Replace(names.Item1, names.Item2, StringComparison.Ordinal));

        var accounts = ArticlesOf([.. seeds, other]).Select((article, at) =>
            new Report($"r{at + 1}", [new SourcedArticle(article, Origin: null, Basis: null, ReprintOf: null)]));

        Assert.Equal([5, 1, 1], StoryFinder.Group([.. accounts]).Select(story => story.Length));
    }

    private static List<List<string>> StoriesOf(string folder) =>
    [
        .. StoryFinder.Group(ReportFinder.Find(ArticlesOf(Texts(folder))))
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
