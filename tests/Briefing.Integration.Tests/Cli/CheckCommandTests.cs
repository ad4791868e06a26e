using Briefing.Integration.Tests.Configuration;
using Briefing.Tests.Shared;
using Briefing.Worker.Cli;

namespace Briefing.Integration.Tests.Cli;

public class CheckCommandTests
{
    [Fact]
    public void TheFilesOfAFreshClonePass()
    {
        var (code, output, _) = Check(Repository.PathOf("briefing.json"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("Sound: 1 source, 3 topics, 1 schedule entry.\n", output);
    }

    [Fact]
    public void EveryFaultIsPrintedWithFileAndLineAndTheExitCodeSaysSo()
    {
        using var folder = new ConfigurationFolder(
            """
            {
              "sources": [{ "id": "inbox", "kind": "folder", "path": "inbox" }],
              "topics": [{ "id": "sahel", "title": "Sahel", "terms": ["Mali", "~"] }],
              "tpoics": [],
            }
            """);

        var (code, output, _) = Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("briefing.json:3:67: After ~ a number of words from 1 to 20 should stand", output, StringComparison.Ordinal);
        Assert.Contains("briefing.json:4:3: \"tpoics\" is not known here. Did you mean \"topics\"?", output, StringComparison.Ordinal);
        Assert.EndsWith("2 faults\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsNotThereIsAFault()
    {
        using var folder = new ConfigurationFolder();

        var (code, output, _) = Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("briefing.json:2:58: There is no folder \"inbox\".", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ATemplateThatCannotBeParsedIsAFault()
    {
        using var folder = new ConfigurationFolder();
        var templates = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(folder.BriefingPath)!, "templates"));
        File.WriteAllText(Path.Combine(templates.FullName, "mail.txt"), "Dear reader\n{{ for story in stories }}");
        File.WriteAllText(Path.Combine(templates.FullName, "pack.html"), "<p>{{ title + }}</p>");

        var (code, output, _) = Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Matches(@"templates.mail\.txt:\d+:\d+: ", output);
        Assert.Matches(@"templates.pack\.html:1:\d+: ", output);
    }

    [Fact]
    public void WhyTellsThePlaceTheEvidenceAndTheDroppedText()
    {
        var (code, output, _) = Check(Repository.PathOf("briefing.json"), Repository.PathOf("samples", "inbox", "03_strait-review.txt"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Article: Tokyo and London open their dry docks to each other", output, StringComparison.Ordinal);
        Assert.Matches(@"She conferred there with Vice Premier[^\n]*\n    -> china-trip\n", output);
        Assert.Contains("\"Ashworth\" by name", output, StringComparison.Ordinal);
        Assert.Matches(@"\nDropped\n(.*\n)*  \d+:\d+ [a-z-]+: Do you like this article\?", output);
    }

    [Fact]
    public void AFileThatIsNotThereIsBadUsage()
    {
        var (code, _, error) = Check(Repository.PathOf("briefing.json"), "no-such-file.txt");

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("no-such-file.txt: there is no such file", error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Check(string config, string? why = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CheckCommand.Run(config, why, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
