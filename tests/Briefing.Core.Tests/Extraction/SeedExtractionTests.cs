using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Reading;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Extraction;

/// <summary>Facts about five real page dumps, which are not part of this repository.</summary>
public class SeedExtractionTests
{
    [SharedFact]
    public void SixArticlesAreFoundInFiveDocuments() =>
        Assert.Equal([2, 1, 1, 1, 1], Seeds().Select(seed => seed.Articles.Length));

    [SharedFact]
    public void HeadlinesAreTheLinesAboveTheText()
    {
        var headlines = Seeds().SelectMany(seed => seed.Articles).Select(article => article.Headline).ToList();

        Assert.StartsWith("Britain, Japan agree", headlines[0], StringComparison.Ordinal);
        Assert.EndsWith("NATO command posts", headlines[1], StringComparison.Ordinal);
        Assert.StartsWith("Britain, Japan agree", headlines[2], StringComparison.Ordinal);
        Assert.StartsWith("Britain, Japan to pursue", headlines[3], StringComparison.Ordinal);
        Assert.EndsWith("After Starmer Visit", headlines[4], StringComparison.Ordinal);
        Assert.EndsWith("deepen defense cooperation", headlines[5], StringComparison.Ordinal);
    }

    [SharedFact]
    public void CreditsAreReadWhereTheyArePrintedAndNowhereElse()
    {
        var articles = Seeds().SelectMany(seed => seed.Articles).ToList();

        Assert.Equal([null, null, "AFP", "AFP", null, null], articles.Select(article => article.Agency));
        Assert.Equal([null, "AFP", null, null, null, null], articles.Select(article => article.QuotedAgency));
        Assert.Equal([null, null, "The Standard", "Focus", null, null], articles.Select(article => article.Outlet));
        Assert.Equal(
            ["2026-01-31", null, "2026-02-02", null, null, null],
            articles.Select(article => article.Published?.ToString()));
    }

    [SharedFact]
    public void AMachinesNoticeBesideOtherTeasersIsThePagesAlone()
    {
        var notices = Seeds().SelectMany(seed => seed.Articles).Select(article => article.MachineWritten?.Scope).ToList();

        Assert.Equal([null, null, null, null, null, MachineWritingScope.Page], notices);
    }

    [SharedTheory]
    [InlineData("WhatsApp")]
    [InlineData("elegram")]
    [InlineData("e-Paper")]
    [InlineData("ownload")]
    [InlineData("ewsletter")]
    [InlineData("lassified")]
    [InlineData("Latest Stories")]
    [InlineData("Ruto")]
    [InlineData("Koizumi")]
    [InlineData("Katayama")]
    [InlineData("Seoul")]
    [InlineData("Nara")]
    [InlineData("Cookies")]
    [InlineData("Help us")]
    [InlineData("this article")]
    [InlineData("Kin Cheung")]
    [InlineData("shakes hands")]
    [InlineData("shaking hands")]
    [InlineData("KI")]
    [InlineData("Short Url")]
    public void NothingOfThePagesFurnitureIsAPassage(string furniture) =>
        Assert.DoesNotContain(
            Seeds().SelectMany(seed => seed.Articles).SelectMany(article => article.Passages),
            passage => passage.Text.Contains(furniture, StringComparison.Ordinal));

    [SharedFact]
    public void EveryCharacterIsCarriedOrDropped()
    {
        foreach (var path in Paths())
            Entailment.Check(Read(path));
    }

    private static IEnumerable<ExtractedDocument> Seeds() => Paths().Select(path => ArticleExtractor.Extract(Read(path)));

    private static IEnumerable<string> Paths() => Directory.EnumerateFiles(SharedData.PathOf("seeds"), "*.txt").Order(StringComparer.Ordinal);

    private static Document Read(string path) =>
        DocumentReader.Read(File.ReadAllBytes(path), "d1", Path.GetFileName(path), null, null, Some.Instant);
}
