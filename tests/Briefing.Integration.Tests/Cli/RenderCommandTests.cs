using System.Diagnostics;
using Briefing.Core.Model;
using Briefing.Integration.Tests.Mail;
using Briefing.Integration.Tests.Rendering;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Cli;

public sealed class RenderCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AStoredEditionBecomesMailTextAndMessage()
    {
        var rendered = await BriefingCommand.Run("render", WriteEdition(), "--out", _folder.Path, "--format", "html,txt,eml");

        Assert.Equal(("", 0), (rendered.Error, rendered.ExitCode));
        var html = await File.ReadAllTextAsync(_folder.PathOf("mail.html"));
        var message = ParsedMessage.Of(await File.ReadAllBytesAsync(_folder.PathOf("briefing.eml")));
        Assert.Equal("[OFFICIAL] Morning briefing: Tuesday 10 March 2026: Norland and Eastmark sign a fishing accord after nine years of talks", message.Header("Subject"));
        var alternative = message["body"]!["parts"]![0]!;
        Assert.Equal(await File.ReadAllTextAsync(_folder.PathOf("mail.txt")), ((string?)alternative["parts"]![0]!["text"])!.ReplaceLineEndings("\n"));
        Assert.Equal("text/html", (string?)alternative["parts"]![1]!["type"]);
        Assert.Equal(html, ((string?)alternative["parts"]![1]!["text"])!.ReplaceLineEndings("\n"));
        Assert.Equal("briefing-2026-03-10.pdf", (string?)message["body"]!["parts"]![1]!["file"]);
        Assert.StartsWith(Convert.ToHexStringLower("%PDF-"u8), (string?)message["body"]!["parts"]![1]!["bytes"]!, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("pack.pdf")));
    }

    [Fact]
    public async Task TwoRunsGiveTheSameBytes()
    {
        var edition = WriteEdition();
        await BriefingCommand.Run("render", edition, "--out", _folder.PathOf("one"), "--format", "html,txt");
        await BriefingCommand.Run("render", edition, "--out", _folder.PathOf("two"), "--format", "html,txt");

        Assert.All(["mail.html", "mail.txt"], name =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.PathOf("one"), name)), File.ReadAllBytes(Path.Combine(_folder.PathOf("two"), name))));
    }

    [Fact]
    public async Task AFaultyTemplateIsReportedWithItsPlaceAndTheEditionIsMadeAllTheSame()
    {
        _folder.Write("templates/mail.html", "<p>\n{{ if }}</p>");

        var rendered = await BriefingCommand.Run("render", WriteEdition(), "--out", _folder.Path, "--format", "html", "--templates", _folder.PathOf("templates"));

        Assert.Equal(1, rendered.ExitCode);
        Assert.Contains("mail.html:2:", rendered.Error, StringComparison.Ordinal);
        Assert.Equal(Rendered.Of(SomeEdition.Full()).Html, await File.ReadAllTextAsync(_folder.PathOf("mail.html")));
    }

    [Fact]
    public async Task WithoutChromiumTheRestIsMadeAndTheExitCodeSaysSo()
    {
        var start = BriefingProcess.Start("render", WriteEdition(), "--out", _folder.Path, "--format", "html,txt,pdf");
        start.Environment["BRIEFING_CHROMIUM"] = "/nowhere/chromium";

        var rendered = await BriefingProcess.Finish(start);

        Assert.Equal(1, rendered.ExitCode);
        Assert.Contains("apt-get install", rendered.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf("mail.html")));
        Assert.False(File.Exists(_folder.PathOf("pack.pdf")));
    }

    [Theory]
    [InlineData("--format", "html,docx", "docx")]
    [InlineData("--templates", "/nowhere/templates", "/nowhere/templates")]
    public async Task BadUsageIsNamed(string option, string value, string named)
    {
        var rendered = await BriefingCommand.Run("render", WriteEdition(), "--out", _folder.Path, option, value);

        Assert.Equal(2, rendered.ExitCode);
        Assert.Contains(named, rendered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WatchingRendersAgainOnSaving()
    {
        _folder.Write("templates/mail.html", "<p>before</p>");
        var start = BriefingProcess.Start("render", WriteEdition(), "--out", _folder.PathOf("out"), "--format", "html", "--templates", _folder.PathOf("templates"), "--watch");
        using var process = Process.Start(start)!;
        try
        {
            using var watchdog = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            Assert.Contains("rendered in", await process.StandardOutput.ReadLineAsync(watchdog.Token), StringComparison.Ordinal);
            _folder.Write("templates/mail.html", "<p>after</p>");
            Assert.Matches(@"rendered in \d+ ms", await process.StandardOutput.ReadLineAsync(watchdog.Token));
            Assert.Equal("<p>after</p>\n", await File.ReadAllTextAsync(_folder.PathOf("out/mail.html"), watchdog.Token));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    private string WriteEdition()
    {
        var path = _folder.PathOf("edition.json");
        File.WriteAllBytes(path, EditionJson.Write(SomeEdition.Full()));
        return path;
    }
}
