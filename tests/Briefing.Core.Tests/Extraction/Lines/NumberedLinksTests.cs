using Briefing.Core.Model;

namespace Briefing.Core.Tests.Extraction.Lines;

/// <summary>Numbered lists of what is most read, beside articles that print no headline and headlines that open with a number.</summary>
public class NumberedLinksTests
{
    private static readonly string Summary = Dump.Spaced(Dump.Bridge);

    [Theory]
    [InlineData("1 Oyster fair moves inland\n2 Mayor sells the ferry\n3 Saltmarsh bridge strike called off")]
    [InlineData("1. Oyster fair moves inland\n2. Mayor sells the ferry\n3. Saltmarsh bridge strike called off")]
    [InlineData("1) Oyster fair moves inland\nCoast\n2) Mayor sells the ferry\nHaven\n3) Saltmarsh bridge strike called off")]
    [InlineData("#1 Oyster fair moves inland\n#2 Mayor sells the ferry\n#3 Saltmarsh bridge strike called off")]
    [InlineData("1\nOyster fair moves inland\n2\nMayor sells the ferry\n3\nSaltmarsh bridge strike called off")]
    [InlineData("Most read\n1 Saltmarsh bridge strike called off")]
    public void AnEntryAboveATextIsNotItsHeadline(string list)
    {
        var extracted = Dump.Extract($"{list}\n\n{Summary}");

        Assert.Null(Assert.Single(extracted.Articles).HeadlineSpan);
        Assert.True(Dump.ReasonOf(extracted, "strike called off") is DropReason.RelatedLink or DropReason.Navigation);
    }

    [Theory]
    [InlineData("9 weeks without the Saltmarsh bridge")]
    [InlineData("14 thousand vehicles lose the Saltmarsh bridge")]
    public void AHeadlineMayOpenWithANumber(string headline) =>
        Assert.Equal(headline, Dump.Only($"News\n\n{headline}\n3 March 2026\n\n{Summary}").Headline);

    [Fact]
    public void AHeadlineBelowAListIsNoEntry() =>
        Assert.Equal(
            "Cracks in its piers close the Saltmarsh bridge",
            Dump.Only($"Most read\n1 Oyster fair moves inland\n2 Mayor sells the ferry\n\nCracks in its piers close the Saltmarsh bridge\n3 March 2026\n\n{Summary}").Headline);
}
