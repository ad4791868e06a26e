using Briefing.Integration.Tests.Configuration;
using Briefing.Tests.Shared;
using Briefing.Worker;

namespace Briefing.Integration.Tests.Cli;

public class RunCommandTests
{
    [Fact]
    public async Task TheEntrysFormatsAreMadeUnlessOthersAreAskedFor()
    {
        using var folder = new ConfigurationFolder(
            schedule: """{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "formats": ["txt"] }] }""");
        var sample = Repository.PathOf("samples", "inbox", "2026-03-10", "03_strait-review.txt");
        var (plain, asked) = (Path.Combine(folder.Path, "plain"), Path.Combine(folder.Path, "asked"));

        var first = await BriefingProcess.Run("run", "--config", folder.BriefingPath, "--input", sample, "--out", plain);
        var second = await BriefingProcess.Run("run", "--config", folder.BriefingPath, "--input", sample, "--out", asked, "--format", "html");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.ExitCode, second.ExitCode));
        Assert.Equal(["edition.json", "mail.txt"], Files(plain));
        Assert.Equal(["edition.json", "mail.html"], Files(asked));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
