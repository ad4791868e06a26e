using System.Collections.Immutable;
using Briefing.Core.Assembly;
using Briefing.Core.Claims;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Tests.Claims;
using Briefing.Core.Topics;
using NodaTime;

namespace Briefing.Core.Tests.Novelty;

/// <summary>An edition made of stories that are given, so that a test tells of nothing but what is new in them.</summary>
internal static class Morning
{
    public static readonly LocalDate Friday = new(2026, 3, 6);
    public static readonly LocalDate Monday = new(2026, 3, 9);
    public static readonly LocalDate Tuesday = new(2026, 3, 10);

    /// <summary>One story, told by one account that was published the day before.</summary>
    public static Edition Of(LocalDate date, string headline, string[] sentences, params RememberedEdition[] earlier) =>
        Of(date, earlier, [[Account.Of(sentences).Headed(headline).Published(date.PlusDays(-1))]]);

    /// <param name="stories">Each with the accounts that tell of it.</param>
    public static Edition Of(LocalDate date, IReadOnlyList<RememberedEdition> earlier, params Account[][] stories)
    {
        var plan = Plan(date);
        var told = Stories(date, stories);
        var news = NoveltyDetector.Of(plan, told, earlier);
        var filing = new TopicFiler([]).File(news.Stories);
        return EditionAssembly.Assemble(
            plan, [.. told.SelectMany(story => story.Reports).Select(report => report.Original.Article.Document)], [.. told.SelectMany(story => story.Reports)], filing, news, []);
    }

    public static EditionPlan Plan(LocalDate date) => new()
    {
        Entry = "morning",
        Date = date,
        Title = "Daily Briefing",
        TimeZone = "Europe/London",
        GeneratedAt = Some.Instant,
        Topics = [],
    };

    public static ImmutableArray<SectionStory> Printed(Edition edition) => edition.Sections[0].Stories;

    public static SectionStory Only(Edition edition) => Assert.Single(Printed(edition));

    private static ImmutableArray<Story> Stories(LocalDate date, Account[][] stories)
    {
        var merger = new ClaimMerger();
        var number = date.DayOfYear * 1000;
        var told = ImmutableArray.CreateBuilder<Story>();
        foreach (var accounts in stories)
        {
            ImmutableArray<Report> reports =
            [
                .. accounts.Select(account => account.Article(++number)).Select(article =>
                    new Report("r" + article.Id, [new SourcedArticle(article, "Outlet of " + article.Id, OriginBasis.Outlet, null)])),
            ];
            var merged = merger.Merge(reports);
            told.Add(new Story($"s-{date.Day}-{told.Count + 1}", merged.Headline, reports, merged.Claims, merged.Differences));
        }

        return told.ToImmutable();
    }
}
