using Briefing.Core.Claims;
using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Reading;
using Briefing.Core.Reprints;
using Briefing.Tests.Shared;
using NodaTime;

namespace Briefing.Core.Tests.Claims;

/// <summary>What the five real page dumps must give once their articles are merged; facts only.</summary>
public class ExampleStoryTests
{
    [SharedFact]
    public void TheQuotationIsOneClaimOfAllFiveDocuments()
    {
        var claim = Assert.Single(Story().Claims, claim => claim.Text.Contains("We set out a clear priority", StringComparison.Ordinal));

        Assert.True(claim.IsQuotation);
        Assert.Equal("Starmer", claim.Speaker);
        Assert.Equal(5, claim.Attributions.Select(attribution => attribution.Article.Document.Name).Distinct().Count());
    }

    [SharedFact]
    public void TheDayOfTheTalksDiffers()
    {
        var difference = Assert.Single(Story().Differences, difference => difference.About == DifferenceKind.Date);

        Assert.Equal(["Saturday", "February 1"], difference.Variants.Select(variant => variant.Text));
        Assert.Equal("Saturday, 31 January 2026 by the day of publication", difference.Variants[0].Note);
    }

    [SharedFact]
    public void TheVisaTermsDiffer()
    {
        var differences = Story().Differences;

        var figure = Assert.Single(differences, difference => difference.About == DifferenceKind.Figure);
        Assert.Equal(["under 30 days", "up to 30 days"], figure.Variants.Select(variant => variant.Text).Order(StringComparer.Ordinal));
        var strength = Assert.Single(differences, difference => difference.About == DifferenceKind.Strength);
        Assert.Equal(["agreed", "agreed in principle"], strength.Variants.Select(variant => variant.Text).Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public void ThereIsNoOtherDifference() => Assert.Equal(3, Story().Differences.Length);

    [SharedFact]
    public void AChangedFigureInACopyIsFound()
    {
        var changed = Story((name, text) => name.StartsWith("001", StringComparison.Ordinal) ? text.Replace("four-day", "five-day", StringComparison.Ordinal) : text);

        Assert.Contains(changed.Differences, difference => difference.About == DifferenceKind.Figure
            && difference.Variants.Any(variant => variant.Text.StartsWith("five-day", StringComparison.Ordinal)));
    }

    [SharedFact]
    public void ADemonstratorIsExpectedByOneYearAndProductionByAnother() =>
        Assert.DoesNotContain(Story().Differences, difference => difference.Variants.Any(variant => variant.Text is "2027" or "2035"));

    private static MergedStory Story(Func<string, string, string>? change = null)
    {
        var articles = new List<Article>();
        foreach (var path in Directory.GetFiles(SharedData.PathOf("seeds"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var text = File.ReadAllText(path);
            var document = DocumentReader.Read(
                System.Text.Encoding.UTF8.GetBytes(change?.Invoke(name, text) ?? text), $"d{articles.Count}", name, null, null, Instant.FromUtc(2026, 2, 2, 5, 0));
            foreach (var article in ArticleExtractor.Extract(document).Articles)
                articles.Add(article with { Id = $"a{articles.Count + 1}" });
        }

        var told = articles.Where(article => article.Headline.Contains("Japan", StringComparison.Ordinal)).ToList();
        return new ClaimMerger().Merge(ReprintFinder.Find(told));
    }
}
