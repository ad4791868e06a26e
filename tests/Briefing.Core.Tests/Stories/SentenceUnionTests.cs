using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Tests.Stories;

public class SentenceUnionTests
{
    [Fact]
    public void TheFullerSentenceStandsAloneWhenNothingIsLost() =>
        Assert.Equal(
            "The ferry Aurora sank off Harwick on Tuesday in thick fog.",
            SentenceUnion.TextOf("The Aurora sank off Harwick.", "The ferry Aurora sank off Harwick on Tuesday in thick fog."));

    [Fact]
    public void OfTheOtherOnlyTheClauseThatAddsSomethingIsShown() =>
        Assert.Equal(
            "The ferry Aurora sank off Harwick on Tuesday after striking a sandbank in fog. and twelve passengers were taken to hospital.",
            SentenceUnion.TextOf(
                "The ferry Aurora sank off Harwick on Tuesday after striking a sandbank in fog.",
                "The ferry Aurora sank off Harwick, and twelve passengers were taken to hospital."));

    [Fact]
    public void SentencesWithNothingInCommonAreBothShown() =>
        Assert.Equal(2, SentenceUnion.Of("Trains ran late in Velbert.", "The council approved two new bridges.").Length);

    [Fact]
    public void EveryStretchIsVerbatim()
    {
        const string one = "Divers found the logbook of the Aurora.";
        const string other = "The logbook and two engines of the Aurora were found by divers, officials said on Friday.";

        foreach (var stretch in SentenceUnion.Of(one, other))
            Assert.Contains(stretch.Span.Of(stretch.IsOfFirst ? one : other), stretch.IsOfFirst ? one : other, StringComparison.Ordinal);
    }
}
