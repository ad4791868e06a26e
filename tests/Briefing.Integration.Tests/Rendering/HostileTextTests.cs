using System.Text;
using AngleSharp.Dom;

namespace Briefing.Integration.Tests.Rendering;

public class HostileTextTests
{
    public static TheoryData<int> Texts => [.. Enumerable.Range(0, HostileText.Texts.Count)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void NoTextBecomesMarkup(int number)
    {
        var harmless = Shape(Rendered.Html(SomeEdition.Saying("Harmless text", "https://example.org/a")));
        var hostile = Shape(Rendered.Html(SomeEdition.Saying(Bounded(HostileText.Texts[number]), "https://example.org/a")));

        Assert.Equal(harmless, hostile);
    }

    [Theory]
    [InlineData("<script>document.title='pwned'</script>")]
    [InlineData("{{ edition.title }} {{ 1 + 1 }}")]
    [InlineData("&lt;b&gt; &amp;amp;")]
    [InlineData("高市早苗首相と森健二")]
    public void TextIsShownAsItIs(string text)
    {
        var rendered = Rendered.Of(SomeEdition.Saying(text));

        Assert.Equal(text, Rendered.Parse(rendered.Html).QuerySelector("h1")!.TextContent);
        Assert.Contains(text, rendered.Text, StringComparison.Ordinal);
        Assert.Contains(text, rendered.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4=")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("https://bank.example@evil.example/")]
    public void AnAddressThatIsNoPageIsTextOnly(string address)
    {
        var html = Rendered.Html(SomeEdition.Saying("Text", address));

        Assert.All(html.QuerySelectorAll("a[href]"), link => Assert.Matches("^(#|https?://|mailto:)", link.GetAttribute("href")!));
        Assert.DoesNotContain("evil.example", string.Concat(html.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href"))), StringComparison.Ordinal);
        Assert.Contains(address.Trim('\u0001'), html.Body!.TextContent.Replace("\u200B", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingReversesOrHidesWhatStandsAround()
    {
        var rendered = Rendered.Of(SomeEdition.Saying(HostileText.All));

        Assert.DoesNotContain(rendered.Html + rendered.Text + rendered.Subject, c =>
            c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\0' or '\u0007' or '\u001B' or '\uFFFE');
    }

    [Fact]
    public void TheMailStaysSmall() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Rendered.Of(SomeEdition.Saying(string.Concat(Enumerable.Repeat(HostileText.All, 30)))).Html), 1, 90_000);

    // Where a text must be cut, the page takes another shape.
    private static string Bounded(string text) => text.Length <= 200 ? text : text[..200];

    // Every element and attribute in order, without the values that texts may fill.
    private static string Shape(IDocument document) => string.Join('\n', document.All.Select(element =>
        $"{element.TagName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name is "content" or "aria-label" ? attribute.Name : $"{attribute.Name}={attribute.Value}"))}"));
}
