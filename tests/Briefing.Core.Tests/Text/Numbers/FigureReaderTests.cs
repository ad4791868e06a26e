using Briefing.Core.Text;
using Briefing.Core.Text.Dates;
using Briefing.Core.Text.Numbers;

namespace Briefing.Core.Tests.Text.Numbers;

public class FigureReaderTests
{
    [Theory]
    [InlineData("They may stay for under 30 days.", "under 30 days", 30, FigureBound.Under)]
    [InlineData("They may stay for up to 30 days.", "up to 30 days", 30, FigureBound.UpTo)]
    [InlineData("It supports about 150,000 jobs.", "about 150,000 jobs", 150_000, FigureBound.About)]
    [InlineData("It will cost $2.5 billion.", "$2.5 billion", 2_500_000_000, FigureBound.Exact)]
    [InlineData("It will cost more than £60bn.", "more than £60bn", 60_000_000_000, FigureBound.Over)]
    [InlineData("Prices rose 3.2% in a year.", "3.2%", 3.2, FigureBound.Exact)]
    [InlineData("Prices rose by three per cent.", "three per cent", 3, FigureBound.Exact)]
    [InlineData("At least twenty-five people were hurt.", "At least twenty-five people", 25, FigureBound.AtLeast)]
    [InlineData("He came on a one-day visit.", "one-day", 1, FigureBound.Exact)]
    [InlineData("Two top commands move south.", "Two top", 2, FigureBound.Exact)]
    [InlineData("The 11-year-old boy was unhurt.", "11-year-old", 11, FigureBound.Exact)]
    [InlineData("More than a hundred people came.", "More than a hundred people", 100, FigureBound.Over)]
    [InlineData("He fell 200ft.", "200ft", 200, FigureBound.Exact)]
    [InlineData("He fell 60 metres (200 feet) from a ridge.", "60 metres", 60, FigureBound.Exact)]
    [InlineData("The repair cost €2 million ($2.6 million).", "€2 million", 2_000_000, FigureBound.Exact)]
    [InlineData("He scored 20 on Thursday night.", "20", 20, FigureBound.Exact)]
    [InlineData("He scored 20 Thursday night.", "20", 20, FigureBound.Exact)]
    [InlineData("He met 1,2 million of them.", "1,2 million", 1_200_000, FigureBound.Exact)]
    [InlineData("The boat sails twice a week.", "twice a week", 2, FigureBound.Exact)]
    [InlineData("It is the third-largest port.", "third-largest", 3, FigureBound.Exact)]
    public void AFigureIsReadWithItsBoundAndUnit(string sentence, string shown, double value, FigureBound bound)
    {
        var figure = Assert.Single(Read(sentence));

        Assert.Equal(shown, figure.Span.Of(sentence));
        Assert.Equal((decimal)value, figure.Value);
        Assert.Equal(bound, figure.Bound);
    }

    [Fact]
    public void WhatIsTooLargeToCountAnythingIsNone()
    {
        Assert.Empty(Read("Rows of a table: 100 200 300 400 500 600 700 800 900 100 200 people."));
        Assert.Empty(Read("They paid nine hundred million billion trillion trillion dollars."));
        Assert.Empty(Read("Rows of a table: 100 200 300 400 500 600 700 800 900 000 people."));
        Assert.Empty(Read("It has 999,999 billion trillion trillion million fish."));
        Assert.Empty(Read("It has 999,999 billion trillion trillion dozen fish."));
        Assert.Equal(1_200_000_000_000_000m, Assert.Single(Read("Its debt is 1,200 trillion yen.")).Value);
    }

    [Theory]
    [InlineData("The two leaders met.")]
    [InlineData("They had a (hundred) things to say.")]
    [InlineData("They had a\n\nthousand things to say.")]
    [InlineData("They had a: million things to say.")]
    [InlineData("It was death by a \u201Cthousand cuts\u201D.")]
    [InlineData("It was one of the worst storms.")]
    [InlineData("The F-35 landed at 12:30 after the 2+2 talks.")]
    [InlineData("The Group of Seven met.")]
    [InlineData("The talks were held on March 3, 2026.")]
    [InlineData("Call the office at 222-TIPS.")]
    [InlineData("Call the office at 713-308-3600 by noon.")]
    [InlineData("Call the office at 308-3600.")]
    [InlineData("Once the ship had left, the port closed.")]
    [InlineData("The second ship left.")]
    [InlineData("Copyright 2015 Harwick Times.")]
    [InlineData("They beat No. 1 Harwick.")]
    [InlineData("It happened around 3 p.m. on the quay.")]
    public void NamesTimesAndDatesAreNoFigures(string sentence) => Assert.Empty(Read(sentence));

    [Theory]
    [InlineData("about 150,000 jobs", "148,600 jobs", true)]
    [InlineData("more than 200 people", "213 people", true)]
    [InlineData("more than 200 people", "900 people", false)]
    [InlineData("under 30 days", "up to 30 days", false)]
    [InlineData("12 people", "14 people", false)]
    public void BoundsDecideWhatAgrees(string one, string other, bool agrees)
    {
        Assert.Equal(agrees, Read(one)[0].IsCompatibleWith(Read(other)[0]));
        Assert.Equal(agrees, Read(other)[0].IsCompatibleWith(Read(one)[0]));
    }

    private static List<Figure> Read(string sentence)
    {
        var words = Tokenizer.Words(sentence);
        var folded = words.ConvertAll(word => word.Folded);
        return FigureReader.Read(sentence, folded, words, DateExpressionReader.Read(sentence, folded, words));
    }
}
