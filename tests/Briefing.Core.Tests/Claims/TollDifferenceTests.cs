using Briefing.Core.Model;

namespace Briefing.Core.Tests.Claims;

public class TollDifferenceTests
{
    private const string Sinking = "The ferry Marit sank off Velbert in a storm on Monday night. ";
    private const string Harbour = "Boats of the Velbert harbour office searched the bay for the ferry Marit until Tuesday. ";

    [Theory]
    [InlineData("It went down within minutes, killing at least 14.", "Divers say 17 people have died.", "at least 14", "17 people")]
    [InlineData("The storm killed 14 people.", "The death toll rose to 17 on Tuesday, the coast guard said.", "14 people", "17")]
    [InlineData("The coast guard says fourteen people were killed.", "The sinking has claimed 17 lives.", "fourteen people", "17 lives")]
    [InlineData("It left 14 dead.", "The mayor spoke of 17 fatalities.", "14 dead", "17 fatalities")]
    [InlineData("The wave injured 30.", "A clinic in Harwick says 45 people were hurt.", "30", "45 people")]
    public void TollsToldInOtherWordsAreCompared(string one, string other, string first, string second)
    {
        var story = Account.Merged(Account.Of(Sinking + one), Account.Of(Harbour + other));

        var difference = Assert.Single(story.Differences);
        Assert.Equal(DifferenceKind.Figure, difference.About);
        Assert.Equal([first, second], difference.Variants.Select(variant => variant.Text));
    }

    [Theory]
    [InlineData("It went down within minutes, killing at least 14.", "Divers say 15 people have died.")]
    [InlineData("It went down within minutes, killing 14.", "Three children were killed, divers say.")]
    [InlineData("It went down within minutes, killing 14.", "Divers say 17 people have died. The first reports had spoken of 14 dead.")]
    [InlineData("It went down within minutes, killing 14.", "A storm killed 40 people there last year.")]
    [InlineData("It went down within minutes, killing 14.", "The wreck of 1998 had killed 40 people in the same bay.")]
    [InlineData("It went down within minutes, killing 14.", "Up to 40 people could have died, divers say.")]
    [InlineData("It went down within minutes, killing 14.", "Two others were killed on the pier, divers say.")]
    [InlineData("It went down within minutes, killing 14.", "Divers say 45 people were hurt.")]
    [InlineData("It went down within minutes, killing 14.", "The storm of 1998 killed 20 people in the same bay.")]
    [InlineData("It went down within minutes, killing 14.", "In Norland, where the storm went on, it killed 90 people.")]
    [InlineData("It went down within minutes, killing 14.", "The captain claimed 40 people had stayed ashore.")]
    [InlineData("It went down within minutes, killing 14.", "The captain was killed 40 metres from the pier.")]
    public void OtherCountsAreNone(string one, string other) =>
        Assert.Empty(Account.Merged(Account.Of(Sinking + one), Account.Of(Harbour + other)).Differences);

    [Fact]
    public void AllAccountsStandBesideTheirToll()
    {
        var story = Account.Merged(
            Account.Of(Sinking + "It went down within minutes, killing 14."),
            Account.Of(Harbour + "Divers say 17 people have died."),
            Account.Of("A ferry was lost near Velbert. The storm killed 14 people, its owner said."));

        var difference = Assert.Single(story.Differences);
        Assert.Equal([2, 1], difference.Variants.Select(variant => variant.Articles.Length));
    }
}
