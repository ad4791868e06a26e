using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Tests.Claims;

namespace Briefing.Core.Tests.Novelty;

public class NoveltyDetectorTests
{
    /// <summary>Subject; headline and statements of Monday; headline and statements of Tuesday, each with what it is.</summary>
    public static TheoryData<string> Subjects => [.. TwoMornings.All.Select(story => story.Subject)];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void EachStatementIsNewUpdatedOrContinuing(string subject)
    {
        var story = TwoMornings.All.Single(candidate => candidate.Subject == subject);
        var monday = Morning.Of(Morning.Monday, story.MondayHeadline, story.Monday);

        var tuesday = Morning.Only(Morning.Of(Morning.Tuesday, story.TuesdayHeadline, [.. story.Tuesday.Select(told => told.Text)], EditionMemory.Of(monday)));

        var statuses = tuesday.Claims.ToDictionary(claim => claim.Text, claim => (claim.Status, claim.UpdatesText));
        var wrong = story.Tuesday.Where(told => statuses[told.Text] != (told.Status, told.Updates)).Select(told => $"{statuses[told.Text]} and not {told.Status}: {told.Text}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(story.IsContinued, tuesday.Id == Morning.Only(monday).Id);
    }

    [Fact]
    public void TheFirstEditionIsAllNew()
    {
        var edition = Morning.Of(Morning.Monday, "Tram drivers in Kolm to strike", ["Tram drivers in Kolm will walk out on Thursday.", "They want more pay."]);

        Assert.All(Morning.Printed(edition), story => Assert.Equal(NewsStatus.New, story.Status));
        Assert.All(Claims(edition), claim => Assert.Equal((NewsStatus.New, null, null, "2026-03-09"), (claim.Status, claim.Updates, claim.UpdatesText, claim.FirstSeen)));
    }

    [Fact]
    public void AnotherOutletsWordingOfYesterdaysStoryContinuesIt()
    {
        var monday = Morning.Of(Morning.Monday, "Tram drivers in Kolm to strike", ["Tram drivers in Kolm will walk out on Thursday over pay, their union said."]);
        var tuesday = Morning.Of(Morning.Tuesday, "Kolm: no trams on Thursday", ["The union said that the drivers of trams in Kolm will walk out on Thursday over pay."], EditionMemory.Of(monday));

        Assert.Equal((NewsStatus.Continuing, Morning.Only(monday).Id), (Morning.Only(tuesday).Status, Morning.Only(tuesday).Id));
        Assert.Equal("2026-03-09", Morning.Only(tuesday).Claims[0].FirstSeen);
    }

    [Fact]
    public void AStatementIsFirstSeenWhenItWasFirstTold()
    {
        string[] told = ["Tram drivers in Kolm will walk out on Thursday over pay, their union said."];
        var friday = EditionMemory.Of(Morning.Of(Morning.Friday, "Kolm strike", told));
        var monday = EditionMemory.Of(Morning.Of(Morning.Monday, "Kolm strike", told, friday));

        Assert.Equal("2026-03-06", Morning.Only(Morning.Of(Morning.Tuesday, "Kolm strike", told, monday)).Claims[0].FirstSeen);
    }

    [Fact]
    public void AFigureIsComparedWithTheOneToldLast()
    {
        var (first, second, third) = (Toll("nine"), Toll("13"), Toll("17"));
        var friday = EditionMemory.Of(Morning.Of(Morning.Friday, "Marl floods", [first]));
        var monday = EditionMemory.Of(Morning.Of(Morning.Monday, "Marl floods", [second], friday));

        Assert.Equal(second, Morning.Only(Morning.Of(Morning.Tuesday, "Marl floods", [third], friday, monday)).Claims[0].UpdatesText);
    }

    [Fact]
    public void AnEarlierFigureThatComesBackIsAnOldAccount()
    {
        var friday = EditionMemory.Of(Morning.Of(Morning.Friday, "Marl floods", [Toll("nine")]));
        var monday = EditionMemory.Of(Morning.Of(Morning.Monday, "Marl floods", [Toll("13")], friday));

        Assert.Equal(NewsStatus.Continuing, Morning.Only(Morning.Of(Morning.Tuesday, "Marl floods", [Toll("nine")], friday, monday)).Claims[0].Status);
    }

    [Fact]
    public void ACorrectedArticleUpdatesWhatItCorrectsAndNothingElse()
    {
        const string Kept = "The bridge carried 4,000 lorries a day between the port and the motorway.";
        var monday = Morning.Of(Morning.Monday, [], [Account.Of("Inspectors closed the Harrow bridge because of cracks in two piers.", Kept).Headed("Harrow bridge closed").Published(Morning.Friday).At("bridge.html")]);
        var tuesday = Morning.Of(
            Morning.Tuesday,
            [EditionMemory.Of(monday)],
            [Account.Of("Inspectors closed the Harrow bridge because of rust in two piers.", Kept).Headed("Harrow bridge shut").Published(Morning.Friday).At("bridge.html")]);

        var story = Morning.Only(tuesday);
        Assert.Equal((NewsStatus.Updated, Morning.Only(monday).Id), (story.Status, story.Id));
        Assert.Equal([NewsStatus.Updated, NewsStatus.Continuing], story.Claims.Select(claim => claim.Status));
        Assert.Equal(Morning.Only(monday).Claims[0].Id, story.Claims[0].Updates);
    }

    [Fact]
    public void AnAddressThatHoldsAnotherArticleTodayContinuesNothing()
    {
        var monday = Morning.Of(Morning.Monday, [], [Account.Of("Inspectors closed the Harrow bridge because of cracks.").Headed("Harrow bridge closed").At("01.txt")]);
        var tuesday = Morning.Of(Morning.Tuesday, [EditionMemory.Of(monday)], [Account.Of("Lisbon's port handled a record number of containers.").Headed("Record year for port").At("01.txt")]);

        Assert.Equal(NewsStatus.New, Morning.Only(tuesday).Status);
    }

    [Fact]
    public void WhereOneStoryBecameTwoTheOneThatTellsMoreOfItKeepsTheId()
    {
        var story = TwoMornings.All[0];
        var monday = Morning.Of(Morning.Monday, story.MondayHeadline, story.Monday);
        var tuesday = Morning.Of(
            Morning.Tuesday,
            [EditionMemory.Of(monday)],
            [Account.Of(story.Monday[2], story.Monday[3], "Orvik will speak to parliament about the floods in the Marl valley.").Headed("Orvik promises housing after Marl valley floods")],
            [Account.Of(story.Monday[0], story.Monday[1], story.Monday[3]).Headed(story.MondayHeadline)]);

        var printed = Morning.Printed(tuesday);
        var keeper = Assert.Single(printed, told => told.Id == Morning.Only(monday).Id);
        Assert.Equal(story.MondayHeadline, keeper.Headline);
        Assert.Equal(NewsStatus.Updated, Assert.Single(printed, told => told.Id != keeper.Id).Status);
    }

    [Fact]
    public void WhereTwoStoriesBecameOneItTakesTheIdOfTheOneItTellsMoreOf()
    {
        var story = TwoMornings.All[0];
        var monday = Morning.Of(
            Morning.Monday,
            [],
            [Account.Of(story.Monday[2], "Orvik has called a meeting of mayors from the Marl valley.").Headed("Orvik promises housing after Marl valley floods")],
            [Account.Of(story.Monday[0], story.Monday[1], story.Monday[3]).Headed(story.MondayHeadline)]);
        var tuesday = Morning.Of(Morning.Tuesday, story.MondayHeadline, story.Monday, EditionMemory.Of(monday));

        Assert.Equal(Morning.Printed(monday).Single(told => told.Headline == story.MondayHeadline).Id, Morning.Only(tuesday).Id);
        Assert.Equal(NewsStatus.Continuing, Morning.Only(tuesday).Status);
    }

    [Fact]
    public void TheLeadStaysFirstThenComesTheNewsThenTheRest()
    {
        string[] known = ["Tram drivers in Kolm will walk out on Thursday over pay.", "Buses will run every ten minutes.", "The union wants a rise of 7 per cent."];
        var monday = EditionMemory.Of(Morning.Of(Morning.Monday, "Tram drivers in Kolm to strike", known));
        var tuesday = Morning.Of(
            Morning.Tuesday, "Tram drivers in Kolm to strike", [known[0], known[1], "The union wants a rise of 9 per cent.", "The mayor of Kolm has hired guards.", "They are to keep the depots open."], monday);

        Assert.Equal(
            [known[0], "The union wants a rise of 9 per cent.", "The mayor of Kolm has hired guards.", "They are to keep the depots open.", known[1]],
            Morning.Only(tuesday).Claims.Select(claim => claim.Text));
    }

    [Fact]
    public void OtherEntriesAndLaterDaysAndEarlierVersionsDoNotCount()
    {
        var story = TwoMornings.All[1];
        var monday = EditionMemory.Of(Morning.Of(Morning.Monday, story.MondayHeadline, story.Monday));
        RememberedEdition[] others =
        [
            monday with { Entry = "evening" },
            monday with { Date = Morning.Tuesday },
            monday with { Date = Morning.Friday, Version = 1 },
            monday with { Date = Morning.Friday, Version = 2, Stories = [], Claims = [], Articles = [] },
        ];

        Assert.All(Claims(Morning.Of(Morning.Tuesday, story.MondayHeadline, story.Monday, others)), claim => Assert.Equal(NewsStatus.New, claim.Status));
    }

    private static IEnumerable<EditionClaim> Claims(Edition edition) => Morning.Printed(edition).SelectMany(story => story.Claims);

    private static string Toll(string figure) => $"At least {figure} people died when the River Marl burst its banks near Ostrey.";
}
