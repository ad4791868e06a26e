using Briefing.Core.Claims.Relations;

namespace Briefing.Core.Tests.Claims.Relations;

public class WordMatcherTests
{
    [Theory]
    [InlineData("agreed", "agrees", nameof(WordMatch.Same))]
    [InlineData("went", "going", nameof(WordMatch.Same))]
    [InlineData("centre", "center", nameof(WordMatch.Same))]
    [InlineData("bought", "purchased", nameof(WordMatch.Synonym))]
    [InlineData("car", "automobile", nameof(WordMatch.Synonym))]
    [InlineData("hired", "recruited", nameof(WordMatch.Synonym))]
    [InlineData("signed", "signature", nameof(WordMatch.Derivation))]
    [InlineData("approval", "approved", nameof(WordMatch.Derivation))]
    [InlineData("building", "hotel", nameof(WordMatch.MoreGeneral))]
    [InlineData("hotel", "building", nameof(WordMatch.MoreSpecial))]
    [InlineData("died", "killed", nameof(WordMatch.Synonym))]
    [InlineData("increased", "decreased", nameof(WordMatch.Antonym))]
    [InlineData("exports", "imports", nameof(WordMatch.Antonym))]
    [InlineData("majority", "minority", nameof(WordMatch.Antonym))]
    [InlineData("employer", "employees", nameof(WordMatch.Antonym))]
    [InlineData("copper", "harbour", nameof(WordMatch.None))]
    [InlineData("qwrtz", "harbour", nameof(WordMatch.None))]
    public void TheMeaningsOfTwoWordsStandToEachOther(string word, string other, string expected) =>
        Assert.Equal(expected, WordMatcher.Match(LexicalWord.Of(word), LexicalWord.Of(other)).ToString());

    [Theory]
    [InlineData("approved", "rejected")]
    [InlineData("ship", "boot")]
    [InlineData("rose", "fell")]
    [InlineData("lift", "keep")]
    public void OtherWordsAreNotTakenForOneAnother(string word, string other) =>
        Assert.True(WordMatcher.Match(LexicalWord.Of(word), LexicalWord.Of(other)) > WordMatch.MoreGeneral);

    [Fact]
    public void ManyThreadsMayAskFirst()
    {
        var answers = new WordMatch[64];

        Parallel.For(0, answers.Length, at => answers[at] = WordMatcher.Match(LexicalWord.Of("ferries"), LexicalWord.Of("ferry")));

        Assert.All(answers, answer => Assert.Equal(WordMatch.Same, answer));
    }
}
