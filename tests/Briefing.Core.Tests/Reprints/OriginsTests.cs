using Briefing.Core.Model;
using Briefing.Core.Reprints;
using NodaTime;

namespace Briefing.Core.Tests.Reprints;

public class OriginsTests
{
    private static readonly string Text = new Prose(11).Text();
    private static readonly LocalDate Monday = new(2026, 2, 2);

    [Fact]
    public void AnAgencyCreditIsTheOriginOfEveryCopy()
    {
        var report = Only(
            Some.Article(Text, "bare", Monday.PlusDays(-1)) with { Outlet = "The Harbour Times" },
            Some.Article(Text, "credited", Monday) with { Agency = "AFP", Outlet = "The Standard" });

        Assert.Equal("AFP", report.Origin);
        Assert.Equal([("bare", "AFP", OriginBasis.SameText), ("credited", "AFP", OriginBasis.Byline)], Summary(report));
        Assert.Null(report.Original.ReprintOf);
        Assert.Equal("bare", report.Articles[1].ReprintOf!.Id);
    }

    [Fact]
    public void AnAgencyThatSourcesSpokeToIsTheOrigin() =>
        Assert.Equal([("a", "AFP", OriginBasis.Told)], Summary(Only(Some.Article(Text, "a") with { QuotedAgency = "AFP" })));

    [Fact]
    public void ACreditSpeaksLouderThanAnAgencyThatWasToldSomething() =>
        Assert.Equal(
            [("told", "Reuters", OriginBasis.SameText), ("credited", "Reuters", OriginBasis.Byline)],
            Summary(Only(
                Some.Article(Text, "told", Monday) with { QuotedAgency = "AFP" },
                Some.Article(Text, "credited", Monday.PlusDays(1)) with { Agency = "Reuters" })));

    [Fact]
    public void AnOutletWithoutAnAgencyIsTheOriginOfItsOwnAccountAndOfItsCopies() =>
        Assert.Equal(
            [("own", "The Harbour Times", OriginBasis.Outlet), ("copy", "The Harbour Times", OriginBasis.SameText)],
            Summary(Only(
                Some.Article(Text, "own", Monday) with { Outlet = "The Harbour Times", Byline = "Ada Lund" },
                Some.Article(Text, "copy", Monday.PlusDays(1)) with { Outlet = "The Standard" })));

    [Fact]
    public void AnAuthorAloneIsAnOriginByTheByline() =>
        Assert.Equal([("a", "Ada Lund", OriginBasis.Byline)], Summary(Only(Some.Article(Text, "a") with { Byline = "Ada Lund" })));

    [Fact]
    public void AnAccountThatNamesNobodyIsUnattributed()
    {
        var report = Only(Some.Article(Text, "a"), Some.Article(Text, "b"));

        Assert.Null(report.Origin);
        Assert.All(report.Articles, article => Assert.Null(article.Basis));
    }

    [Fact]
    public void AccountsOfTheirOwnShareNoOriginWithOthers()
    {
        var reports = ReprintFinder.Find(
        [
            Some.Article(Text, "a") with { Agency = "AFP" },
            Some.Article(new Prose(12).Text(), "b"),
        ]);

        Assert.Equal(["AFP", null], reports.Select(report => report.Origin));
    }

    private static Report Only(params Article[] articles) => Assert.Single(ReprintFinder.Find(articles));

    private static IEnumerable<(string, string?, OriginBasis?)> Summary(Report report) =>
        report.Articles.Select(article => (article.Article.Id, article.Origin, article.Basis));
}
