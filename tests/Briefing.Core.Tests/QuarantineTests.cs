using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Tests;

public class QuarantineTests
{
    private static readonly EditionPlan Plan = new()
    {
        Entry = "morning",
        Date = new LocalDate(2026, 2, 2),
        Title = "Daily Briefing",
        TimeZone = "Europe/London",
        GeneratedAt = Some.Instant,
        Topics = [],
    };

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(1, 2)]
    [InlineData(0, 3, 6)]
    [InlineData(0, 1, 2, 3, 4, 5, 6)]
    public void ADocumentThatTheProgramFailsOnCostsItselfAlone(params int[] broken)
    {
        var documents = Enumerable.Range(0, 7).Select(at => broken.Contains(at) ? Broken(at) : Sound(at)).ToList();
        Assert.ThrowsAny<Exception>(() => Newsdesk.MakeEdition(Plan, documents));
        var isolated = new List<string>();

        var edition = Quarantine.MakeEdition(Plan, documents, earlier: null, stageDone: null, (document, brought) => isolated.Add(document.Id));

        Assert.Equal(broken.Select(at => $"d{at + 1}"), isolated);
        Assert.Equal(7, edition.Documents.Length);
        Assert.Equal(7 - broken.Length, edition.Articles.Length);
        Assert.Equal(
            broken.Select(at => ($"d{at + 1}", 0, documents[at].Text.Length)),
            edition.Dropped.Where(dropped => dropped.Reason == "no-article" && isolated.Contains(dropped.Document)).Select(dropped => (dropped.Document, dropped.Start, dropped.End)));
    }

    [Fact]
    public void WithoutOneTheEditionIsTheSame()
    {
        var documents = Enumerable.Range(0, 3).Select(Sound).ToList();

        var edition = Quarantine.MakeEdition(Plan, documents, earlier: null, stageDone: null, (_, _) => Assert.Fail("none is to be left out"));

        Assert.Equal(EditionJson.Write(Newsdesk.MakeEdition(Plan, documents)), EditionJson.Write(edition));
    }

    [Fact]
    public void WhatFailsOfItselfIsNoDocumentsFault() => Assert.ThrowsAny<Exception>(() => Quarantine.MakeEdition(
        Plan with { Topics = default }, [Sound(0), Sound(1)], earlier: null, stageDone: null, (_, _) => Assert.Fail("none is to be left out")));

    private static Document Sound(int at)
    {
        string[] towns = ["Casterby", "Port Sorrel", "Lowen", "Harwick", "Anselm", "Brede", "Tolmin"];
        return Some.Document(
            $"""
            The council of {towns[at]} votes for a new bridge

            {towns[at]}'s council voted on Monday evening for a bridge over the river after {at + 11} hours of debate.
            The bridge of {towns[at]} will carry two lanes of traffic and is to be opened in {at + 3} years, the mayor said.
            Builders from the region have been asked for their offers by the end of the month.
            """,
            $"d{at + 1}");
    }

    // Markup that tells of no blocks, not even of an empty list: nothing a reader of documents makes.
    private static Document Broken(int at) => Sound(at) with { Layout = new PageLayout(default, new PageMetadata()) };
}
