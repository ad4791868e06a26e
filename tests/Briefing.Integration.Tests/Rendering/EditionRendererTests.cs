using System.Text;
using System.Text.RegularExpressions;
using Briefing.Tests.Shared;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Integration.Tests.Rendering;

public partial class EditionRendererTests
{
    [Fact]
    public void MailHtml() => Golden.Verify(Rendered.Of(SomeEdition.Full()).Html, "html");

    [Fact]
    public void MailText() => Golden.Verify(Rendered.Of(SomeEdition.Full()).Text);

    [Fact]
    public void MailHtmlWithNothingToReport() => Golden.Verify(Rendered.Of(SomeEdition.Empty()).Html, "html");

    [Fact]
    public void MailTextWithNothingToReport() => Golden.Verify(Rendered.Of(SomeEdition.Empty()).Text);

    [Fact]
    public void RenderingTwiceGivesTheSame() => Assert.Equal(Rendered.Of(SomeEdition.Full()), Rendered.Of(SomeEdition.Full()));

    [Fact]
    public void TheMarkingStandsInTheSubjectAndInBothParts()
    {
        var rendered = Rendered.Of(SomeEdition.Full());

        Assert.Equal("[OFFICIAL] Morning briefing: Tuesday 10 March 2026: Norland and Eastmark sign a fishing accord after nine years of talks", rendered.Subject);
        Assert.Contains("OFFICIAL", Rendered.Parse(rendered.Html).Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("OFFICIAL\n", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadingsAreInOrderUnderOneTitle()
    {
        var levels = Rendered.Html(SomeEdition.Full()).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.TagName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(300)]
    public void EveryLinkWithinTheMailLeadsSomewhere(int stories)
    {
        var html = Rendered.Html(stories == 0 ? SomeEdition.Full() : SomeEdition.WithStories(stories));
        var places = html.QuerySelectorAll("a[name]").Select(place => place.GetAttribute("name")).ToList();

        Assert.Equal(places.Count, places.Distinct(StringComparer.Ordinal).Count());
        Assert.All(html.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], places));
    }

    [Fact]
    public void TheTextCarriesEveryHeadlineStatementMarkerAndLink()
    {
        var edition = SomeEdition.Full();
        var text = Unfilled(Rendered.Of(edition).Text);

        Assert.All(edition.Sections.SelectMany(section => section.Stories), story => Assert.Contains(story.Headline, text, StringComparison.Ordinal));
        Assert.All(edition.Sections.SelectMany(section => section.Stories).SelectMany(story => story.Claims), claim =>
            Assert.Contains(claim.Text, text, StringComparison.Ordinal));
        Assert.All(edition.Articles.Where(article => article.Url is not null), article =>
            Assert.Contains(Regex.Replace(article.Url!, @"\s", "", RegexOptions.None, TimeSpan.FromSeconds(1)), text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 6), number => Assert.True(text.Split($"[{number}]").Length > 2, $"[{number}] stands beside a statement and in the list"));
    }

    [Fact]
    public void TheTextKeepsTo72ColumnsButForAddresses() =>
        Assert.All(
            new[] { SomeEdition.Full(), SomeEdition.Empty(), SomeEdition.WithStories(20), SomeEdition.Saying(HostileText.All) }
                .SelectMany(edition => Rendered.Of(edition).Text.Split('\n'))
                .Where(line => !line.Contains("://", StringComparison.Ordinal)),
            line => Assert.InRange(TextWidth.Of(line), 0, 72));

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(2000)]
    public void TheMailStaysSmallAndTellsOfEveryStoryOrCountsIt(int stories)
    {
        var edition = SomeEdition.WithStories(stories);
        var rendered = Rendered.Of(edition, new RenderOptions { HasPack = true });
        var html = Rendered.Parse(rendered.Html);

        Assert.InRange(Encoding.UTF8.GetByteCount(rendered.Html), 1, 90_000);
        var told = html.QuerySelectorAll("h3 > a[name^='story-']").Length;
        var lines = html.QuerySelectorAll("h3 + ul li").Select(line => OnlyMore().Match(line.TextContent)).Select(more => more.Success ? int.Parse(more.Groups[1].Value) : 1);
        Assert.Equal(stories, told + lines.Sum());
        Assert.True(told >= Math.Min(stories, 5));
        if (stories > 60)
            Assert.Contains("in the pack", html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void OneEndlessStoryDoesNotCrowdOutTheOthers()
    {
        var edition = SomeEdition.Full();
        var first = edition.Sections[0].Stories[0];
        var endless = first with { Claims = [.. Enumerable.Range(0, 400).Select(n => first.Claims[0] with { Id = $"x{n}" })] };
        edition = edition with { Sections = edition.Sections.SetItem(0, edition.Sections[0] with { Stories = [endless, edition.Sections[0].Stories[1]] }) };

        var html = Rendered.Html(edition).Body!.TextContent;

        Assert.Contains("night-shift roster", html, StringComparison.Ordinal);
        Assert.Contains(first.Headline, html, StringComparison.Ordinal);
        Assert.DoesNotContain("Patrol boats", html, StringComparison.Ordinal);
    }

    [Fact]
    public void GreetingAndUnsubscribeLinkAreHiddenWithoutADelivery()
    {
        var without = Rendered.Of(SomeEdition.Full());
        var filled = Rendered.Of(SomeEdition.Full(), new RenderOptions { UnsubscribeUrl = "https://briefing.example/u?t=a&b=c", Greeting = "Dear <Åsa>," });

        Assert.DoesNotContain("nsubscribe", without.Html + without.Text, StringComparison.Ordinal);
        Assert.Equal(2, Rendered.Parse(filled.Html).QuerySelectorAll("a[href='https://briefing.example/u?t=a&b=c']").Length);
        Assert.Equal(3, filled.Text.Split("https://briefing.example/u?t=a&b=c").Length);
        Assert.Contains("Dear <Åsa>,", Rendered.Parse(filled.Html).Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Dear <Åsa>,\n", filled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditionThatCitesWhatItDoesNotListIsRefused() =>
        Assert.Contains("a1", Assert.Throws<InvalidDataException>(() => Rendered.Of(SomeEdition.Full() with { Articles = [] })).Message, StringComparison.Ordinal);

    // A paragraph on one line again: hanging indents and quotation bars taken out.
    private static string Unfilled(string text) => HangingBreak().Replace(text, " ");

    [GeneratedRegex(@"\n[ |>]+", RegexOptions.None, 1000)]
    private static partial Regex HangingBreak();

    [GeneratedRegex(@"^(\d+) more$", RegexOptions.None, 1000)]
    private static partial Regex OnlyMore();
}
