using Briefing.Core.Topics;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Editions.Filing;

/// <summary>Where the sample inbox's statements stand: samples/README.md says what each file tries.</summary>
public class SampleFilingTests
{
    [Theory]
    [InlineData("07_sea-of-japan-times.txt")]
    [InlineData("08_quayside-markets.txt")]
    [InlineData("09_accra-observer.txt")]
    [InlineData("11_vale-and-moor.txt")]
    public void NearMissesAndOtherSubjectsStayOut(string file)
    {
        var filed = File(file);

        Assert.All(filed.Sections, section => Assert.Empty(section.Stories));
        Assert.NotEmpty(filed.Unfiled);
    }

    [Theory]
    [InlineData("02_harbour-standard.txt", "uk-japan")]
    [InlineData("03_strait-review.txt", "uk-japan")]
    [InlineData("04_newsloom.txt", "uk-japan")]
    [InlineData("05_northern-ledger.txt", "china-trip")]
    [InlineData("06_brussels-wire.txt", "nato-burden-shifting")]
    public void StoriesStandAtHome(string file, string topic) =>
        Assert.Contains(File(file).Section(topic), story => !story.IsAngle);

    [Theory]
    [InlineData("01_gulf-meridian.txt", "Liang Wenhao")]
    [InlineData("02_harbour-standard.txt", "direct flights")]
    [InlineData("03_strait-review.txt", "surveyors")]
    public void TheDaysInBeijingAreAnAngle(string file, string words) =>
        Assert.Contains(File(file).Claims("china-trip"), text => text.Contains(words, StringComparison.Ordinal));

    private static FilingResult File(string name) =>
        FiledDumps.File([Repository.PathOf("samples", "inbox", "2026-03-10", name)], article => article.Id);
}
