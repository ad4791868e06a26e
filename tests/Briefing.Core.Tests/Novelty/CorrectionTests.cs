using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Tests.Assembly;
using NodaTime;

namespace Briefing.Core.Tests.Novelty;

public sealed class CorrectionTests
{
    private const string Ferry = "The ferry to Lomond Head was cancelled on Monday because of a swell of four metres.";
    private const string Pilots = "Pilots at Casterby asked the harbour board for a third launch before the winter.";
    private const string Budget = "The harbour board has set aside 14 million crowns for dredging the northern channel.";
    private const string Vote = "The council agreed in principle to sell the old customs house to the sailing school.";

    private static readonly Instant Sent = Instant.FromUtc(2026, 3, 10, 6, 30);

    [Fact]
    public void TheSameToldAgainChangesNothing()
    {
        var correction = Correction.Of(Edition(Story("s-1", Ferry)), Edition(Story("s-1", Ferry)) with { Version = 2 }, Sent);

        Assert.Equal((1, Sent), (correction.Replaces, correction.SentAt));
        Assert.Empty(correction.Changes);
    }

    [Fact]
    public void NamesWhatWasAddedAndTakenOutWordForWord() =>
        Assert.Equal(
            [new(CorrectionKind.TakenOut, Ferry, null), new(CorrectionKind.Added, null, Budget)],
            Changes(Edition(Story("s-1", Ferry, Pilots)), Edition(Story("s-1", Pilots, Budget))));

    [Theory]
    [InlineData("The harbour board has set aside 17 million crowns for dredging the northern channel.", CorrectionKind.Fact)]
    [InlineData("The harbor board set aside 14 million crowns for dredging the northern channel.", CorrectionKind.Wording)]
    public void AStatementToldOtherwiseIsOneChange(string later, CorrectionKind kind) =>
        Assert.Equal([new(kind, Budget, later)], Changes(Edition(Story("s-1", Budget)), Edition(Story("s-1", later))));

    [Fact]
    public void AStoryThatIsNewOrGoneIsToldAsAWhole() =>
        Assert.Equal(
            [new(CorrectionKind.StoryGone, "Headline of s-1", null), new(CorrectionKind.StoryNew, null, "Headline of s-4")],
            Changes(Edition(Story("s-1", Ferry, Pilots), Story("s-2", Budget)), Edition(Story("s-2", Budget), Story("s-4", Vote))));

    [Theory]
    [InlineData("s-1")]
    [InlineData("s-9")]
    public void AHeadlineThatChangedIsNamedAlsoWhereTheStoryGotAnotherId(string id) =>
        Assert.Equal(
            [new(CorrectionKind.Headline, "Headline of s-1", "Another headline")],
            Changes(Edition(Story("s-1", Ferry, Pilots)), Edition(Story(id, Ferry, Pilots) with { Headline = "Another headline" })));

    [Fact]
    public void AStoryThatBecameTwoHasOneHeadlineMore()
    {
        var (one, two) = (Edition(Story("s-1", Ferry, Pilots)), Edition(Story("s-1", Ferry), Story("s-3", Pilots)));

        Assert.Equal([new(CorrectionKind.Headline, null, "Headline of s-3")], Changes(one, two));
        Assert.Equal([new(CorrectionKind.Headline, "Headline of s-3", null)], Changes(two, one));
    }

    [Fact]
    public void AnotherSpeakerIsAChange()
    {
        var story = Story("s-1", Ferry);
        var said = story with { Claims = [story.Claims[0] with { Speaker = "Ana Sol" }] };

        Assert.Equal([new(CorrectionKind.Speaker, null, "Ana Sol", Ferry)], Changes(Edition(story), Edition(said)));
    }

    [Fact]
    public void OtherSourcesAreAChangeAndOtherNumbersOfTheSameAreNot()
    {
        var edition = Edition(Story("s-1", Ferry));
        var renumbered = edition with
        {
            Articles = [edition.Articles[0] with { Id = "a7" }],
            Sections = [edition.Sections[0] with { Stories = [edition.Sections[0].Stories[0] with { Articles = ["a7"], Claims = [Claim(Ferry, "a7")] }] }],
        };

        Assert.Empty(Changes(edition, renumbered));
        Assert.Equal(
            [new(CorrectionKind.Sources, null, null, Ferry)],
            Changes(edition, renumbered with { Articles = [renumbered.Articles[0] with { Url = "https://elsewhere.example/" }] }));
    }

    [Fact]
    public void AccountsThatDifferOtherwiseAreAChange()
    {
        var story = Story("s-1", Ferry);
        var differing = story with { Differences = [new EditionDifference("date", [new EditionVariant("Monday", null, [], ["a1"]), new EditionVariant("Sunday", null, [], ["a1"])])] };

        Assert.Equal([new(CorrectionKind.Difference, null, null, "Headline of s-1")], Changes(Edition(story), Edition(differing)));
    }

    [Fact]
    public void TopicMarkingAndCoverageAreNamedInTheOrderOfTheirWeight()
    {
        var sent = Edition(Story("s-1", Ferry));
        var now = sent with
        {
            Marking = "OFFICIAL",
            Sections = [sent.Sections[0] with { Topic = "harbours", Title = "Harbours" }],
            Sources = [new EditionSource("inbox", "failed", "")],
        };

        Assert.Equal(
            [
                new(CorrectionKind.Marking, null, "OFFICIAL"),
                new(CorrectionKind.Moved, "Fish", "Harbours", "Headline of s-1"),
                new(CorrectionKind.Coverage, null, null),
            ],
            Changes(sent, now));
    }

    private static CorrectionChange[] Changes(Edition sent, Edition now) => [.. Correction.Of(sent, now, Sent).Changes];

    private static Edition Edition(params SectionStory[] stories)
    {
        var some = SomeEdition.WithOneClaim();
        return some with { Sections = [some.Sections[0] with { Stories = [.. stories] }] };
    }

    private static SectionStory Story(string id, params string[] claims) => SomeEdition.WithOneClaim().Sections[0].Stories[0] with
    {
        Id = id,
        Headline = $"Headline of {id}",
        Differences = [],
        Claims = [.. claims.Select(text => Claim(text))],
    };

    private static EditionClaim Claim(string text, string article = "a1")
    {
        var some = SomeEdition.WithOneClaim().Sections[0].Stories[0].Claims[0];
        return some with { Id = "c-" + text.Length + text[4..8], Text = text, Attributions = [some.Attributions[0] with { Article = article }] };
    }
}
