namespace Briefing.Core.Tests.Claims.Quotations;

public class QuotationTests
{
    private const string Opening = "“We heard a crash and then the lights went out,” Ana Torvald said as she stood on the quay with her daughter.";

    [Theory]
    [InlineData("“We heard a crash and then the lights went out,” Ana Torvald said on Tuesday.", "Ana Torvald")]
    [InlineData("“We heard a crash and then the lights went out,” said Ana Torvald.", "Ana Torvald")]
    [InlineData("“We heard a crash and then the lights went out,” a diplomat said.", "a diplomat")]
    [InlineData("“We heard a crash and then the lights went out,” said a spokesman for the coast guard.", "a spokesman for the coast guard")]
    [InlineData("According to Ana Torvald, “we heard a crash and then the lights went out”.", "Ana Torvald")]
    [InlineData("Harbour master Ana Torvald separately on Monday insisted that “we heard a crash and then the lights went out”.", "Harbour master Ana Torvald")]
    [InlineData("Torvald told reporters: “We heard a crash and then the lights went out.”", "Torvald")]
    public void TheSpeakerIsNamedAsInTheText(string sentence, string speaker)
    {
        var claim = Assert.Single(Account.Merged(Account.Of(sentence)).Claims);

        Assert.True(claim.IsQuotation);
        Assert.Equal(speaker, claim.Speaker);
    }

    [Fact]
    public void OneQuotationIsOneClaimWhateverSentenceCarriesIt()
    {
        var story = Account.Merged(
            Account.Of(Opening),
            Account.Of("\"We heard a crash, and then the lights went out,\" Torvald said after the rescue."),
            Account.Of("The ferry sank.").WithBullet("‘We heard a crash and then the lights went out,’ Torvald said"));

        var claim = Assert.Single(story.Claims, claim => claim.IsQuotation);
        Assert.Equal(Opening, claim.Text);
        Assert.Equal(["a1", "a2", "a3"], claim.Attributions.Select(attribution => attribution.Article.Id));
    }

    [Fact]
    public void TheSameWordsOfAnotherSpeakerAreAnotherClaim()
    {
        var story = Account.Merged(
            Account.Of("“We heard a crash and then the lights went out,” said Ana Torvald."),
            Account.Of("“We heard a crash and then the lights went out,” said Ivo Lindqvist."));

        Assert.Equal(2, story.Claims.Length);
    }

    [Fact]
    public void AQuotationGoesOnInTheNextParagraph()
    {
        var story = Account.Merged(Account.Of(Opening, "“Nobody told us anything for an hour.”", "The ferry sank at noon."));

        Assert.Equal("Ana Torvald", story.Claims[1].Speaker);
    }

    [Fact]
    public void APronounIsTheLastNamedSpeaker()
    {
        var story = Account.Merged(Account.Of(Opening, "“Nobody told us anything for a whole hour,” she said."));

        Assert.Equal("Ana Torvald", story.Claims[1].Speaker);
    }

    [Fact]
    public void APronounThatDoesNotFitStaysUnresolved()
    {
        var story = Account.Merged(Account.Of(Opening, "“Nobody told us anything for a whole hour,” he said."));

        Assert.Null(story.Claims[1].Speaker);
    }

    [Fact]
    public void APhraseInQuotationMarksIsNoQuotation()
    {
        var story = Account.Merged(Account.Of("Torvald called the crossing “very dangerous” and asked the company to stop all ferries at night."));

        Assert.False(story.Claims[0].IsQuotation);
    }

    [Fact]
    public void AQuotationWhoseMarksStandInOtherSentencesIsTheSame()
    {
        var story = Account.Merged(
            Account.Of("“We will stop all ferries at night until the channel is marked,” said Ivo Lindqvist."),
            Account.Of("“Nobody is to be put at risk.", "We will stop all ferries at night until the channel is marked.", "That is all,” said Lindqvist."));

        Assert.Contains(story.Claims, claim => claim.Attributions.Length == 2);
    }

    [Fact]
    public void TheLastSentenceOfAQuotationHasItsClosingMarkOnly()
    {
        var story = Account.Merged(Account.Of("They were at the helm all night and saw nothing,\" Ivo Lindqvist said."));

        Assert.True(story.Claims[0].IsQuotation);
        Assert.Equal("Ivo Lindqvist", story.Claims[0].Speaker);
    }

    [Fact]
    public void AReportersWordsAreNotAQuotation()
    {
        var story = Account.Merged(
            Account.Of("“We will stop all ferries at night until the channel is marked,” said Ivo Lindqvist."),
            Account.Of("Lindqvist will stop all ferries at night until the channel is marked."));

        Assert.Equal(2, story.Claims.Length);
    }

    [Fact]
    public void AQuotationFollowsItsIntroduction()
    {
        var story = Account.Merged(
            Account.Of("The ferry sank at noon off Harwick.", Opening, "“Nobody told us anything for an hour.”"),
            Account.Of("The ferry sank at noon off Harwick.", Opening, "Her daughter was taken to hospital in Velbert."));

        var texts = story.Claims.Select(claim => claim.Text).ToList();
        Assert.Equal(texts.IndexOf(Opening) + 1, texts.IndexOf("“Nobody told us anything for an hour.”"));
    }
}
