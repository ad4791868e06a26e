using System.Text;
using Briefing.Tests.Shared;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Integration.Tests.Rendering;

public sealed class NoticeRendererTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ConfirmationHtml() => Golden.Verify(Rendered.Of(SomeNotice.All["confirmation"]).Html, "html");

    [Fact]
    public void ConfirmationText() => Golden.Verify(Rendered.Of(SomeNotice.All["confirmation"]).Text);

    [Fact]
    public void AlertHtml() => Golden.Verify(Rendered.Of(SomeNotice.All["alert"]).Html, "html");

    [Fact]
    public void AlertText() => Golden.Verify(Rendered.Of(SomeNotice.All["alert"]).Text);

    [Fact]
    public void RenderingTwiceGivesTheSame() =>
        Assert.All(SomeNotice.All.Values, notice => Assert.Equal(Rendered.Of(notice), Rendered.Of(notice)));

    [Fact]
    public void TheLinkStandsAsAButtonAndAsItself()
    {
        const string Url = "https://briefing.example/confirm/a?b=c&d=e";
        var notice = Rendered.Of(SomeNotice.Confirmation(Url));

        var links = Rendered.Parse(notice.Html).QuerySelectorAll("a[href]");

        Assert.Equal([Url, Url], links.Select(link => link.GetAttribute("href")));
        Assert.Equal(["Yes, send it to me", Url], links.Select(link => link.TextContent));
        Assert.Contains($"\n{Url}\n", notice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/confirm/a")]
    public void ALinkThatIsNoPageIsRefused(string url) => Assert.Throws<ArgumentException>(() => Rendered.Of(SomeNotice.Confirmation(url)));

    [Fact]
    public void NoValueBecomesMarkup()
    {
        const string Value = "<b>{{ 1 + 1 }}</b> & \"quoted\"";
        var notice = Rendered.Of(Notice.Alert(Value, [Value]));
        var page = Rendered.Parse(notice.Html);

        Assert.Equal($"Alert: {Value}", notice.Subject);
        Assert.Equal(Value, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Value, page.QuerySelector("li")!.TextContent);
        Assert.Contains($"  - {Value}\n", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAlertOfManyLinesCountsTheRestAndStaysSmall()
    {
        var notice = Rendered.Of(SomeNotice.All["hostile"]);

        Assert.Contains("and 11 more", notice.Html, StringComparison.Ordinal);
        Assert.Contains("- and 11 more", notice.Text, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(notice.Html), 1, 90_000);
        Assert.DoesNotContain('\n', notice.Subject);
    }

    [Fact]
    public void ATemplateOfTheFolderTakesThePlaceOfTheBuiltInOne()
    {
        _folder.Write("notice.txt", "{{ notice.title }}!");
        var shelf = new ActiveTemplates(_folder.Path);
        shelf.Load();

        var notice = new NoticeRenderer(shelf).Render(Notice.Alert("Title", []));

        Assert.Equal("Title!\n", notice.Text);
        Assert.Contains("<h1", notice.Html, StringComparison.Ordinal);
        Assert.Null(notice.Fault);
    }

    public void Dispose() => _folder.Dispose();
}
