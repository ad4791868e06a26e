using Briefing.Core.Assembly;
using Briefing.Core.Model;

namespace Briefing.Core.Tests.Assembly;

public sealed class EditionSelectionTests
{
    [Fact]
    public void WithoutAChoiceItIsTheEditionItself()
    {
        var edition = TwoTopics();

        Assert.Same(edition, EditionSelection.Of(edition, []));
    }

    [Fact]
    public void OnlyTheTopicsWantedAreLeftInTheOrderOfTheEdition()
    {
        var selected = EditionSelection.Of(TwoTopics(), ["harbours", "fish", "gone-since"]);

        Assert.Equal(["fish", "harbours"], selected.Sections.Select(section => section.Topic));
    }

    [Fact]
    public void WhatBelongsToNoTopicIsForThoseWhoWantAll() =>
        Assert.Equal(["fish"], EditionSelection.Of(TwoTopics(), ["fish", "also-reported"]).Sections.Select(section => section.Topic));

    [Fact]
    public void AnAngleOfAStoryThatIsLeftOutIsAStoryOfItsOwn()
    {
        Assert.Null(Assert.Single(EditionSelection.Of(TwoTopics(), ["harbours"]).Sections[0].Stories).AngleOf);
        Assert.Equal("s-1", EditionSelection.Of(TwoTopics(), ["fish", "harbours"]).Sections[1].Stories[0].AngleOf);
    }

    [Fact]
    public void ArticlesOfWhatIsLeftOutGoAndThoseOfNoStoryStay()
    {
        var selected = EditionSelection.Of(TwoTopics(), ["harbours"]);

        Assert.Equal(["a2", "a4"], selected.Articles.Select(article => article.Id));
        Assert.Null(selected.Articles[0].ReprintOf);
    }

    [Fact]
    public void ADifferenceKeepsItsSourcesAndPointsToNothingThatIsLeftOut()
    {
        var edition = TwoTopics();
        var angle = edition.Sections[1].Stories[0];
        edition = edition with
        {
            Sections = edition.Sections.SetItem(1, edition.Sections[1] with
            {
                Stories = [angle with { Differences = [new EditionDifference("date", [new EditionVariant("Monday", null, ["c-1"], ["a1"]), new EditionVariant("Tuesday", null, ["c-2"], ["a2"])])] }],
            }),
        };

        var selected = EditionSelection.Of(edition, ["harbours"]);

        var variants = selected.Sections[0].Stories[0].Differences[0].Variants;
        Assert.Empty(variants[0].Claims);
        Assert.Equal("c-2", Assert.Single(variants[1].Claims));
        Assert.Equal(["a1", "a2", "a4"], selected.Articles.Select(article => article.Id));
        Assert.Equal("a1", selected.Articles[1].ReprintOf);
    }

    [Fact]
    public void WhatWasReadAndWhatWasDroppedStaysWhole()
    {
        var edition = TwoTopics();

        var selected = EditionSelection.Of(edition, ["harbours"]);

        Assert.Equal(edition.Sources, selected.Sources);
        Assert.Equal(edition.Dropped, selected.Dropped);
        Assert.Equal(edition.Documents, selected.Documents);
    }

    // A story, its angle under another topic, one of no topic, and an article that tells of none.
    private static Edition TwoTopics()
    {
        var some = SomeEdition.WithOneClaim();
        var (article, story) = (some.Articles[0], some.Sections[0].Stories[0]);
        return some with
        {
            Sections =
            [
                some.Sections[0],
                new Section("harbours", "Harbours", [Resting(story, "s-1-harbours", "c-2", "a2") with { AngleOf = "s-1" }]),
                new Section("also-reported", "Also reported", [Resting(story, "s-3", "c-3", "a3")]),
            ],
            Articles = [article, article with { Id = "a2", ReprintOf = "a1" }, article with { Id = "a3" }, article with { Id = "a4" }],
        };
    }

    private static SectionStory Resting(SectionStory story, string id, string claim, string article) => story with
    {
        Id = id,
        Articles = [article],
        Claims = [story.Claims[0] with { Id = claim, Attributions = [story.Claims[0].Attributions[0] with { Article = article }] }],
        Differences = [],
    };
}
