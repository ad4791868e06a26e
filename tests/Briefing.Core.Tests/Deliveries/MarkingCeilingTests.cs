using Briefing.Core.Deliveries;

namespace Briefing.Core.Tests.Deliveries;

public class MarkingCeilingTests
{
    [Theory]
    [InlineData(null, "OFFICIAL", true)]
    [InlineData("", "OFFICIAL", true)]
    [InlineData("OFFICIAL", null, true)]
    [InlineData("OFFICIAL", "OFFICIAL", true)]
    [InlineData("OFFICIAL", "SECRET", true)]
    [InlineData("SECRET", "OFFICIAL", false)]
    [InlineData("OFFICIAL-SENSITIVE", "OFFICIAL", false)]
    [InlineData("official", "OFFICIAL", false)]
    [InlineData("TOP SECRET", "OFFICIAL", false)]
    [InlineData("OFFICIAL", "NONE SUCH", false)]
    public void AnEditionGoesToListsOfItsHeightAndHigherAndInDoubtToNone(string? marking, string? ceiling, bool goes)
    {
        var fault = MarkingCeiling.FaultOf(marking, ceiling, ["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET"]);

        Assert.Equal(goes, fault is null);
        if (fault is not null)
            Assert.Contains($"\"{marking}\"", fault, StringComparison.Ordinal);
    }
}
