using Briefing.Core.Assembly;
using Briefing.Core.Model;

namespace Briefing.Core.Tests.Assembly;

public class EditionVerifierTests
{
    [Fact]
    public void AnUntouchedEditionIsProved() =>
        Assert.Empty(EditionVerifier.Verify(SomeEdition.WithOneClaim(), _ => SomeEdition.Text));

    [Fact]
    public void OneChangedCharacterOfASourceNamesTheClaim()
    {
        var changed = SomeEdition.Text.Replace("accord on", "accord in", StringComparison.Ordinal);

        var faults = EditionVerifier.Verify(SomeEdition.WithOneClaim(), _ => changed).ToList();

        Assert.Contains(faults, fault => fault.Subject == "c-1");
        Assert.Contains(faults, fault => fault.Subject == "d1");
    }

    [Fact]
    public void AChangedWordUnderASecondAttributionNamesTheClaim()
    {
        var edition = WithAttributions(attribution => [attribution, attribution with { Start = attribution.Start + 4 }]);

        Assert.Contains("word for word", Assert.Single(EditionVerifier.Verify(edition, _ => SomeEdition.Text)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ASecondAttributionInOtherWordsNeedNotBeTheSameText()
    {
        var edition = WithAttributions(attribution => [attribution, attribution with { Start = attribution.Start + 4, Exact = false }]);

        Assert.Empty(EditionVerifier.Verify(edition, _ => SomeEdition.Text));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, 5)]
    [InlineData(0, 100_000)]
    public void ASpanOutsideTheTextIsAFault(int start, int end)
    {
        var edition = WithAttributions(_ => [new EditionAttribution("a1", start, end, true)]);

        Assert.Equal("c-1", Assert.Single(EditionVerifier.Verify(edition, _ => SomeEdition.Text)).Subject);
    }

    [Fact]
    public void AClaimWithoutASourceIsAFault() =>
        Assert.Contains("no source", Assert.Single(EditionVerifier.Verify(WithAttributions(_ => []), _ => SomeEdition.Text)).Reason, StringComparison.Ordinal);

    [Fact]
    public void AMissingTextIsNamed() =>
        Assert.Contains("one.txt", Assert.Single(EditionVerifier.Verify(SomeEdition.WithOneClaim(), _ => null)).Reason, StringComparison.Ordinal);

    private static Edition WithAttributions(Func<EditionAttribution, EditionAttribution[]> change)
    {
        var edition = SomeEdition.WithOneClaim();
        var section = edition.Sections[0];
        var story = section.Stories[0];
        var claim = story.Claims[0];
        return edition with
        {
            Sections = [section with { Stories = [story with { Claims = [claim with { Attributions = [.. change(claim.Attributions[0])] }] }] }],
        };
    }
}
