using Briefing.Core.Model;
using Briefing.Core.Topics;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Core.Tests.Topics;

public class TopicFilerTests
{
    private static readonly Topic Fishing = new("fishing", "Fishing")
    {
        Required = [["Norway", "Norwegian", "Oslo"], ["Iceland", "Icelandic"]],
        Terms = [new TopicTerm("cod"), new TopicTerm("quota")],
    };

    private static readonly Topic Rail = new("rail", "Rail")
    {
        Terms = [new TopicTerm("railway"), new TopicTerm("train"), new TopicTerm("station", 0.5)],
        Excluded = ["train of thought"],
    };

    private static readonly TopicFiler Filer = new([Fishing, Rail]);

    private static readonly string[] FishingPassages =
    [
        "Norway and Iceland agreed on a cod quota on Monday.",
        "Norwegian Fisheries Minister Liv Berg praised her Icelandic colleague.",
        "She spoke of a good catch.",
        "The paper runs to forty pages.",
    ];

    [Fact]
    public void AStoryStandsWholeInItsTopic()
    {
        var filed = Filer.File([SomeStory.Of("s1", "Norway and Iceland share the cod", FishingPassages)]);

        var story = Assert.Single(filed.Sections[0].Stories);
        Assert.Equal(4, story.Claims.Length);
        Assert.False(story.IsAngle);
        Assert.Equal("Norway and Iceland share the cod", story.Headline);
        Assert.Empty(filed.Sections[1].Stories);
        Assert.Empty(filed.Unfiled);
    }

    [Fact]
    public void ASingleStrayClaimStaysHome()
    {
        var filed = Filer.File([SomeStory.Of("s1", "Norway and Iceland share the cod", [.. FishingPassages, "A railway strike delayed the guests."])]);

        Assert.Equal(5, Assert.Single(filed.Sections[0].Stories).Claims.Length);
        Assert.Empty(filed.Sections[1].Stories);
    }

    [Fact]
    public void TwoClaimsOfAnotherTopicStandThereAsAnAngle()
    {
        var filed = Filer.File([SomeStory.Of(
            "s1", "Norway and Iceland share the cod",
            [.. FishingPassages, "A railway strike delayed the guests.", "Two trains from Bergen did not run."])]);

        Assert.Equal(4, Assert.Single(filed.Sections[0].Stories).Claims.Length);
        var angle = Assert.Single(filed.Sections[1].Stories);
        Assert.True(angle.IsAngle);
        Assert.Equal(["s1-5", "s1-6"], angle.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void AnAnglesHeadingIsASubheadingOverItWhereOneSaysTheTopic()
    {
        var filed = Filer.File([SomeStory.Of(
            "s1", "Norway and Iceland share the cod",
            [.. FishingPassages, "## Late trains", "A railway strike delayed the guests.", "Two trains from Bergen did not run."])]);

        Assert.Equal("Late trains", Assert.Single(filed.Sections[1].Stories).Headline);
    }

    [Fact]
    public void WithoutASubheadingTheAnglesStrongestClaimIsItsHeading()
    {
        var filed = Filer.File([SomeStory.Of(
            "s1", "Norway and Iceland share the cod",
            [.. FishingPassages, "A railway strike delayed the guests.", "No train left the railway station of Bergen."])]);

        Assert.Equal("No train left the railway station of Bergen.", Assert.Single(filed.Sections[1].Stories).Headline);
    }

    [Fact]
    public void AStoryOfAnotherSubjectLendsItsTwoClaimsAndStaysUnfiledItself()
    {
        var filed = Filer.File([SomeStory.Of(
            "s1", "Sweden opens a bridge",
            "Sweden opened a bridge near Umea.", "It cost nine million.", "The king cut the ribbon.", "A choir sang.", "Children waved flags.",
            "Norway and Iceland sent their ministers.", "Norwegian and Icelandic engineers had advised.")]);

        var angle = Assert.Single(filed.Sections[0].Stories);
        Assert.True(angle.IsAngle);
        Assert.Equal(2, angle.Claims.Length);
        Assert.Equal(5, Assert.Single(filed.Unfiled).Claims.Length);
    }

    [Fact]
    public void AnExcludedPhraseKeepsAStatementOut()
    {
        var filed = Filer.File([SomeStory.Of("s1", "A poet speaks", "He lost his train of thought.", "Another train of thought began.")]);

        Assert.Empty(filed.Sections[1].Stories);
        Assert.Single(filed.Unfiled);
    }

    [Fact]
    public void ANameStandsForTheSideThatIntroducedIt()
    {
        var filed = Filer.File([SomeStory.Of(
            "s1", "Ministers at sea",
            "Norwegian Fisheries Minister Liv Berg sailed on Monday.", "Berg will land in Iceland on Friday.", "Bergg speaks Icelandic.")]);

        Assert.Equal(["s1-2", "s1-3"], Assert.Single(filed.Sections[0].Stories).Claims.Select(claim => claim.Id).Order(StringComparer.Ordinal).TakeLast(2));
    }

    [Fact]
    public void TheBetterCorroboratedStoryStandsFirstWhateverTheOrderOfInput()
    {
        var one = SomeStory.Told("s1", "Norway and Iceland share the cod", "Herald", null, FishingPassages);
        var agency = SomeStory.Told("s2", "Norway and Iceland share the haddock", "Gazette", "AFP", FishingPassages);

        Assert.Equal(["s2", "s1"], Filer.File([one, agency]).Sections[0].Stories.Select(story => story.Story.Id));
        Assert.Equal(["s2", "s1"], Filer.File([agency, one]).Sections[0].Stories.Select(story => story.Story.Id));
    }

    [Fact]
    public void ADifferenceStandsWhereMostOfItsClaimsDo()
    {
        var story = SomeStory.Of(
            "s1", "Norway and Iceland share the cod",
            [.. FishingPassages, "A railway strike delayed the guests.", "Two trains from Bergen did not run."]);
        var trains = new Difference(DifferenceKind.Figure,
        [
            new Variant("Two trains", null, [story.Claims[5]], [story.Claims[5].Attributions[0].Article]),
            new Variant("A railway strike", null, [story.Claims[4]], [story.Claims[4].Attributions[0].Article]),
        ]);

        var filed = Filer.File([story with { Differences = [trains] }]);

        Assert.Empty(Assert.Single(filed.Sections[0].Stories).Differences);
        Assert.Same(trains, Assert.Single(Assert.Single(filed.Sections[1].Stories).Differences));
    }

    // Merging lets a claim carry looser wordings, which tell other things beside it.
    [Fact]
    public void TheWordingShownDecidesNotTheLooserOnes()
    {
        var shown = SomeStory.Of("s1", "A railway opens", "The railway opened on Monday.", "Trains run hourly.");
        var loose = SomeStory.Of("s2", "Norway and Iceland share the cod", FishingPassages);
        var merged = shown.Claims[0] with
        {
            Attributions = [shown.Claims[0].Attributions[0], .. loose.Claims.Take(2).Select(claim => claim.Attributions[0] with { Exact = false })],
        };
        var story = new Story("s", "A railway opens", [.. shown.Reports, .. loose.Reports], [merged, shown.Claims[1]], []);

        Assert.Equal(["s1-1", "s1-2"], Assert.Single(Filer.File([story]).Sections[1].Stories).Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void AnExplanationNamesWhatWasFoundAndWhatIsMissing()
    {
        var story = SomeStory.Of("s1", "News from Oslo", "The Norwegian cod quota stays.");

        var explanation = Assert.Single(Filer.Explain(story));

        Assert.Null(explanation.Topic);
        Assert.Equal(PlacementReason.NoTopic, explanation.Reason);
        var fishing = Assert.Single(explanation.Topics);
        Assert.Equal("Norwegian, cod, quota", string.Join(", ", fishing.Found));
        Assert.Equal("Iceland, Icelandic", string.Join(", ", Assert.Single(fishing.Missing)));
    }

    // Whatever the story says, no claim is printed twice and none is lost.
    [Fact]
    public void EveryClaimStandsExactlyOnce()
    {
        string[] sentences =
        [
            "Norway and Iceland agreed.", "She spoke of cod.", "A train left.", "Two railways merged.", "It rained.", "Oslo was quiet.",
            "## Iceland and Norway", "## Trains", "Icelandic and Norwegian trains ran.", "“So it is,” he said.", "train of thought",
        ];
        var stories = Gen.Choose(0, sentences.Length - 1).ListOf(12).Select(picks => SomeStory.Of("s1", "A day in Norway", [.. picks.Select(pick => sentences[pick])]));

        Prop.ForAll(stories.ToArbitrary(), story =>
        {
            var filed = Filer.File([story]);
            var printed = filed.Sections.SelectMany(section => section.Stories).Concat(filed.Unfiled).SelectMany(part => part.Claims).Select(claim => claim.Id);
            return printed.Order(StringComparer.Ordinal).SequenceEqual(story.Claims.Select(claim => claim.Id).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }
}
