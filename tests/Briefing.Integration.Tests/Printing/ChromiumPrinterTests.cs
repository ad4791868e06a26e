using System.Diagnostics;
using System.Text.RegularExpressions;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;

namespace Briefing.Integration.Tests.Printing;

public sealed class ChromiumPrinterTests
{
    private static readonly string Program = ChromiumProgram.Find() ?? throw new InvalidOperationException(ChromiumProgram.Missing);

    [Fact]
    public async Task TheSamePackIsTheSameBytesFromAColdAndAWarmPrinter()
    {
        await using var first = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);
        await using var second = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);
        var pack = SomePack.WithContents(12);

        var cold = await first.PrintAsync(pack, CancellationToken.None);
        await first.PrintAsync(SomePack.Of("<p>Another.</p>"), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        var warm = await first.PrintAsync(pack, CancellationToken.None);
        var other = await second.PrintAsync(pack, CancellationToken.None);

        Assert.Equal(cold.Pdf, warm.Pdf);
        Assert.Equal(cold.Pdf, other.Pdf);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task EveryNumberInTheContentsIsThePageWhereItsTargetStands(int chapters)
    {
        await using var printer = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);

        var pack = await printer.PrintAsync(SomePack.WithContents(chapters), CancellationToken.None);

        var pages = PdfTools.TextOfPages(pack.Pdf);
        var said = Regex.Matches(string.Join('\n', pages), @"Go to (\d+)\s+(\d+)");
        Assert.Equal(pack.Pages, pages.Length);
        Assert.Equal(chapters, said.Count);
        Assert.All(said, entry =>
            Assert.Matches($@"Chapter {entry.Groups[1].Value} begins\b", pages[int.Parse(entry.Groups[2].Value) - 1]));
    }

    [Fact]
    public async Task ThePdfCarriesTheEditionsPropertiesAndIsSound()
    {
        await using var printer = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);

        var pack = await printer.PrintAsync(SomePack.WithContents(3), CancellationToken.None);

        var properties = PdfTools.Properties(pack.Pdf);
        Assert.Matches(@"Title:\s+Daily Briefing", properties);
        Assert.Matches(@"Subject:\s+OFFICIAL", properties);
        Assert.Matches(@"CreationDate:\s+Tue Mar 10 06:20:00 2026", properties);
        Assert.Matches(@"Tagged:\s+yes", properties);
        Assert.Matches(@"JavaScript:\s+no", properties);
        Assert.Matches(@"Page size:\s+59[45]\S* x 84[12]\S* pts \(A4\)", properties);
        Assert.Contains("\"/Lang\": \"u:en-GB\"", PdfTools.CheckedJson(pack.Pdf), StringComparison.Ordinal);
        Assert.Empty(pack.Faults);
    }

    [Fact]
    public async Task ALinkThatLeadsNeitherToTheWebNorToMailIsRemovedAndReported()
    {
        await using var printer = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);
        const string Links =
            "<a href=\"javascript:alert(1)\">a</a> <a href=\"file:///etc/passwd\">b</a> <a href=\"data:text/html,x\">c</a> " +
            "<a href=\"https://example.org/\">d</a> <a href=\"mailto:desk@example.org\">e</a>";

        var pack = await printer.PrintAsync(SomePack.Of(Links), CancellationToken.None);

        var json = PdfTools.CheckedJson(pack.Pdf);
        var addresses = Regex.Matches(json, "\"/URI\": \"u:([^\"]*)\"").Select(match => match.Groups[1].Value);
        Assert.Equal(["https://example.org/", "mailto:desk@example.org"], addresses.Order(StringComparer.Ordinal));
        Assert.Contains(pack.Faults, fault => fault.Contains("file:///etc/passwd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingIsExecutedAndNothingIsRequested()
    {
        await using var printer = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);
        const string Body =
            "<p id=\"p\">before</p><script>document.getElementById('p').textContent = 'executed'</script>" +
            "<img src=\"https://example.org/pixel.gif\" alt=\"pixel\" onerror=\"document.body.textContent = 'executed'\">" +
            "<img src=\"file:///etc/hostname\" alt=\"\"><iframe src=\"https://example.org/frame\"></iframe>";

        var pack = await printer.PrintAsync(SomePack.Of(Body), CancellationToken.None);

        var text = string.Concat(PdfTools.TextOfPages(pack.Pdf));
        Assert.Contains("before", text, StringComparison.Ordinal);
        Assert.DoesNotContain("executed", text, StringComparison.Ordinal);
        Assert.Contains(pack.Faults, fault => fault.Contains("https://example.org/pixel.gif, which was not fetched", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APackThatTakesTooLongIsGivenUpAndNothingOfChromiumIsLeft()
    {
        await using var printer = new ChromiumPrinter(Program, TimeSpan.FromSeconds(4));
        await printer.PrintAsync(SomePack.Of("<p>Awake.</p>"), CancellationToken.None);
        var leader = printer.ProcessId!.Value;
        Assert.True(ProcessSession.Members(leader).Count > 1);
        Signal("STOP", leader);
        var clock = Stopwatch.StartNew();

        var fault = await Assert.ThrowsAsync<PrintingFailedException>(() => printer.PrintAsync(SomePack.WithContents(5), CancellationToken.None));

        Assert.Contains("within 4 seconds", fault.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(8));
        Assert.Empty(ProcessSession.Members(leader));
    }

    [Fact]
    public async Task AChromiumThatDiesIsANamedFailureAndTheNextPackHasAnother()
    {
        await using var printer = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);
        await printer.PrintAsync(SomePack.Of("<p>Awake.</p>"), CancellationToken.None);
        var leader = printer.ProcessId!.Value;
        Signal("STOP", leader);
        var printing = printer.PrintAsync(SomePack.WithContents(5), CancellationToken.None);

        Signal("KILL", leader);

        var fault = await Assert.ThrowsAsync<PrintingFailedException>(() => printing);
        Assert.StartsWith("Chromium ended during", fault.Message, StringComparison.Ordinal);
        Assert.Empty(ProcessSession.Members(leader));
        Assert.Equal(1, (await printer.PrintAsync(SomePack.Of("<p>Again.</p>"), CancellationToken.None)).Pages);
    }

    [Fact]
    public async Task APageProcessThatDiesIsANamedFailure()
    {
        await using var printer = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit);
        await printer.PrintAsync(SomePack.Of("<p>Awake.</p>"), CancellationToken.None);
        var pages = ProcessSession.Members(printer.ProcessId!.Value).Where(IsPageProcess).ToList();
        Assert.NotEmpty(pages);
        pages.ForEach(page => Signal("STOP", page));
        var printing = printer.PrintAsync(SomePack.WithContents(5), CancellationToken.None);

        pages.ForEach(page => Signal("KILL", page));

        var fault = await Assert.ThrowsAsync<PrintingFailedException>(() => printing);
        Assert.Contains("died", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramThatIsNoChromiumIsANamedFailure()
    {
        await using var printer = new ChromiumPrinter("/bin/false", ChromiumPrinter.DefaultLimit);

        var fault = await Assert.ThrowsAsync<PrintingFailedException>(() => printer.PrintAsync(SomePack.Of(""), CancellationToken.None));

        Assert.Contains("ended with code 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADisposedPrinterLeavesNoProcessAndNoFolder()
    {
        int leader;
        string profile;
        await using (var printer = new ChromiumPrinter(Program, ChromiumPrinter.DefaultLimit))
        {
            await printer.PrintAsync(SomePack.Of("<p>Awake.</p>"), CancellationToken.None);
            leader = printer.ProcessId!.Value;
            profile = Regex.Match(CommandLine(leader), "--user-data-dir=([^\0]+)").Groups[1].Value;
            Assert.True(Directory.Exists(profile));
        }

        Assert.Empty(ProcessSession.Members(leader));
        Assert.False(Directory.Exists(profile));
    }

    private static bool IsPageProcess(int id) => CommandLine(id).Contains("--type=renderer", StringComparison.Ordinal);

    private static string CommandLine(int id) => File.ReadAllText($"/proc/{id}/cmdline");

    private static void Signal(string signal, int id)
    {
        using var kill = Process.Start("kill", [$"-{signal}", id.ToString()]);
        kill.WaitForExit();
    }
}
