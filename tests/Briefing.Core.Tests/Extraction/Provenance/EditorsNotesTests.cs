namespace Briefing.Core.Tests.Extraction.Provenance;

public sealed class EditorsNotesTests
{
    private const string Head = "Haven's old bridge closes for a year";

    [Theory]
    [InlineData("This article was amended on 4 March 2026 to correct the year in which the bridge was built.")]
    [InlineData("This story has been updated to include the council's answer.")]
    [InlineData("This report was first published on 3 March and has since been corrected.")]
    [InlineData("An earlier version of this article misstated how long the bridge is.")]
    [InlineData("A previous version of this story said the bridge was closed in 1998.")]
    [InlineData("Correction: this article has been changed to give the right name of the engineer.")]
    [InlineData("Correction: The photograph with this story shows another bridge.")]
    [InlineData("Editor's note: names of two of the workers are withheld at their wish.")]
    [InlineData("Editor’s Note: This is the second of three parts.")]
    public void WhatAnOutletSaysOfItsTextIsNoStatement(string note)
    {
        var article = Dump.Only($"{Head}\n3 March 2026\n\n{Dump.Bridge}\n\n{note}");

        Assert.DoesNotContain(article.Passages, passage => passage.Text.Contains(note[^20..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The report was amended by the council before the bridge was closed on Tuesday.")]
    [InlineData("This report was amended by the council before the bridge was closed on Tuesday.")]
    [InlineData("A previous version of the plan had kept the bridge open for buses.")]
    [InlineData("This bridge has changed hands twice since it was built.")]
    [InlineData("The council's editors note that the bridge was closed before.")]
    [InlineData("Corrections to the plan will cost the council two million euros.")]
    public void NewsOfChangesStays(string sentence)
    {
        var article = Dump.Only($"{Head}\n3 March 2026\n\n{Dump.Bridge}\n\n{sentence}");

        Assert.Contains(article.Passages, passage => passage.Text.Contains(sentence[^20..], StringComparison.Ordinal));
    }

    [Fact]
    public void AnAmendedTextKeepsTheDayItWasPublished()
    {
        var article = Dump.Only($"{Head}\n3 March 2026\n\n{Dump.Bridge}\n\nThis article was amended on 4 March 2026 to correct a name.");

        Assert.Equal(new NodaTime.LocalDate(2026, 3, 3), article.Published?.Date);
    }
}
