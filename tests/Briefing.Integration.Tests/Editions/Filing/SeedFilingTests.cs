using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Editions.Filing;

/// <summary>Facts about where the statements of the real page dumps stand.</summary>
public class SeedFilingTests
{
    [SharedFact]
    public void TheChinaTripIsAnAngleOfTheTalksInTokyo()
    {
        var filed = FiledDumps.File(Seeds(), article => article.Headline.Contains("NATO", StringComparison.Ordinal) ? "nato" : "tokyo");

        var angle = Assert.Single(filed.Section("china-trip"));
        Assert.True(angle.IsAngle);
        Assert.Contains("China", angle.Headline, StringComparison.Ordinal);
        var claims = filed.Claims("china-trip");
        Assert.Contains(claims, text => text.Contains("Li Qiang", StringComparison.Ordinal));
        Assert.Contains(claims, text => text.Contains("visa-free", StringComparison.Ordinal));
        Assert.Contains(claims, text => text.Contains("very dangerous", StringComparison.Ordinal));
        Assert.Contains(claims, text => text.StartsWith("No start date", StringComparison.Ordinal));
        Assert.DoesNotContain(claims, text => text.Contains("Taiwan", StringComparison.Ordinal) || text.Contains("rare earths", StringComparison.Ordinal));
    }

    [SharedFact]
    public void TheTalksInTokyoKeepTheirOwnStatements()
    {
        var filed = FiledDumps.File(Seeds(), article => article.Headline.Contains("NATO", StringComparison.Ordinal) ? "nato" : "tokyo");

        Assert.Single(filed.Section("uk-japan"));
        var claims = filed.Claims("uk-japan");
        foreach (var words in new[] { "foreign and defence ministers", "supply chains", "Strategic Cyber Partnership", "space consultation", "fighter jet", "Edgewing", "2035", "We set out a clear priority" })
            Assert.Contains(claims, text => text.Contains(words, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(claims, text => text.Contains("visa-free", StringComparison.Ordinal));
    }

    [SharedFact]
    public void TheNatoStoryStandsAlone()
    {
        var filed = FiledDumps.File(Seeds(), article => article.Headline.Contains("NATO", StringComparison.Ordinal) ? "nato" : "tokyo");

        var story = Assert.Single(filed.Section("nato-burden-shifting"));
        Assert.False(story.IsAngle);
        Assert.Empty(filed.Unfiled);
        var claims = filed.Claims("nato-burden-shifting");
        foreach (var words in new[] { "Norfolk", "Naples", "maritime forces" })
            Assert.Contains(claims, text => text.Contains(words, StringComparison.Ordinal));
    }

    // Each dump read alone, as if the others had never come.
    [SharedFact]
    public void EachAccountAloneIsFiledAlike()
    {
        var filed = FiledDumps.File(Seeds(), article => article.Id);

        Assert.Equal(5, filed.Section("uk-japan").Count(story => !story.IsAngle));
        Assert.Equal(1, filed.Section("nato-burden-shifting").Count(story => !story.IsAngle));
        Assert.All(filed.Section("china-trip"), story => Assert.True(story.IsAngle));
        Assert.InRange(filed.Section("china-trip").Length, 4, 5);
        Assert.Empty(filed.Unfiled);
    }

    private static IEnumerable<string> Seeds() => Directory.EnumerateFiles(SharedData.PathOf("seeds"), "*.txt").Order(StringComparer.Ordinal);
}
