using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Tests.Text;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("Mr. Vance met Gen. Ortiz. They spoke for an hour.", 2)]
    [InlineData("The U.S. President left. He was tired.", 2)]
    [InlineData("Exports to the U.S. The figures rose again.", 2)]
    [InlineData("They met on Jan. 8 in Lima. No date was set.", 2)]
    [InlineData("J. R. Marlowe wrote No. 7 of the series.", 1)]
    [InlineData("Prices rose 2.5 percent. Wages fell by 1.1.", 2)]
    [InlineData("A strengthening of ties “is urgently needed.” The rest was silence.", 2)]
    [InlineData("A strengthening of ties \"is urgently needed\". The rest was silence.", 2)]
    [InlineData("“We came. We talked. We left,” the envoy said.", 1)]
    [InlineData("\"Are we ready?\" Ms. Marlowe asked.", 1)]
    [InlineData("\"Are we ready?\" the envoy asked. Nobody knew.", 2)]
    [InlineData("He paused… and went on. Then he stopped.", 2)]
    [InlineData("Wait! Who goes there? A friend.", 3)]
    [InlineData("Das Treffen am 30. Oktober endete spät. Danach gab es Suppe.", 2)]
    [InlineData("Er traf Dr. Weiß um 9 Uhr, d.h. früh. Sie lachten.", 2)]
    [InlineData("Le ministre a dit « oui ». M. Petit est parti.", 2)]
    [InlineData("首相は会談した。来週も会う。", 2)]
    [InlineData("The firm, Dune Inc., grew. It hired.", 2)]
    [InlineData("It cost $3.2m (about €2.9m). Nobody paid.", 2)]
    [InlineData("no capital at all and no point", 1)]
    [InlineData("It ends at 6 p.m. Tuesday, officials said.", 1)]
    public void SentencesAreCutWhereTheyEnd(string paragraph, int sentences) =>
        Assert.Equal(sentences, Split(paragraph).Count);

    [Fact]
    public void SpansAreVerbatimAndLeaveOutTheSpaceBetween()
    {
        const string Text = "Before. “It is done.”  She left. After";

        Assert.Equal(["“It is done.”", "She left."], SentenceSplitter.Split(Text, new TextSpan(8, 32)).Select(span => span.Of(Text)));
    }

    [Fact]
    public void AStrayQuotationMarkSwallowsNothing()
    {
        var sentences = Split("The bloc became\" a partner, it said. The rest differs. " + string.Concat(Enumerable.Repeat("So it went on for long. ", 30)));

        Assert.True(sentences.Count > 20, $"{sentences.Count} sentences");
    }

    [Fact]
    public void AVeryLongQuotationIsCutAtItsSentences() =>
        Assert.Equal(31, Split($"“{string.Concat(Enumerable.Repeat("We shall go on with it. ", 30))}” She sat.").Count);

    private static List<TextSpan> Split(string paragraph) => SentenceSplitter.Split(paragraph, new TextSpan(0, paragraph.Length));
}
