using Briefing.Core.Claims.Relations;

namespace Briefing.Core.Tests.Claims.Relations;

public class StatementComparerTests
{
    [Theory]
    [InlineData("The council approved the plan for the harbour on Monday.", "The council rejected the plan for the harbour on Monday.")]
    [InlineData("Exports to Norland grew by 4% in March.", "Imports to Norland grew by 4% in March.")]
    [InlineData("The mayor spoke before the vote on the harbour.", "The mayor spoke after the vote on the harbour.")]
    [InlineData("Norland accused Estmark of breaking the truce.", "Estmark accused Norland of breaking the truce.")]
    [InlineData("The ship sailed from Casterby to Port Sorrel.", "The ship sailed from Port Sorrel to Casterby.")]
    [InlineData("The toll rose from 14 to 19 on Sunday.", "The toll rose from 19 to 14 on Sunday.")]
    [InlineData("Pilots may strike in June.", "Pilots must strike in June.")]
    [InlineData("The minister resigned on Friday.", "The minister refused to resign on Friday.")]
    [InlineData("All residents left the valley.", "Few residents left the valley.")]
    [InlineData("A majority of deputies backed the bill.", "A minority of deputies backed the bill.")]
    [InlineData("The army will leave the island.", "The army has left the island.")]
    [InlineData("The ferry left with its passengers.", "The ferry left without its passengers.")]
    [InlineData("The harbour is closed, Ana Sole said.", "The harbour is closed, Tom Hale said.")]
    [InlineData("The price of wheat went up on the exchange.", "The price of wheat went down on the exchange.")]
    [InlineData("The bill was passed by the Senate.", "The Senate was passed by the bill.")]
    [InlineData("Talks between the pilots and the airline failed because of the weather.", "Talks between the pilots and the airline failed despite the weather.")]
    [InlineData("The deal was nearly signed in Casterby.", "The deal was signed in Casterby.")]
    [InlineData("The former minister opened the fair.", "The minister opened the fair.")]
    public void OppositesAreNeverOneStatement(string one, string other)
    {
        var comparer = new StatementComparer();

        Assert.False(comparer.Compare(one, other).IsOneStatement, Explain(one, other));
        Assert.False(comparer.Compare(other, one).IsOneStatement, Explain(other, one));
    }

    [Theory]
    [InlineData("The council approved the plan.", "The plan was approved by the council.")]
    [InlineData("The mayor said the harbour would close in May.", "The harbour would close in May, the mayor said.")]
    [InlineData("Pilots rejected the offer on Tuesday.", "Pilots turned down the offer on Tuesday.")]
    [InlineData("The firm bought two ferries.", "The company purchased two ferries.")]
    [InlineData("The centre favours a programme of labour reform.", "The center favors a program of labor reform.")]
    [InlineData("After the vote the mayor left the hall.", "The mayor left the hall after the vote.")]
    [InlineData("Norland and Estmark signed the treaty in Casterby.", "Estmark and Norland signed the treaty in Casterby.")]
    public void ExplainedDifferencesKeepTwoWordingsOneStatement(string one, string other) =>
        Assert.Equal(StatementRelation.Same, new StatementComparer().Compare(one, other).Relation);

    [Fact]
    public void TheFullerSaysAllThatThePoorerSays()
    {
        const string fuller = "The council approved the plan for the harbour on Monday after a debate of nine hours.";
        const string poorer = "The council approved the plan for the harbour.";

        Assert.Equal(StatementRelation.Fuller, new StatementComparer().Compare(fuller, poorer).Relation);
        Assert.Equal(StatementRelation.Poorer, new StatementComparer().Compare(poorer, fuller).Relation);
    }

    [Fact]
    public void AContradictionSaysWhatItIsAbout()
    {
        var finding = new StatementComparer().Compare("Norland will lift its ban on beef from Estmark.", "Norland will keep its ban on beef from Estmark.");

        Assert.Equal((StatementRelation.Contradicts, "lift / keep"), (finding.Relation, finding.About));
    }

    [Theory]
    [InlineData("Storms closed the port of Casterby.", "Wages in the ferry trade rose by a tenth.", StatementRelation.Other)]
    [InlineData("", "The port is closed.", StatementRelation.Other)]
    [InlineData("The port is closed.", "The port is closed.", StatementRelation.Same)]
    public void WhatSharesNothingIsOther(string one, string other, StatementRelation expected) =>
        Assert.Equal(expected, new StatementComparer().Compare(one, other).Relation);

    [Fact]
    public void AnEndlessSentenceIsTheSameAsItselfAlone()
    {
        var endless = string.Concat(Enumerable.Range(0, 50_000).Select(at => $"ship{at} left "));

        Assert.Equal(StatementRelation.Same, new StatementComparer().Compare(endless, endless).Relation);
        Assert.Equal(StatementRelation.Other, new StatementComparer().Compare(endless, endless + "today").Relation);
    }

    private static string Explain(string one, string other) => string.Join("; ", new StatementComparer().Compare(one, other).Explanation);
}
