using Briefing.Core.Model;
using Briefing.Core.Tests.Claims;

namespace Briefing.Core.Tests.Model;

public class DifferenceTests
{
    [Theory]
    [InlineData("The storm killed 12 people in the coastal town of Harwick, officials said.", "The storm killed 14 people in the coastal town of Harwick, officials said.", DifferenceKind.Figure, "12 people", "14 people")]
    [InlineData("The deal lets visitors from Norland stay for under 30 days.", "The deal lets visitors from Norland stay for up to 30 days.", DifferenceKind.Figure, "under 30 days", "up to 30 days")]
    [InlineData("The plant at Velbert will cost $2.5 billion, the company said.", "The plant at Velbert will cost $3.5 billion, the company said.", DifferenceKind.Figure, "$2.5 billion", "$3.5 billion")]
    [InlineData("Two commands move to Naples under the plan agreed by the allies.", "Three commands move to Naples under the plan agreed by the allies.", DifferenceKind.Figure, "Two commands", "Three commands")]
    [InlineData("The treaty was signed in Oslo on March 3 by both foreign ministers.", "The treaty was signed in Oslo on March 4 by both foreign ministers.", DifferenceKind.Date, "March 3", "March 4")]
    [InlineData("The first ship will sail by 2027, the yard in Velbert said.", "The first ship will sail by 2029, the yard in Velbert said.", DifferenceKind.Date, "2027", "2029")]
    [InlineData("The minister met Premier Ana Torvald in the capital for talks on fishing.", "The minister met Premier Ivo Lindqvist in the capital for talks on fishing.", DifferenceKind.Name, "Ana Torvald", "Ivo Lindqvist")]
    [InlineData("Norland will transfer the northern base to its neighbour this spring.", "Norland may transfer the northern base to its neighbour this spring.", DifferenceKind.Strength, "will transfer", "may transfer")]
    [InlineData("The union called for an inquiry into the crash at Velbert.", "The union ordered an inquiry into the crash at Velbert.", DifferenceKind.Strength, "called for an inquiry", "ordered an inquiry")]
    [InlineData("The pilot, Ivo Lindqvist, 34, was flown to the clinic in Velbert.", "The pilot, Ivo Lindqvist, 43, was flown to the clinic in Velbert.", DifferenceKind.Figure, "34", "43")]
    [InlineData("The harbour committee of both towns meets twice a year in Velbert.", "The harbour committee of both towns meets three times a year in Velbert.", DifferenceKind.Figure, "twice a year", "three times")]
    [InlineData("Norland is the fourth-largest buyer of Velbert's herring.", "Norland is the third-largest buyer of Velbert's herring.", DifferenceKind.Figure, "fourth-largest", "third-largest")]
    [InlineData("All four sailors were found alive on the northern bank, the harbour office said.", "All five sailors were found alive on the northern bank, the harbour office said.", DifferenceKind.Figure, "four sailors", "five sailors")]
    [InlineData("The crown rose to 11.42 against the euro after the vote.", "The crown rose to 11.24 against the euro after the vote.", DifferenceKind.Figure, "11.42", "11.24")]
    public void AChangedFactInACopyIsADifference(string one, string other, DifferenceKind kind, string first, string second)
    {
        var story = Account.Merged(Account.Of(one), Account.Of(other));

        var difference = Assert.Single(story.Differences);
        Assert.Equal(kind, difference.About);
        Assert.Equal([first, second], difference.Variants.Select(variant => variant.Text));
        Assert.Equal(2, story.Claims.Length);
    }

    [Theory]
    [InlineData("The minister met Premier Ana Torvald for talks on fishing.", "The minister met Premier Ana Torvlad for talks on fishing.")]
    [InlineData("Britain signed the treaty on fishing rights in the northern waters.", "The UK signed the treaty on fishing rights in the northern waters.")]
    [InlineData("About 150,000 jobs depend on the yards of the northern coast.", "150,000 jobs depend on the yards of the northern coast.")]
    [InlineData("The minister met President Ana Torvald for talks on fishing.", "The minister met Torvald for talks on fishing.")]
    [InlineData("Eight percent of the catch is sold in the markets of Velbert.", "8% of the catch is sold in the markets of Velbert.")]
    [InlineData("All four sailors were found alive on the northern bank at noon.", "The sailors were all found alive on the northern bank at noon.")]
    [InlineData("The yard paid $114.3 million for the two ships last year.", "The yard paid $114 million for the two ships last year.")]
    [InlineData("The company counts 1.2 million passengers on its northern ferries.", "The company counts 1,2 million passengers on its northern ferries.")]
    [InlineData("The ferry was named after O'Hara's mother in Velbert at the pier.", "The ferry was named after OHaras mother in Velbert at the pier.")]
    [InlineData("The jury met for seven hours in Fort Velbert, Harwickshire.", "The jury met for seven hours in Fort Velbert, Harw.")]
    [InlineData("The details haven't been settled by the two harbour boards.", "The details havent been settled by the two harbour boards.")]
    public void AnotherWayOfSayingItIsNone(string one, string other)
    {
        var story = Account.Merged(Account.Of(one), Account.Of(other));

        Assert.Empty(story.Differences);
        Assert.Single(story.Claims);
    }

    [Theory]
    [InlineData("The new rules for the northern harbours take effect in 30 days.", "The new rules for the northern harbours take effect nine days before the vote.")]
    [InlineData("Norland's canners can use the network to sell tins from Velbert, which makes herring not sold in the south.", "Norland's canners can use the network to sell tins from Velbert, which makes herring unknown to the south.")]
    [InlineData("The makers of the do-not-call register drew the line in the right place.", "Those who call it a register drew the line in the right place.")]
    [InlineData("The leak comes from the valve's failure to properly close at night.", "The leak comes from a valve that does not properly close at night.")]
    public void WordsThatMeanAnotherThingOrTheSameAreNone(string one, string other) =>
        Assert.Empty(Account.Merged(Account.Of(one), Account.Of(other)).Differences);

    [Fact]
    public void TodayInPapersOfTwoDaysIsOneDay() =>
        Assert.Empty(Account.Merged(
            Account.Of("\"We can mend the harbour today and keep the nets,\" the mayor said.").Published(2026, 2, 2),
            Account.Of("\"We can mend the harbour today and keep the nets for our children,\" the mayor said.").Published(2026, 2, 3)).Differences);

    [Fact]
    public void AWeekdayIsReadByTheDayOfPublication()
    {
        var story = Account.Merged(
            Account.Of("The two ministers signed the fishing treaty in Oslo on Saturday.").Published(2026, 2, 2),
            Account.Of("The two ministers signed the fishing treaty in Oslo on February 1.").Published(2026, 2, 2));

        var difference = Assert.Single(story.Differences);
        Assert.Equal("Saturday, 31 January 2026 by the day of publication", difference.Variants[0].Note);
        Assert.Null(difference.Variants[1].Note);
    }

    [Fact]
    public void AWeekdayAndTheDayItMeansAgree()
    {
        var story = Account.Merged(
            Account.Of("The two ministers signed the fishing treaty in Oslo on Saturday.").Published(2026, 2, 2),
            Account.Of("The two ministers signed the fishing treaty in Oslo on January 31.").Published(2026, 2, 3));

        Assert.Empty(story.Differences);
        Assert.Single(story.Claims);
    }

    [Fact]
    public void TalksDatedAfterTheirOutcomeWasAnnouncedAreADifference()
    {
        var story = Account.Merged(
            Account.Of("Norland and Sudmark agreed to share fishing grounds, Premier Ana Torvald said on Saturday.").Published(2026, 1, 31),
            Account.Of("Norland and Sudmark are closer again.", "Talks between Torvald and Sudmark's premier on fishing grounds were held on February 1.").Published(2026, 2, 2));

        var difference = Assert.Single(story.Differences);
        Assert.Equal(["Saturday", "February 1"], difference.Variants.Select(variant => variant.Text));
    }

    [Fact]
    public void AnAnnouncementAfterTheEventIsNone()
    {
        var story = Account.Merged(
            Account.Of("Norland and Sudmark agreed to share fishing grounds, Premier Ana Torvald said on Monday.").Published(2026, 2, 2),
            Account.Of("Talks between Torvald and Sudmark's premier on fishing grounds were held on February 1.").Published(2026, 2, 2));

        Assert.Empty(story.Differences);
    }

    [Fact]
    public void TwoFiguresOfOneAccountDoNotContradictEachOther()
    {
        var story = Account.Merged(Account.Of(
            "The first ferry carried 120 passengers from Harwick to Oslo.", "The second ferry carried 80 passengers from Harwick to Oslo."));

        Assert.Empty(story.Differences);
        Assert.Equal(2, story.Claims.Length);
    }

    [Fact]
    public void ANumberOfOneParticularThingInOtherWordsIsADifference()
    {
        var story = Account.Merged(
            Account.Of("Minister Ivo Lindqvist opened the yard.", "Lindqvist said 40 welders from each side would be posted abroad from September."),
            Account.Of("Minister Ivo Lindqvist opened the yard.", "Lindqvist said some 60 welders from each country would change places for a year, the first of them in September."));

        var difference = Assert.Single(story.Differences);
        Assert.Equal(["40 welders", "some 60 welders"], difference.Variants.Select(variant => variant.Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Torvald said some 60 welders from each country would change places for a year, the first of them in September.")]
    [InlineData("Lindqvist said that of the yard's welders 40 were trained and 60 welders more would change places in September.")]
    [InlineData("Lindqvist said some 60 people from each country would change places for a year, the first of them in September.")]
    public void ANumberOfAnotherThingIsNone(string other)
    {
        var story = Account.Merged(
            Account.Of("Ministers Ivo Lindqvist and Ana Torvald opened the yard.", "Lindqvist said 40 welders from each side would be posted abroad from September."),
            Account.Of("Ministers Ivo Lindqvist and Ana Torvald opened the yard.", other, "At present the yard has 40 welders."));

        Assert.Empty(story.Differences);
    }

    [Fact]
    public void AThingIsParticularThoughItsStemIsThatOfACommonWord()
    {
        var story = Account.Merged(
            Account.Of("Minister Ivo Lindqvist opened the yard.", "Lindqvist said 40 engineers from each side would be posted abroad from September."),
            Account.Of("Minister Ivo Lindqvist opened the yard.", "Lindqvist said some 60 engineers from each country would change places for a year, the first of them in September."));

        var difference = Assert.Single(story.Differences);
        Assert.Equal(["40 engineers", "some 60 engineers"], difference.Variants.Select(variant => variant.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OtherNumbersOfSourcesAreNeverOneStatement()
    {
        const string Copy = "The changes at the northern base will take months to be made, {0} diplomats from the alliance said.";

        var story = Account.Merged(Account.Of(string.Format(null, Copy, "two")), Account.Of(string.Format(null, Copy, "four")));

        Assert.Equal(2, story.Claims.Length);
        Assert.Equal(["four diplomats", "two diplomats"], Assert.Single(story.Differences).Variants.Select(variant => variant.Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("About 150 000 jobs depend on the yards of the northern coast.")]
    [InlineData("About 150\u00A0000 jobs depend on the yards of the northern coast.")]
    public void ThousandsMayBePartedByASpace(string text)
    {
        var story = Account.Merged(Account.Of("About 150,000 jobs depend on the yards of the northern coast."), Account.Of(text));

        Assert.Empty(story.Differences);
        Assert.Single(story.Claims);
    }
}
