namespace Briefing.Core.Tests;

public class DeltaDebuggingTests
{
    private static readonly InvalidOperationException Fault = new();

    [Fact]
    public void WhereNothingFailsThereIsNone() => Assert.Empty(new DeltaDebugging<int>(_ => null).Among([1, 2, 3]));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(19)]
    [InlineData(0, 1, 19)]
    public void WhatFailsAloneIsFound(params int[] failing) =>
        Assert.Equal(failing, Culprits(20, some => some.Any(failing.Contains)));

    // As a figure that fails only where two accounts are compared.
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(19)]
    [InlineData(3, 12)]
    [InlineData(0, 1, 2)]
    public void WhatFailsInCompanyIsFoundAndNotItsCompany(params int[] failing) =>
        Assert.Equal(failing, Culprits(20, some => some.Count > 1 && some.Any(failing.Contains)).Order());

    [Fact]
    public void OfTwoThatFailOnlyWithEachOtherOneStays()
    {
        var culprits = Culprits(20, some => some.Contains(4) && some.Contains(11));

        Assert.Contains(Assert.Single(culprits), new[] { 4, 11 });
    }

    [Fact]
    public void OneOfThreeThatFailTogetherGoes() =>
        Assert.Contains(Assert.Single(Culprits(20, some => some.Contains(2) && some.Contains(9) && some.Contains(15))), new[] { 2, 9, 15 });

    [Fact]
    public void ManyItemsTakeFewTrials()
    {
        var trials = 0;

        var culprits = Culprits(1000, some =>
        {
            trials += some.Count > 1 ? 1 : 0;
            return some.Count > 1 && some.Contains(617);
        });

        Assert.Equal([617], culprits);
        Assert.InRange(trials, 1, 30);
    }

    private static List<int> Culprits(int count, Func<IReadOnlyList<int>, bool> fails)
    {
        var items = Enumerable.Range(0, count).ToList();
        var culprits = new DeltaDebugging<int>(some => fails(some) ? Fault : null).Among(items).ConvertAll(culprit => culprit.Item);
        Assert.False(fails([.. items.Except(culprits)]), "the others fail");
        return culprits;
    }
}
