using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Tests.Assembly;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Core.Tests.Novelty;

public sealed class EditionComparerTests
{
    private const string Ferry = "The ferry to Lomond Head was cancelled on Monday because of a swell of four metres.";
    private const string Pilots = "Pilots at Casterby asked the harbour board for a third launch before the winter.";
    private const string Budget = "The harbour board has set aside 14 million crowns for dredging the northern channel.";
    private const string Vote = "The council agreed in principle to sell the old customs house to the sailing school.";

    [Fact]
    public void AnEditionSaysTheSameAsItself() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll<byte>(picked =>
    {
        var claims = new[] { Ferry, Pilots, Budget, Vote }.Where((_, at) => ((picked | 1) & (1 << at)) != 0).ToArray();
        var edition = Edition(("s-1", claims));

        Assert.True(EditionComparer.Compare(edition, edition with { Version = 2 }).IsEmpty);
    }));

    [Fact]
    public void NamesWhatWasAddedAndWhatIsGone()
    {
        var comparison = EditionComparer.Compare(Edition(("s-1", [Ferry, Pilots])), Edition(("s-1", [Pilots, Budget])));

        Assert.Equal(Budget, Assert.Single(comparison.Added).Text);
        Assert.Equal(Ferry, Assert.Single(comparison.Gone).Text);
        Assert.Empty(comparison.Changed);
    }

    [Theory]
    [InlineData("The harbour board has set aside 17 million crowns for dredging the northern channel.", "fact")]
    [InlineData("The harbor board set aside 14 million crowns for dredging the northern channel.", "wording")]
    public void AChangedStatementIsNeitherAddedNorGone(string later, string kind)
    {
        var comparison = EditionComparer.Compare(Edition(("s-1", [Budget])), Edition(("s-1", [later])));

        var changed = Assert.Single(comparison.Changed);
        Assert.Equal((kind, Budget, later), (changed.Kind, changed.From.Text, changed.To.Text));
        Assert.Empty(comparison.Added);
        Assert.Empty(comparison.Gone);
    }

    [Fact]
    public void AStatementThatChangedItsStoryIsNotChanged()
    {
        var comparison = EditionComparer.Compare(Edition(("s-1", [Ferry]), ("s-2", [Pilots])), Edition(("s-2", [Pilots, Ferry])));

        Assert.Empty(comparison.Added);
        Assert.Empty(comparison.Gone);
        Assert.Empty(comparison.Changed);
        var joined = Assert.Single(comparison.Joined);
        Assert.Equal(["s-1", "s-2"], joined.From.Select(story => story.Id));
        Assert.Equal("s-2", joined.To.Id);
    }

    [Fact]
    public void AStoryThatBecameTwoIsSplit()
    {
        var comparison = EditionComparer.Compare(Edition(("s-1", [Ferry, Pilots])), Edition(("s-1", [Ferry]), ("s-3", [Pilots])));

        var split = Assert.Single(comparison.Split);
        Assert.Equal("s-1", split.From.Id);
        Assert.Equal(["s-1", "s-3"], split.To.Select(story => story.Id));
        Assert.Empty(comparison.StoriesAdded);
    }

    [Fact]
    public void AStoryOfWhichNothingIsLeftIsGone()
    {
        var comparison = EditionComparer.Compare(Edition(("s-1", [Ferry]), ("s-2", [Budget])), Edition(("s-2", [Budget]), ("s-4", [Vote])));

        Assert.Equal("s-1", Assert.Single(comparison.StoriesGone).Id);
        Assert.Equal("s-4", Assert.Single(comparison.StoriesAdded).Id);
    }

    private static Edition Edition(params (string Id, string[] Claims)[] stories)
    {
        var some = SomeEdition.WithOneClaim();
        var sample = some.Sections[0].Stories[0];
        return some with
        {
            Sections =
            [
                some.Sections[0] with
                {
                    Stories =
                    [
                        .. stories.Select(story => sample with
                        {
                            Id = story.Id,
                            Headline = $"Headline of {story.Id}",
                            Differences = [],
                            Claims = [.. story.Claims.Select(text => sample.Claims[0] with { Id = "c-" + text.Length + text[4..8], Text = text })],
                        }),
                    ],
                },
            ],
        };
    }
}
