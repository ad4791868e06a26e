using Briefing.Core.Reprints;
using Briefing.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Core.Tests.Reprints;

public class Utf8TokenizerTests
{
    // The reader sees spelling rules by their letters before it asks them: what it overlooks would stay unfolded.
    [Fact]
    public void EveryWordFoldsAsTheSpellingRulesSay() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Words, word => Keys(word).SequenceEqual([KeyOfFolded(SpellingVariants.Fold(word))])));

    [Theory]
    [InlineData("labour", "labor")]
    [InlineData("recognised", "recognized")]
    [InlineData("organisations", "organizations")]
    [InlineData("paralysing", "paralyzing")]
    [InlineData("travellers", "travelers")]
    [InlineData("orthopaedic", "orthopedic")]
    [InlineData("diarrhoea", "diarrhea")]
    [InlineData("manoeuvring", "maneuvering")]
    [InlineData("defence", "defense")]
    [InlineData("tyres", "tires")]
    [InlineData("programme", "program")]
    [InlineData("DISHONOURABLE", "dishonorable")]
    public void BritishAndAmericanSpellingsAreOneWord(string british, string american)
    {
        // At every offset within a block, and across two.
        for (var before = 0; before < 70; before++)
        {
            var padding = new string(' ', before);
            Assert.Equal(Keys(padding + american), Keys(padding + british));
        }
    }

    [Theory]
    [InlineData("one, two;three")]
    [InlineData("one—two…three")]
    [InlineData("“one” «two» ‘three’")]
    [InlineData("one\u00A0two\u2009three")]
    [InlineData("€one two™ three")]
    public void PunctuationPartsWords(string text) => Assert.Equal(Keys("one two three"), Keys(text));

    [Fact]
    public void WordsAreTheSameWhereverTheyStand()
    {
        const string Sentence = "Renée’s “first” naïve café—opened in Zürich, 2019";
        var expected = Keys(Sentence);

        for (var before = 0; before < 130; before++)
            Assert.Equal(expected, Keys(new string('—', before) + new string('.', before % 3) + Sentence));
    }

    [Fact]
    public void CharactersOfScriptsWithoutSpacesAreWords() => Assert.Equal(4, new Utf8Tokenizer().Read("東京会談").Length);

    [Fact]
    public void NumbersAndNamesInsideASentenceAreFactsAndItsFirstWordIsNot()
    {
        var words = new Utf8Tokenizer().Read("Yesterday the Élan left Oslo with 12 men. \u201CNobody knew.\u201D").ToArray();

        Assert.Equal(
            [false, false, true, false, true, false, true, false, false, false],
            words.Select(TokenCode.IsFact));
    }

    [Fact]
    public void AReaderForgetsTheTextBefore()
    {
        var reader = new Utf8Tokenizer();
        reader.Read(new string('x', 5_000) + " colour");

        Assert.Equal(Keys("a b"), reader.Read("a b").ToArray().Select(TokenCode.Key));
    }

    // Pinned from an independent calculation.
    [Fact]
    public void AWordsKeyIsTheSameOnEveryMachine() => Assert.Equal([177713296u], Keys("Harbour"));

    // Without folding again: the rules change some words twice.
    private static uint KeyOfFolded(string word) => TokenCode.Key(TokenCode.Of(SpellingKeyCache.HashOf(word), respelt: false));

    private static uint[] Keys(string text) => [.. new Utf8Tokenizer().Read(text).ToArray().Select(TokenCode.Key)];

    private static Arbitrary<string> Words
    {
        get
        {
            var parts = Gen.Elements(
                "our", "ise", "ising", "isation", "yse", "ysed", "lled", "ller", "llist", "aem", "oes", "oeuvr", "or", "er", "re", "a", "e",
                "col", "hon", "lab", "par", "anal", "trav", "cance", "arch", "gyn", "f", "dis", "un", "s", "t", "nce", "gue", "mme");
            return Gen.Choose(1, 4).SelectMany(count => Gen.ListOf(parts, count)).Select(chosen => string.Concat(chosen)).ToArbitrary();
        }
    }
}
