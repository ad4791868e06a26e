using System.Text;
using Briefing.Core.Model;
using Briefing.Core.Reading;
using NodaTime;

namespace Briefing.Core.Tests.Reading;

public class HtmlRendererTests
{
    private const string Page =
        """
        <!doctype html><html lang="en-GB"><head><title>Canal reopens - Harbour Post</title>
        <meta property="og:site_name" content="Harbour Post">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Canal reopens","datePublished":"2026-03-09T08:00:00+01:00","author":[{"name":"Ana Sole"}]}]}</script>
        <style>p { color: red }</style></head>
        <body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
        <article><h1>Canal reopens</h1><p>The canal <b>reopened</b> on
        Monday.</p><figure><img src=x><figcaption>A lock. (Ana Sole)</figcaption></figure>
        <ul><li>One point</li><li>Two points</li></ul><p>First line<br>second line</p><p hidden>Secret</p></article>
        <aside><p>Other news</p></aside><script>var x = 1;</script></body></html>
        """;

    [Fact]
    public void APageIsRenderedToTheLinesAPersonWouldCopy() =>
        Assert.Equal(
            """
            Home World

            Canal reopens

            The canal reopened on Monday.

            A lock. (Ana Sole)

            One point
            Two points

            First line
            second line

            Other news

            """,
            Read().Text,
            ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("<table><tr><td>Cod</td><td>4.20</td></tr></table>", "Cod 4.20\n")]
    [InlineData("<table><tr><td><a href=/>Home</a><br><a href=/w>World</a></td><td><b>Canal reopens</b><br>On Monday.</td></tr></table>", "Home\nWorld\nCanal reopens\nOn Monday.\n")]
    public void CellsWithLinesOfTheirOwnAreColumnsOfThePage(string table, string text) =>
        Assert.Equal(text, Read($"<html><body>{table}</body></html>").Text, ignoreLineEndingDifferences: true);

    [Fact]
    public void EachLineKeepsWhatItsMarkupWas()
    {
        var document = Read();
        var roles = document.Layout!.Blocks.ToDictionary(block => block.Span.Of(document.Text), block => block.Role);

        Assert.Equal(PageBlockRole.Furniture, roles["Home World"]);
        Assert.Equal(PageBlockRole.Heading, roles["Canal reopens"]);
        Assert.Equal(PageBlockRole.Caption, roles["A lock. (Ana Sole)"]);
        Assert.Equal(PageBlockRole.ListItem, roles["One point"]);
        Assert.Equal(PageBlockRole.Furniture, roles["Other news"]);
    }

    [Fact]
    public void ThePagesOwnAccountOfItselfIsRead()
    {
        var metadata = Read().Layout!.Metadata;

        Assert.Equal("Canal reopens", metadata.Title);
        Assert.Equal("Harbour Post", metadata.SiteName);
        Assert.Equal("Ana Sole", metadata.Author);
        Assert.Equal("en", metadata.Language);
        Assert.Equal(Instant.FromUtc(2026, 3, 9, 7, 0), metadata.PublishedAt);
    }

    [Fact]
    public void AFormAroundTheWholePageIsNoFurniture()
    {
        var paragraphs = string.Concat(Enumerable.Repeat("<p>The ministers met in the capital on Monday and agreed on the plan.</p>", 5));

        var document = Read($"<html><body><form>{paragraphs}</form></body></html>");

        Assert.All(document.Layout!.Blocks, block => Assert.Equal(PageBlockRole.Paragraph, block.Role));
    }

    [Fact]
    public void ThousandsOfNestedElementsAreRead()
    {
        var document = Read($"<html><body>{string.Concat(Enumerable.Repeat("<div class=menu>", 20_000))}deep</body></html>");

        Assert.Contains("deep", document.Text, StringComparison.Ordinal);
    }

    private static Document Read(string html = Page) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(html), "d1", "page.html", null, null, Some.Instant);
}
