using Briefing.Core.Model;

namespace Briefing.Core.Tests.Claims;

public class ClaimMergerTests
{
    private const string Ferry = "The ferry Aurora sank off the port of Harwick on Tuesday after striking a sandbank in thick fog.";

    [Fact]
    public void ASentenceInTwoArticlesIsOneClaimWithTwoExactAttributions()
    {
        var story = Account.Merged(Account.Of(Ferry), Account.Of(Ferry));

        var claim = Assert.Single(story.Claims);
        Assert.Equal(["a1", "a2"], claim.Attributions.Select(attribution => attribution.Article.Id));
        Assert.All(claim.Attributions, attribution => Assert.True(attribution.Exact));
    }

    [Fact]
    public void SpellingAndQuotationMarksDoNotMatter()
    {
        var story = Account.Merged(
            Account.Of("“The harbour’s defence programme is realised,” said the mayor of Harwick."),
            Account.Of("\"The harbor's defense program is realized,\" said the mayor of Harwick."));

        Assert.All(Assert.Single(story.Claims).Attributions, attribution => Assert.True(attribution.Exact));
    }

    [Fact]
    public void ARewordedSentenceJoinsButIsNotExact()
    {
        var story = Account.Merged(
            Account.Of("Ministers agreed to build a rail tunnel under the Lagan strait, linking the two ports."),
            Account.Of("The ministers have agreed to build a tunnel for rail under the Lagan strait linking both ports."));

        var claim = Assert.Single(story.Claims);
        Assert.False(claim.Attributions[1].Exact);
        Assert.Equal("a2", claim.Attributions[1].Article.Id);
    }

    [Fact]
    public void TheEarlierArticleSuppliesTheWording()
    {
        var later = Account.Of("Ministers agreed to build a rail tunnel under the Lagan strait.").Published(2026, 3, 3);
        var earlier = Account.Of("The ministers agreed to build the rail tunnel under the Lagan Strait").Published(2026, 3, 2);

        var claim = Assert.Single(Account.Merged(later, earlier).Claims);

        Assert.Equal("a2", claim.Attributions[0].Article.Id);
    }

    [Fact]
    public void AMachineNeverSuppliesTheWordingOfAPersonsSentence()
    {
        var machine = Account.Of(Ferry).Published(2026, 3, 1).MachineWritten();
        var person = Account.Of(Ferry).Published(2026, 3, 2);

        var claim = Assert.Single(Account.Merged(machine, person).Claims);

        Assert.Equal("a2", claim.Attributions[0].Article.Id);
    }

    [Fact]
    public void AMachinesFullerSentenceDoesNotAbsorbAPersonsPoorerOne()
    {
        var machine = Account.Of("The ferry Aurora sank off the port of Harwick on Tuesday with 40 passengers on board.").MachineWritten();
        var person = Account.Of("The ferry Aurora sank off the port of Harwick.");

        var story = Account.Merged(machine, person);

        Assert.Equal(2, story.Claims.Length);
    }

    [Fact]
    public void AFullerSentenceAbsorbsAPoorerOne()
    {
        var story = Account.Merged(
            Account.Of("The ferry Aurora sank off the port of Harwick."),
            Account.Of("The ferry Aurora sank off the port of Harwick on Tuesday with 40 passengers on board."));

        var claim = Assert.Single(story.Claims);
        Assert.Contains("40 passengers", claim.Text, StringComparison.Ordinal);
        Assert.Equal(2, claim.Attributions.Length);
    }

    [Theory]
    [InlineData("The council approved the new bridge over the Orne for 12 million euros.", "The council approved the new bridge over the Orne.")]
    [InlineData("The council approved the new bridge over the Orne on March 3.", "The council approved the new bridge over the Orne.")]
    [InlineData("The council approved the new bridge over the Orne if the state pays.", "The council approved the new bridge over the Orne.")]
    [InlineData("The council approved the new bridge over the Orne near Velbert.", "The council approved the new bridge over the Orne.")]
    public void NoFactIsLostInMerging(string fuller, string poorer)
    {
        foreach (var accounts in new[] { new[] { fuller, poorer }, [poorer, fuller] })
        {
            var story = Account.Merged([.. accounts.Select(text => Account.Of(text))]);

            Assert.Contains(story.Claims, claim => claim.Text == fuller);
        }
    }

    [Theory]
    [InlineData("The council did not approve the new bridge over the Orne.")]
    [InlineData("The council approved in principle the new bridge over the Orne.")]
    [InlineData("The council reportedly approved the new bridge over the Orne.")]
    public void AnotherForceIsAnotherClaim(string other)
    {
        var story = Account.Merged(Account.Of("The council approved the new bridge over the Orne."), Account.Of(other));

        Assert.Equal(2, story.Claims.Length);
        Assert.Equal(DifferenceKind.Strength, Assert.Single(story.Differences).About);
    }

    [Fact]
    public void ADenialIsNotAbsorbedByTheAccusation()
    {
        var story = Account.Merged(
            Account.Of("The governor of the northern province accused the army of carrying out the attack."),
            Account.Of("The army denied it carried out the attack."));

        Assert.Equal(2, story.Claims.Length);
    }

    [Fact]
    public void WhoseWordItIsNeedsNoClaimOfItsOwn()
    {
        var story = Account.Merged(
            Account.Of("The ferry Aurora sank off the port of Harwick on Tuesday with 40 passengers on board."),
            Account.Of("The Aurora sank off Harwick on Tuesday with 40 passengers on board, a coast guard officer said."));

        Assert.Equal(2, Assert.Single(story.Claims).Attributions.Length);
    }

    [Fact]
    public void TheSentenceThatNamesWhoSpeaksIsTheOneShown()
    {
        var story = Account.Merged(
            Account.Of("The ferry Aurora sank off Harwick on Tuesday."),
            Account.Of("The ferry Aurora sank off Harwick on Tuesday, Captain Ivo Lindqvist said."));

        Assert.Contains("Lindqvist", Assert.Single(story.Claims).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AShortSentenceIsToldOnlyByTheSameWords()
    {
        var story = Account.Merged(
            Account.Of("The party leader asked where the ministers should go after the vote."),
            Account.Of("Where should we go?"));

        Assert.Equal(2, story.Claims.Length);
    }

    [Fact]
    public void ABulletThatRestatesTheBodyIsAbsorbedByIt()
    {
        var story = Account.Merged(Account.Of(Ferry).WithBullet("The ferry Aurora sank off Harwick on Tuesday in fog"));

        var claim = Assert.Single(story.Claims);
        Assert.Equal(Ferry, claim.Text);
        Assert.Equal(2, claim.Attributions.Length);
    }

    [Fact]
    public void ASubheadingIsNoClaim() =>
        Assert.Single(Account.Merged(Account.Of(Ferry).WithSubheading("A night at sea")).Claims);

    [Fact]
    public void ASentenceThatTwoOthersTellTogetherAddsNothing()
    {
        var story = Account.Merged(
            Account.Of("The ferry Aurora sank off the port of Harwick on Tuesday morning.", "Divers recovered the logbook and two engines from the wreck of the Aurora."),
            Account.Of("Divers recovered two engines and the logbook from the wreck of the Aurora, which sank off the port of Harwick."));

        Assert.Equal(2, story.Claims.Length);
        Assert.Contains(story.Claims, claim => claim.Attributions.Any(attribution => attribution.Article.Id == "a2"));
    }

    [Theory]
    [InlineData("Parliament approved the plan for the yard at Harwick on Monday by 240 votes.", "Parliament rejected the plan for the yard at Harwick on Monday by 240 votes.")]
    [InlineData("Exports to Norland reached 9 billion pounds last year, the embassy said.", "Imports to Norland reached 9 billion pounds last year, the embassy said.")]
    [InlineData("Norland accused Estmark of delaying the talks on the yard for a year.", "Estmark accused Norland of delaying the talks on the yard for a year.")]
    [InlineData("The minister will resign over the ferry contract by the end of June.", "The minister did not say that he would resign over the ferry contract.")]
    [InlineData("Parliament may approve the agreement on the docks before the summer break.", "Parliament must approve the agreement on the docks before the summer break.")]
    public void OppositesHaveNoSourceInCommon(string one, string other)
    {
        var story = Account.Merged(Account.Of(Ferry, one), Account.Of(Ferry, other));

        Assert.Equal(3, story.Claims.Length);
        Assert.All(story.Claims, claim => Assert.Equal(claim.Text == Ferry ? 2 : 1, claim.Attributions.Length));
    }

    [Fact]
    public void IdsStayWhenOtherClaimsComeAndGo()
    {
        var alone = Account.Merged(Account.Of(Ferry));
        var among = Account.Merged(Account.Of("Fog closed the airport at Harwick for six hours.", Ferry));

        Assert.Contains(alone.Claims[0].Id, among.Claims.Select(claim => claim.Id));
        Assert.Matches("^c-[0-9a-f]{10}$", alone.Claims[0].Id);
    }

    [Fact]
    public void TheLeadOfMostAccountsComesFirst()
    {
        var story = Account.Merged(
            Account.Of("Harwick is a town of 9,000 people on the east coast.", Ferry),
            Account.Of(Ferry, "Fog had closed the airport since dawn."),
            Account.Of(Ferry));

        Assert.Equal(Ferry, story.Claims[0].Text);
    }

    [Fact]
    public void AnAttributionsSpanIsItsText()
    {
        var story = Account.Merged(Account.Of("Fog closed the airport.", Ferry), Account.Of(Ferry, "Nobody was hurt."));

        foreach (var claim in story.Claims)
            Assert.Equal(claim.Text, claim.Attributions[0].Span.Of(claim.Attributions[0].Article.Document.Text));
    }

    [Fact]
    public void WhatOnlyANamelessAccountTellsStandsBehindAllThatSomebodyAnswersFor()
    {
        var story = Account.Merged(
            Account.Of("The ferry sank off Aldmere on Monday.", "Divers found a hole below the waterline.").NamingNobody(),
            Account.Of("The ferry sank off Aldmere on Monday.", "The harbour will stay closed until Friday."));

        Assert.Equal(
            ["The ferry sank off Aldmere on Monday.", "The harbour will stay closed until Friday.", "Divers found a hole below the waterline."],
            story.Claims.Select(claim => claim.Text));
    }
}
