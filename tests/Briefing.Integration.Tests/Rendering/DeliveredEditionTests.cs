using System.Text;
using Briefing.Core.Novelty;
using Briefing.Tests.Shared;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>What stands around an edition on its way to a reader: choice of topics, correction, pack, links.</summary>
public class DeliveredEditionTests
{
    [Fact]
    public void CorrectedHtml() => Golden.Verify(Rendered.Of(SomeEdition.Full(), SomeMail.Corrected(SomeEdition.Full())).Html, "html");

    [Fact]
    public void CorrectedText() => Golden.Verify(Rendered.Of(SomeEdition.Full(), SomeMail.Corrected(SomeEdition.Full())).Text);

    [Fact]
    public void SelectionHtml() => Golden.Verify(Rendered.Of(SomeEdition.Full(), SomeMail.Selected).Html, "html");

    [Fact]
    public void SelectionText() => Golden.Verify(Rendered.Of(SomeEdition.Full(), SomeMail.Selected).Text);

    [Fact]
    public void ASelectionHasNothingOfTheOtherTopicsAndSaysWhichItIs()
    {
        var rendered = Rendered.Of(SomeEdition.Full(), SomeMail.Selected);

        Assert.All([rendered.Html, rendered.Text, rendered.Subject], text =>
        {
            Assert.DoesNotContain("Dockers", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Norland", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Coastal Wire", text.Replace("Coastal Wire feed", "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
        Assert.Contains("This is your selection: Arctic, Trade &amp; tariffs.", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("This is your selection: Arctic, Trade & tariffs. Change it:\nhttps://briefing.example/preferences/v1.k1.7\n", rendered.Text, StringComparison.Ordinal);
        Assert.EndsWith(": Accord leaves the northern shelf to a later round", rendered.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arctic")]
    [InlineData("north-sea")]
    [InlineData("trade")]
    [InlineData("gone-since")]
    [InlineData("north-sea", "arctic", "trade")]
    public void EveryLinkWithinASelectionLeadsSomewhere(params string[] topics)
    {
        var html = Rendered.Html(SomeEdition.Full(), SomeMail.Delivered with { Topics = topics });
        var places = html.QuerySelectorAll("a[name]").Select(place => place.GetAttribute("name")).ToList();

        Assert.All(html.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], places));
        Assert.Equal(places.Count, places.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void ASelectionWithoutNewsSaysSo()
    {
        var rendered = Rendered.Of(SomeEdition.Full(), SomeMail.Delivered with { Topics = ["trade"] });

        Assert.Contains("Nothing to report under the topics of your selection.", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("Nothing to report under the topics of your selection.", rendered.Text, StringComparison.Ordinal);
        Assert.EndsWith("10 March 2026", rendered.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void ACorrectedEditionSaysSoInSubjectAndOpening()
    {
        var rendered = Rendered.Of(SomeEdition.Full(), SomeMail.Corrected(SomeEdition.Full()));
        var text = Rendered.Parse(rendered.Html).Body!.TextContent;

        Assert.StartsWith("[OFFICIAL] Corrected: Morning briefing: Tuesday 10 March 2026: Norland", rendered.Subject, StringComparison.Ordinal);
        Assert.All([text, rendered.Text], part =>
        {
            Assert.Contains("This replaces the edition sent at 06:30 GMT on 10 March 2026.", part, StringComparison.Ordinal);
            Assert.InRange(part.IndexOf("This replaces", StringComparison.Ordinal), 0, part.IndexOf("at a glance", StringComparison.OrdinalIgnoreCase));
            Assert.Contains("48,000 tonnes", part, StringComparison.Ordinal);
        });
        Assert.Contains("This replaces the edition sent at 06:30 GMT on 10 March 2026.", Rendered.Pack(SomeEdition.Full(), SomeMail.Corrected(SomeEdition.Full()).Correction), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Layout only: no statement has changed.")]
    [InlineData(true, "Nothing under the topics of your selection has changed.")]
    public void WhereNothingChangedItSaysSo(bool selection, string expected)
    {
        var edition = SomeEdition.Full();
        var options = new RenderOptions { Correction = Correction.Of(edition, edition, sentAt: null), Topics = selection ? ["arctic"] : [] };

        var rendered = Rendered.Of(edition, options);

        Assert.Contains(expected, rendered.Html, StringComparison.Ordinal);
        Assert.Contains($"This replaces version 1 of this edition. {expected}", rendered.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void EightChangesAreToldAndTheOthersCounted()
    {
        var correction = Correction.Of(SomeEdition.Empty(), SomeEdition.WithStories(20), SomeMail.SentAt);
        var rendered = Rendered.Of(SomeEdition.WithStories(20), new RenderOptions { Correction = correction });

        var lines = Rendered.Parse(rendered.Html).QuerySelectorAll(".corrected li").Select(line => line.TextContent.Trim()).ToList();

        Assert.Equal(9, lines.Count);
        Assert.Equal("and 12 more changes", lines[^1]);
        Assert.Contains("- and 12 more changes\n", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryKindOfChangeHasWords() => Assert.All(Enum.GetValues<CorrectionKind>(), kind =>
    {
        var correction = new Correction(1, null, [new CorrectionChange(kind, "Before it was.", "Now it is.", "Of this.")]);

        var line = Assert.Single(CorrectionModels.Of(correction, new EditionDates("Europe/London"), ofSelection: false).Lines);

        Assert.NotEmpty(line.Label);
        Assert.NotEmpty(line.Text);
    });

    [Theory]
    [InlineData(CorrectionKind.Added)]
    [InlineData(CorrectionKind.TakenOut)]
    public void AStatementThatComesOrGoesIsToldToItsLastWords(CorrectionKind kind)
    {
        var statement = string.Concat(Enumerable.Repeat("The ministers spoke of the harbours, ", 7)) + "and of three hours of talks.";
        var correction = new Correction(1, null, [new CorrectionChange(kind, statement, statement)]);

        Assert.Equal(statement, CorrectionModels.Of(correction, new EditionDates("Europe/London"), ofSelection: false).Lines.Single().Text);
    }

    [Theory]
    [InlineData("The limit is 84,000 tonnes.", "The limit is 48,000 tonnes.", "The limit is 84,000 tonnes.", "The limit is 48,000 tonnes.")]
    [InlineData(
        "One two three four five six seven eight nine ten eleven twelve 84,000 tonnes.",
        "One two three four five six seven eight nine ten eleven twelve 48,000 tonnes.",
        "…twelve 84,000 tonnes.",
        "…twelve 48,000 tonnes.")]
    [InlineData(
        "Alpha was said to be one two three four five six seven eight nine.",
        "Omega was said to be one two three four five six seven eight nine.",
        "Alpha was said to be one two three four…",
        "Omega was said to be one two three four…")]
    public void OfTwoWordingsThatIsShownWhatDiffers(string before, string now, string shownBefore, string shownNow) =>
        Assert.Equal((shownBefore, shownNow), ChangedPassage.Of(before, now, longest: 40));

    [Theory]
    [InlineData(true, null, "The pack is attached.")]
    [InlineData(false, null, null)]
    [InlineData(false, "https://briefing.example/pack/v1.k1.9", "The pack (9.4 MB) is too large to attach: read it at https://briefing.example/pack/v1.k1.9")]
    public void ItSaysHowThePackIsToBeHad(bool attached, string? url, string? expected)
    {
        var rendered = Rendered.Of(SomeEdition.WithStories(60), new RenderOptions { HasPack = attached, PackUrl = url, PackBytes = 9_856_615 });
        var html = Rendered.Parse(rendered.Html);

        if (expected is null)
            Assert.DoesNotContain("The pack", rendered.Text, StringComparison.Ordinal);
        else
            Assert.Contains(expected, rendered.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(url is null ? 0 : 1, html.QuerySelectorAll("a[href='https://briefing.example/pack/v1.k1.9']").Length);
        Assert.Contains(expected is null ? "in the full edition" : "in the pack", html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFootSaysWhyTheReaderGetsItAndHowToChangeThat()
    {
        var rendered = Rendered.Of(SomeEdition.Full(), SomeMail.Delivered);

        Assert.Contains("You receive this because you are on the list “Morning briefing”. Unsubscribe: https://briefing.example/unsubscribe/v1.k1.7 ", rendered.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Choose topics and lists:\nhttps://briefing.example/preferences/v1.k1.7\n", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("You receive this because you are on the list “Morning briefing”.", rendered.Html, StringComparison.Ordinal);
        Assert.Single(Rendered.Parse(rendered.Html).QuerySelectorAll("a[href='https://briefing.example/preferences/v1.k1.7']"));
    }

    [Theory]
    [InlineData("A short title", "A short headline", "A short title: Tuesday 10 March 2026: A short headline")]
    [InlineData(
        "Morning briefing",
        "Norland and Eastmark sign a fishing accord after nine years of talks that broke down in 2017 and were taken up again",
        "Morning briefing: Tuesday 10 March 2026: Norland and Eastmark sign a fishing accord after nine years of talks that…")]
    [InlineData(
        "A title so long that there is hardly any room left for the lead story of the day",
        "A headline",
        "A title so long that there is hardly any room left for the lead story of the day: Tuesday 10 March 2026")]
    public void TheSubjectStaysReadable(string title, string headline, string expected)
    {
        var subject = EditionSubject.Of(title, marking: null, "Tuesday 10 March 2026", late: false, corrected: false, headline);

        Assert.Equal(expected, subject);
        Assert.InRange(subject.Length, 1, 120);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public void TheMailStaysSmallOnceEverythingIsFilledIn(int stories)
    {
        var edition = SomeEdition.WithStories(stories);
        var options = SomeMail.Corrected(edition) with { PackUrl = $"https://briefing.example/pack/{new string('p', 600)}", Topics = [.. edition.Sections.Select(section => section.Topic)] };
        var html = Rendered.Of(edition, options with { UnsubscribeUrl = "https://u.invalid/", PreferencesUrl = "https://p.invalid/", Greeting = "https://g.invalid/" }).Html;

        var filled = html
            .Replace("https://u.invalid/", $"https://briefing.example/{new string('u', 650)}", StringComparison.Ordinal)
            .Replace("https://p.invalid/", $"https://briefing.example/{new string('p', 650)}", StringComparison.Ordinal)
            .Replace("https://g.invalid/", string.Concat(Enumerable.Repeat("&#39;", 200)), StringComparison.Ordinal);

        Assert.NotEqual(html, filled);
        Assert.InRange(Encoding.UTF8.GetByteCount(filled), 1, 90_000);
    }
}
