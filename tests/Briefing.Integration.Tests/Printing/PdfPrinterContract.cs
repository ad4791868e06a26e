using System.Text.Json;
using System.Text.RegularExpressions;
using Briefing.Core.Model;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Models;

namespace Briefing.Integration.Tests.Printing;

/// <summary>What every printer makes of an edition, looked at by readers that are not ours: text, contents, page furniture, tags, links.</summary>
public abstract class PdfPrinterContract(PrinterFixture fixture)
{
    /// <summary>Another printer of the same kind.</summary>
    private protected abstract PrinterFixture Another();

    [Fact]
    public async Task TheWordsStandInTheOrderOfTheEdition()
    {
        var model = EditionModelBuilder.Build(SomeEdition.Full(), new RenderOptions { HasPack = true });

        var pack = await fixture.Print(SomeEdition.Full());

        var text = Joined(string.Join(' ', PdfTools.TextOfPages(pack.Pdf)));
        var at = text.IndexOf("Contents", StringComparison.Ordinal);
        foreach (var section in model.Sections)
        {
            at = After(text, section.Title, at);
            foreach (var story in section.Stories)
                at = After(text, story.HeadlineShort, at);
        }

        foreach (var section in model.Sections)
        {
            at = After(text, section.Title, at);
            foreach (var story in section.Stories)
            {
                at = After(text, story.Headline, at);
                foreach (var statement in story.Statements)
                    at = After(text, statement.Text, at);
            }
        }

        foreach (var heading in new[] { "Sources", "Coverage", "Left out" })
            at = After(text, heading, at);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(300)]
    public async Task EveryNumberInTheContentsIsThePageWhereTheStoryStandsWithItsFirstStatement(int stories)
    {
        var pack = await fixture.Print(SomeEdition.WithStories(stories));

        var pages = PdfTools.RawTextOfPages(pack.Pdf);
        var said = Regex.Matches(
            string.Join('\n', pages),
            @"(\d+\.\d+)\s+Port authority (\d+) approves the deepening of its outer basin for larger ships\s+(?:·\s+\w+\s+)?(\d+)$",
            RegexOptions.Multiline);
        Assert.Equal(stories, said.Count);
        Assert.Equal(pack.Pages, pages.Length);
        Assert.All(said, entry =>
        {
            var page = Joined(pages[int.Parse(entry.Groups[3].Value) - 1]);
            Assert.Contains($"{entry.Groups[1].Value} Port authority {entry.Groups[2].Value} approves the deepening", page, StringComparison.Ordinal);
            Assert.Contains($"The board of port authority {entry.Groups[2].Value} voted for part 1 of the works", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task NoStatementLeavesALineAloneOnAPage()
    {
        var pack = await fixture.Print(WithStatementsOfManyLengths(SomeEdition.WithStories(60)));

        var pages = PdfTools.RawTextOfPages(pack.Pdf).Select(Joined).ToArray();
        var whole = pages.Sum(page => Regex.Count(page, @"The board of port authority \d+ voted for part \d of [^[]* Said and done\. \[\d+\]"));
        Assert.Equal(60 * 4, whole);
    }

    [Fact]
    public async Task EveryPageCarriesTitleDateMarkingAndItsNumber()
    {
        var pack = await fixture.Print(SomeEdition.WithStories(10));

        var pages = PdfTools.TextOfPages(pack.Pdf);
        for (var page = 1; page <= pages.Length; page++)
        {
            var text = pages[page - 1];
            Assert.Contains($"page {page} of {pages.Length}", text, StringComparison.Ordinal);
            Assert.Equal(page == 1 ? 3 : 2, Regex.Count(text, "OFFICIAL"));
            Assert.Contains("Morning briefing", text, StringComparison.Ordinal);
            Assert.Contains("Tuesday 10 March 2026", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AMorningWithoutNewsIsAPackThatSaysSo()
    {
        var pack = await fixture.Print(SomeEdition.Empty());

        var text = string.Concat(PdfTools.TextOfPages(pack.Pdf));
        Assert.Equal(1, pack.Pages);
        Assert.Contains("These sources were read:", text, StringComparison.Ordinal);
        Assert.Contains("Coastal Wire feed: 1 document", text, StringComparison.Ordinal);
        Assert.Contains("no answer within 20 seconds", text, StringComparison.Ordinal);
        Assert.Empty(pack.Faults);
    }

    [Fact]
    public async Task HeadingsListsTablesAndLinksAreTagged()
    {
        var pack = await fixture.Print(SomeEdition.Full());

        var structure = PdfTools.Structure(pack.Pdf);
        Assert.Single(Regex.Matches(structure, @"^\s*H1\b", RegexOptions.Multiline));
        Assert.Matches(@"H1 \(block\)\s+(?:NonStruct\s+)?""Morning briefing""", structure);
        Assert.Matches(@"H2 \(block\)\s+(?:""""\s+)?(?:NonStruct\s+)?""North Sea""", structure);
        Assert.Matches(@"H3 \(block\)[\s\S]{1,200}Norland and Eastmark sign a fishing accord", structure);
        Assert.Matches(@"\bL \(block\)", structure);
        Assert.Matches(@"\bLI \(block\)", structure);
        Assert.Matches(@"\bBlockQuote\b", structure);
        Assert.Matches(@"\bTable \(block\)", structure);
        Assert.Matches(@"\bTR\s+TH:\s+/Scope /Column", structure);
        Assert.Matches(@"/Scope /Row", structure);
        Assert.Matches(@"\bLink \(inline\)", structure);
        Assert.Contains("“We have drawn a line on the water, and for once it is one that both sides can see,” said Fisheries Minister Åsa Lindqvist.", structure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BookmarksLeadToEverySectionAndStory()
    {
        var pack = await fixture.Print(SomeEdition.Full());

        using var outlines = JsonDocument.Parse(PdfTools.CheckedJson(pack.Pdf, "outlines"));
        var titles = Titles(outlines.RootElement.GetProperty("outlines"));
        Assert.Equal(
        [
            "Morning briefing",
            "Contents",
            "What is new since the last edition",
            "North Sea",
            "1.1 Norland and Eastmark sign a fishing accord after nine years of talks",
            "1.2 Dockers at Eastmark extend their strike to a third week",
            "Arctic",
            "2.1 Accord leaves the northern shelf to a later round",
            "Trade & tariffs",
            "Sources",
            "Coverage",
            "Left out",
        ], titles);
    }

    [Fact]
    public async Task TheDocumentNamesItsTitleLanguageAndMarking()
    {
        var pack = await fixture.Print(SomeEdition.Full());

        var properties = PdfTools.Properties(pack.Pdf);
        Assert.Matches(@"Title:\s+Morning briefing, Tuesday 10 March 2026", properties);
        Assert.Matches(@"Subject:\s+OFFICIAL", properties);
        Assert.Matches(@"Keywords:\s+North Sea, Arctic, Trade & tariffs", properties);
        Assert.Matches(@"Tagged:\s+yes", properties);
        Assert.Contains("\"/Lang\": \"u:en\"", PdfTools.CheckedJson(pack.Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryFontIsEmbeddedAndEveryNameCanBeReadBack()
    {
        const string Names = "Łódź Győr Plzeň Škoda Åse Þór Țepeș Ġużè ẞ Ŷ Ǻ Œuvre İstanbul 高市早苗 习近平 김민수 محمد";

        var pack = await fixture.Print(SomeEdition.Saying(Names));

        Assert.All(PdfTools.Fonts(pack.Pdf), font => Assert.Matches(@"\byes\s+(yes|no)\s+yes\s+\d+\s+0$", font));
        var text = string.Join('\n', PdfTools.TextOfPages(pack.Pdf)).Normalize();
        Assert.All(Names.Split(' ')[..^1], name => Assert.Contains(name, text, StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public async Task HostileTextIsShownOrRemovedAndNothingIsExecutedOrRequested()
    {
        var pack = await fixture.Print(SomeEdition.Saying(HostileText.All, "javascript:document.title='pwned'"));

        // A request, a link removed, a number not found would each be a fault.
        Assert.Empty(pack.Faults);
        Assert.DoesNotMatch(@"Title:\s+pwned", PdfTools.Properties(pack.Pdf));
        var text = string.Join('\n', PdfTools.TextOfPages(pack.Pdf));
        Assert.Contains("<script>document.title='pwned'</script>", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("{{ 1 + 1 }}", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.True(text.Count(letter => letter == 'W') >= 10_000);
        Assert.DoesNotContain('\0', text);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain("/URI", PdfTools.CheckedJson(pack.Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinksLeadToTheWebOrToThePackItself()
    {
        var pack = await fixture.Print(SomeEdition.Full());

        var json = PdfTools.CheckedJson(pack.Pdf);
        var addresses = Regex.Matches(json, "\"/URI\": \"u:([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Matches("^(https?|mailto):", address));
        Assert.DoesNotMatch("\"/(JS|JavaScript|Launch|EmbeddedFiles|AA|OpenAction|AcroForm)\"", json);
    }

    [Fact]
    public async Task TheSameEditionIsTheSameBytes()
    {
        await using var other = Another();

        var first = await fixture.Print(SomeEdition.Full());
        var second = await other.Print(SomeEdition.Full());

        Assert.Equal(first.Pdf, second.Pdf);
    }

    // Of two lines to seven.
    private static Edition WithStatementsOfManyLengths(Edition edition) => edition with
    {
        Sections = [.. edition.Sections.Select(section => section with { Stories = [.. section.Stories.Select((story, place) => story with
        {
            Claims = [.. story.Claims.Select((claim, at) => claim with
            {
                Text = $"{claim.Text}{string.Concat(Enumerable.Repeat(" It had been put off again, for want of money or of water.", ((7 * place) + (3 * at)) % 8))} Said and done.",
            })],
        })] })],
    };

    private static IEnumerable<string> Titles(JsonElement bookmarks) =>
        bookmarks.EnumerateArray().SelectMany(bookmark => Titles(bookmark.GetProperty("kids")).Prepend(bookmark.GetProperty("title").GetString()!));

    // The beginning is enough, and stands on one page.
    private static int After(string text, string words, int from)
    {
        var beginning = words.Length > 40 ? words[..40].Trim() : words;
        var at = text.IndexOf(beginning, from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{beginning}' does not stand behind '{text[Math.Max(0, from - 60)..from]}'.");
        return at + beginning.Length;
    }

    private static string Joined(string page) => Regex.Replace(page, @"\s+", " ");
}
