using AngleSharp.Dom;
using Briefing.Core.Model;
using Briefing.Tests.Shared;
using Briefing.Worker.Rendering;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>The mail's markup against docs/mail-clients.md.</summary>
public class MailMarkupTests
{
    private static readonly IReadOnlyList<string[]> Rows = ReadTables();

    [Fact]
    public void ItHasNoElementThatAMailProgramDoesNotKnow()
    {
        var known = Rows.Where(row => row.Length == 5).SelectMany(row => Names(row[0])).ToHashSet(StringComparer.Ordinal);

        Assert.All(Pages(), page => Assert.All(page.All, element => Assert.Contains(element.LocalName, known)));
    }

    [Fact]
    public void ItHasNoInlineStyleThatAMailProgramDoesNotKnowThere()
    {
        var known = Rows.Where(row => row.Length == 6).SelectMany(row => from property in Names(row[0]) from element in Names(row[1]) select (property, element)).ToHashSet();

        var used =
            from page in Pages()
            from element in page.QuerySelectorAll("[style]")
            from declaration in element.GetAttribute("style")!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            select (property: declaration.Split(':')[0].Trim(), element: element.LocalName);

        Assert.All(used.Distinct(), use => Assert.True(known.Contains(use) || known.Contains((use.property, "any")), $"{use.property} on {use.element}"));
    }

    [Fact]
    public void EverythingThatIsColouredDarkHasItsClass()
    {
        // Colours come in pairs: an inline one for the light scheme and a class that the dark scheme turns.
        var style = Rendered.Html(SomeEdition.Full()).QuerySelector("style")!.TextContent;
        Assert.All(
            Pages().SelectMany(page => page.QuerySelectorAll("[style*='color:']:not(a):not(body)")),
            element => Assert.Contains(element.ClassList, name => style.Contains($".{name} {{", StringComparison.Ordinal)));
    }

    [Fact]
    public void NothingIsFetched()
    {
        Assert.All(Pages(), page =>
        {
            Assert.Empty(page.QuerySelectorAll("img, link, script, iframe, object, embed, form, input, video, audio, [src], [background], [srcset]"));
            Assert.DoesNotContain("url(", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("@import", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TablesAreForLayoutOnlyAndSaySo() =>
        Assert.All(Pages().SelectMany(page => page.QuerySelectorAll("table")), table => Assert.Equal("presentation", table.GetAttribute("role")));

    [Fact]
    public void ItSaysItsLanguageAndTitle() => Assert.All(Pages(), page =>
    {
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
    });

    // The browser's parser adds tbody; nothing in the templates does.
    private static IEnumerable<IDocument> Pages()
    {
        Edition[] editions = [SomeEdition.Full(), SomeEdition.Empty(), SomeEdition.WithStories(300), SomeEdition.Saying(HostileText.All, "javascript:x")];
        foreach (var edition in editions)
        {
            yield return WithoutBodies(Rendered.Html(edition, new RenderOptions { UnsubscribeUrl = "https://unsubscribe.invalid/", ArchiveUrl = "https://briefing.example/2026-03-10" }));
            yield return WithoutBodies(Rendered.Html(edition, SomeMail.Corrected(edition)));
        }

        foreach (var notice in SomeNotice.All.Values)
            yield return WithoutBodies(Rendered.Parse(Rendered.Of(notice).Html));
    }

    private static IDocument WithoutBodies(IDocument page)
    {
        foreach (var body in page.QuerySelectorAll("tbody"))
            body.Replace([.. body.ChildNodes]);
        return page;
    }

    private static string[] Names(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<string[]> ReadTables() =>
    [
        .. File.ReadLines(Repository.PathOf("docs", "mail-clients.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("|-", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];
}
