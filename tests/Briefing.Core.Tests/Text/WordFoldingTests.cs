using Briefing.Core.Text;

namespace Briefing.Core.Tests.Text;

public class WordFoldingTests
{
    [Theory]
    [InlineData("defence", "defense")]
    [InlineData("realising", "realizing")]
    [InlineData("travelled", "traveled")]
    [InlineData("Neighbours’", "neighbors")]
    [InlineData("centres", "centers")]
    [InlineData("programme", "program")]
    [InlineData("dishonour", "dishonor")]
    [InlineData("analysed", "analyzed")]
    [InlineData("Japan’s", "Japan")]
    [InlineData("Zürich", "Zurich")]
    [InlineData("1,500", "1500")]
    public void SpellingsOfOneWordFoldAlike(string one, string other) =>
        Assert.Equal(FoldedOf(one), FoldedOf(other));

    [Theory]
    [InlineData("filled", "filed")]
    [InlineData("four", "for")]
    [InlineData("hour", "hor")]
    [InlineData("2.5", "25")]
    [InlineData("sour", "sor")]
    public void DifferentWordsStayApart(string one, string other) =>
        Assert.NotEqual(FoldedOf(one), FoldedOf(other));

    [Theory]
    [InlineData("strengthening", "strengthen")]
    [InlineData("agreements", "agreement")]
    [InlineData("relational", "relat")]
    [InlineData("hopping", "hop")]
    [InlineData("ponies", "poni")]
    public void StemsFollowThePaper(string word, string expected) =>
        Assert.Equal(EnglishStemmer.Stem(expected), EnglishStemmer.Stem(word));

    private static string FoldedOf(string text) => Tokenizer.Words(text).Single().Folded;
}
