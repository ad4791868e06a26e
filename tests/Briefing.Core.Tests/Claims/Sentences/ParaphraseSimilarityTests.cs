using Briefing.Core.Claims.Sentences;

namespace Briefing.Core.Tests.Claims.Sentences;

public class ParaphraseSimilarityTests
{
    [Theory]
    [InlineData("The council approved the new bridge on Monday.", "The council approved the new bridge on Monday.")]
    [InlineData("The council approved the new bridge on Monday, officials said.", "Officials said the council approved the new bridge on Monday.")]
    [InlineData("Twelve passengers were rescued by the coast guard off Harwick.", "The coast guard rescued 12 passengers off Harwick.")]
    public void OneMeaningIsRecognised(string one, string other) =>
        Assert.True(ParaphraseSimilarity.Of(one, other) >= ParaphraseSimilarity.Same);

    [Theory]
    [InlineData("The council approved the new bridge on Monday.", "Trains ran late because of fog at Harwick.")]
    [InlineData("The council approved the new bridge over the Orne for 12 million euros on Monday.", "The mayor of Velbert opened a bridge last year, and the council praised its builders.")]
    public void OtherThingsAreNot(string one, string other) =>
        Assert.True(ParaphraseSimilarity.Of(one, other) < ParaphraseSimilarity.Same);

    [Fact]
    public void ItIsSymmetrical()
    {
        const string one = "The council approved the new bridge on Monday.";
        const string other = "A bridge was approved by the council, the mayor said.";

        Assert.Equal(ParaphraseSimilarity.Of(one, other), ParaphraseSimilarity.Of(other, one), precision: 12);
    }

    [Fact]
    public void WithoutWordsThereIsNoLikeness() => Assert.Equal(0, ParaphraseSimilarity.Of("…", "The council met."));
}
