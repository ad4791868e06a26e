using Briefing.Core.Topics;

namespace Briefing.Core.Tests.Topics;

public class PhraseTests
{
    [Theory]
    [InlineData("defence", "A new DEFENSE policy")]
    [InlineData("supply chain", "the supply-chains of both countries")]
    [InlineData("visit*", "He visited the plant")]
    [InlineData("visit*", "visitors came")]
    [InlineData("UK", "the UK's exports")]
    [InlineData("UK", "a U.K.-Japan pact")]
    [InlineData("US", "U.S. officials")]
    [InlineData("Cote d'Ivoire", "in Côte d’Ivoire")]
    [InlineData("NATO", "a Nato command")]
    [InlineData("company", "two companies")]
    [InlineData("ally", "its allies")]
    [InlineData("trip ~3 China", "a trip of traders to China")]
    [InlineData("trip ~3 China", "his China business trip")]
    [InlineData("per cent of GDP", "2.1 per cent of GDP")]
    [InlineData("uk-japan", "UK–Japan relations")]
    public void APhraseIsFound(string phrase, string text) => Assert.Equal([phrase], Found(phrase, text));

    [Theory]
    [InlineData("US", "they told us")]
    [InlineData("Niger", "in Nigeria")]
    [InlineData("visit", "he visited")]
    [InlineData("supply chain", "a chain of supply")]
    [InlineData("trip ~3 China", "a trip that took them first to Mongolia and then China")]
    [InlineData("Mali", "Somali traders")]
    [InlineData("gas", "a gash")]
    public void AnotherWordIsNot(string phrase, string text) => Assert.Empty(Found(phrase, text));

    [Theory]
    [InlineData("…")]
    [InlineData("trip ~ China")]
    [InlineData("trip ~50 China")]
    [InlineData("~3 China")]
    [InlineData("trip ~3")]
    [InlineData("a ~2 b ~2 c")]
    public void AFaultyPhraseIsRefusedWithAReason(string phrase)
    {
        Assert.Null(PhrasePattern.Parse(phrase, out var fault));
        Assert.False(string.IsNullOrWhiteSpace(fault));
    }

    [Fact]
    public void ManyPhrasesAreFoundInOnePass() =>
        Assert.Equal(
            ["Strategic Cyber Partnership", "cyber", "partnership"],
            Found(["partnership", "cyber", "Strategic Cyber Partnership", "space"], "a new strategic cyber partnership").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Found(string phrase, string text) => Found([phrase], text);

    private static IEnumerable<string> Found(string[] phrases, string text)
    {
        var index = new PhraseIndex();
        foreach (var phrase in phrases)
            index.Add(PhrasePattern.Parse(phrase, out _)!);
        var tokens = index.Tokens(text, 0, text.Length);
        return index.Find(tokens, 0, tokens.Count).Select(hit => phrases[hit.Phrase]);
    }
}
