using System.Text.RegularExpressions;
using Briefing.Core.Model;
using Briefing.Integration.Tests.Cli;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Editions;

/// <summary>Facts about the edition of the five real dumps. Their text is never repeated here beyond a few words.</summary>
public class SeedEditionTests(SeedEdition seeds) : IClassFixture<SeedEdition>
{
    private const string UkJapan = "uk-japan";
    private const string China = "china-trip";
    private const string Nato = "nato-burden-shifting";

    [SharedFact]
    public void TheRunSucceeds() => Assert.True(seeds.Run.ExitCode == 0, seeds.Run.Error);

    [SharedFact]
    public void SixArticlesStandInFiveDocuments()
    {
        Assert.Equal(5, seeds.Edition.Documents.Length);
        Assert.Equal(
            ["Britain, Japan agree to deepen", "US set to relinquish", "Britain, Japan agree to deepen", "Britain, Japan to pursue", "Britain and Japan Pledge", "Britain and Japan agree"],
            seeds.Edition.Articles.Select(article => seeds.Edition.Articles.Length == 6 ? Start(article.Headline) : article.Headline));

        static string Start(string headline) => new[] { "Britain, Japan agree to deepen", "US set to relinquish", "Britain, Japan to pursue", "Britain and Japan Pledge", "Britain and Japan agree" }
            .FirstOrDefault(start => headline.StartsWith(start, StringComparison.Ordinal)) ?? headline;
    }

    [SharedFact]
    public void FourArticlesComeFromTheAgencyEachWithItsBasis()
    {
        Assert.Equal(("AFP", "same-text"), Origin(seeds.Article(0)));
        Assert.Equal(("AFP", "told"), Origin(seeds.Article(0, 1)));
        Assert.Equal(("AFP", "byline"), Origin(seeds.Article(1)));
        Assert.Equal(("AFP", "byline"), Origin(seeds.Article(2)));
        Assert.Equal((null, null), Origin(seeds.Article(3)));
        Assert.Equal((null, null), Origin(seeds.Article(4)));

        static (string?, string?) Origin(EditionArticle article) => (article.Origin, article.OriginBasis);
    }

    [SharedFact]
    public void TheFirstTwoDumpsCarryOneReport()
    {
        var pair = new[] { seeds.Article(0), seeds.Article(1) };

        Assert.Single(pair, article => article.ReprintOf is not null);
        Assert.Contains(pair.Single(article => article.ReprintOf is not null).ReprintOf, pair.Select(article => article.Id));
        Assert.All([seeds.Article(2), seeds.Article(3), seeds.Article(4)], article => Assert.Null(article.ReprintOf));
    }

    [SharedFact]
    public void ThePagesMachineWritingNoticeIsRecordedAsThePages()
    {
        Assert.Equal("page", seeds.Article(4).MachineWritten?.Scope);
        Assert.All(seeds.Edition.Articles.Where(article => article.Id != seeds.Article(4).Id), article => Assert.Null(article.MachineWritten));
    }

    [SharedFact]
    public void FiveOutletsAreOneOriginAndTwoAccountsAreUnattributed()
    {
        var story = seeds.Story(UkJapan);

        Assert.Equal((5, 1, 2), (story.Outlets, story.Origins, story.Unattributed));
    }

    [SharedFact]
    public void TheUndatedArticleIsStillIn()
    {
        var undated = seeds.Article(0, 1);

        Assert.Null(undated.Published);
        Assert.Contains(undated.Id, seeds.Story(Nato).Articles);
    }

    [SharedFact]
    public void TheThreeSectionsStandInTheirOrder() =>
        Assert.Equal([UkJapan, China, Nato], seeds.Edition.Sections.Select(section => section.Topic).Take(3));

    [SharedFact]
    public void TheNatoStoryStandsAloneWithItsCommands()
    {
        var story = Assert.Single(seeds.Section(Nato).Stories);

        Assert.Null(story.AngleOf);
        AssertSays(story, "Norfolk");
        AssertSays(story, "Naples");
        AssertSays(story, "maritime");
        Assert.DoesNotContain(seeds.Story(UkJapan).Claims, claim => claim.Text.Contains("Norfolk", StringComparison.Ordinal));
    }

    [SharedFact]
    public void TheChinaTripIsAnAngleOfTheTokyoStory()
    {
        var angle = Assert.Single(seeds.Section(China).Stories);

        Assert.Equal(seeds.Story(UkJapan).Id, angle.AngleOf);
        AssertSays(angle, "Xi Jinping and Premier Li");
        AssertSays(angle, "visa-free");
        AssertSays(angle, "very dangerous");
        Assert.NotEqual(seeds.Story(UkJapan).Headline, angle.Headline);
    }

    [SharedFact]
    public void TheTokyoStoryHasItsParts()
    {
        var story = seeds.Story(UkJapan);

        AssertSays(story, "foreign and defen[cs]e ministers");
        AssertSays(story, "suppl(y|ies)");
        AssertSays(story, "Strategic Cyber Partnership");
        AssertSays(story, "space consultation");
        AssertSays(story, "fighter");
        AssertSays(story, "Edgewing");
        AssertSays(story, "2027");
        AssertSays(story, "2035");
    }

    [SharedFact]
    public void TheQuotationStandsOnceForAllFiveDocuments()
    {
        var claim = Assert.Single(seeds.Claims, claim => claim.Text.Contains("clear priority", StringComparison.Ordinal));

        var documents = claim.Attributions
            .Select(attribution => seeds.Edition.Articles.Single(article => article.Id == attribution.Article).Document)
            .Distinct(StringComparer.Ordinal);
        Assert.Equal(5, documents.Count());
        Assert.True(claim.Quote);
        Assert.Contains("Starmer", claim.Speaker, StringComparison.Ordinal);
    }

    [SharedFact]
    public void TheAccountsDifferOnTheDayOfTheTalks() =>
        AssertDiffers("date", "Saturday", "February 1");

    [SharedFact]
    public void TheAccountsDifferOnHowFirmTheVisaArrangementIs() =>
        AssertDiffers("strength", "agreed", "agreed in principle");

    [SharedFact]
    public void TheAccountsDifferOnTheDaysWithoutAVisa() =>
        AssertDiffers("figure", "under 30", "up to 30");

    [SharedFact]
    public void AMisspeltNameIsNoDifference() =>
        Assert.DoesNotContain(Differences(), difference => difference.About == "name");

    [SharedFact]
    public void NothingElseIsSaidToDiffer() =>
        Assert.InRange(Differences().Count(), 3, 5);

    [SharedFact]
    public void NoiseIsNoClaim()
    {
        var noise = new Regex(
            "e-paper|play store|download app|whatsapp|telegram|latest stories|ruto|oburu|studio 18|newsletter|classified|koizumi|katayama|seoul|nara |takaichi und lee|prabowo|cookie|help us improve|like this article|short url|kin cheung|policy link|rights reserved",
            RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

        Assert.DoesNotContain(seeds.Claims, claim => noise.IsMatch(claim.Text));
        Assert.DoesNotContain(seeds.Claims, claim => claim.Text.Contains("shakes hands", StringComparison.Ordinal));
    }

    [SharedFact]
    public void EachClaimStandsOnce()
    {
        Assert.Equal(seeds.Claims.Count(), seeds.Claims.Select(claim => claim.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(seeds.Claims.Count(), seeds.Claims.Select(claim => claim.Text).Distinct(StringComparer.Ordinal).Count());
    }

    [SharedFact]
    public async Task TheEditionIsProvedAndATamperedSourceIsFound()
    {
        var proved = await BriefingCommand.Run("verify", Path.Combine(seeds.Out, "edition.json"));
        Assert.True(proved.ExitCode == 0, proved.Error);

        using var copy = new TemporaryFolder();
        var claim = seeds.Story(Nato).Claims[0];
        var document = seeds.Article(0, 1).Document;
        foreach (var kept in Directory.EnumerateFiles(Path.Combine(seeds.Out, "sources")))
            copy.Write("sources/" + Path.GetFileName(kept), await File.ReadAllTextAsync(kept));
        var text = await File.ReadAllTextAsync(copy.PathOf($"sources/{document}.txt"));
        var at = claim.Attributions[0].Start + 3;
        copy.Write($"sources/{document}.txt", text[..at] + (text[at] == 'x' ? 'y' : 'x') + text[(at + 1)..]);
        File.Copy(Path.Combine(seeds.Out, "edition.json"), copy.PathOf("edition.json"));

        var tampered = await BriefingCommand.Run("verify", copy.PathOf("edition.json"));

        Assert.Equal(1, tampered.ExitCode);
        Assert.Contains(claim.Id, tampered.Error, StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task TwoRunsAreTheSameButForTheInstant()
    {
        using var folder = new TemporaryFolder();
        await BriefingCommand.Run("run", "--input", SeedEdition.Inputs, "--date", "2026-02-02", "--out", folder.PathOf("again"), "--format", "html,txt,json");

        foreach (var first in Directory.EnumerateFiles(seeds.Out, "*", SearchOption.AllDirectories))
        {
            var again = Path.Combine(folder.PathOf("again"), Path.GetRelativePath(seeds.Out, first));
            Assert.Equal(WithoutInstant(await File.ReadAllTextAsync(first)), WithoutInstant(await File.ReadAllTextAsync(again)));
        }

        string WithoutInstant(string text) => Regex.Replace(text, "\"generatedAt\": \"[^\"]*\"|(?i)(made|generated)[^<\n]{0,20}\\d\\d:\\d\\d[^<\n]{0,20}", "", RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    private IEnumerable<EditionDifference> Differences() =>
        seeds.Edition.Sections.SelectMany(section => section.Stories).SelectMany(story => story.Differences);

    private void AssertDiffers(string about, string one, string other) =>
        Assert.Contains(Differences(), difference =>
            difference.About == about
            && difference.Variants.Any(variant => Says(variant, one) && !Says(variant, other))
            && difference.Variants.Any(variant => Says(variant, other)));

    private static bool Says(EditionVariant variant, string words) => variant.Text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static void AssertSays(SectionStory story, string pattern) =>
        Assert.Contains(story.Claims, claim => Regex.IsMatch(claim.Text, pattern, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
}
