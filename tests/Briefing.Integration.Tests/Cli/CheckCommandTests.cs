using Briefing.Integration.Tests.Configuration;
using Briefing.Tests.Shared;
using Briefing.Worker;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Briefing.Integration.Tests.Cli;

public class CheckCommandTests
{
    // A Thursday evening before the clocks go back.
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 22, 19, 0);

    [Fact]
    public async Task TheFilesOfAFreshClonePass()
    {
        var (code, output, _) = await Check(Repository.PathOf("briefing.json"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(
            """
            Sound: 3 sources, 3 topics, 1 schedule entry.
            Next editions of morning, in Europe/London:
              Fri 2026-10-23 06:30 = 2026-10-23T05:30:00Z
              Mon 2026-10-26 06:30 = 2026-10-26T06:30:00Z
              Tue 2026-10-27 06:30 = 2026-10-27T06:30:00Z

            """,
            output);
    }

    [Fact]
    public async Task EveryFaultIsPrintedWithFileAndLineAndTheExitCodeSaysSo()
    {
        using var folder = new ConfigurationFolder(
            """
            {
              "sources": [{ "id": "inbox", "kind": "folder", "path": "inbox" }],
              "topics": [{ "id": "sahel", "title": "Sahel", "terms": ["Mali", "~"] }],
              "tpoics": [],
            }
            """);

        var (code, output, _) = await Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("briefing.json:3:67: After ~ a number of words from 1 to 20 should stand", output, StringComparison.Ordinal);
        Assert.Contains("briefing.json:4:3: \"tpoics\" is not known here. Did you mean \"topics\"?", output, StringComparison.Ordinal);
        Assert.EndsWith("2 faults\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatIsNotThereIsAFault()
    {
        using var folder = new ConfigurationFolder();

        var (code, output, _) = await Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("briefing.json:2:58: There is no folder \"inbox\".", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTemplatesOfOnesOwnItIsSound()
    {
        using var folder = new ConfigurationFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "inbox"));

        var (code, output, _) = await Check(folder.BriefingPath);

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("Sound: 1 source", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TemplatesThatAreNamedAndNotThereAreAFault()
    {
        using var folder = new ConfigurationFolder(ConfigurationFolder.SoundBriefing.Replace("\"sources\"", "\"templates\": \"ours\", \"sources\"", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(folder.Path, "inbox"));

        var (code, output, _) = await Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("briefing.json:2:16: There is no folder \"ours\".\n1 fault\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATemplateThatCannotBeReadIsAFault()
    {
        using var folder = new ConfigurationFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "inbox"));
        var templates = Directory.CreateDirectory(Path.Combine(folder.Path, "templates"));
        File.CreateSymbolicLink(Path.Combine(templates.FullName, "mail.txt"), "gone.txt");

        var (code, output, _) = await Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains(Path.Combine("templates", "mail.txt") + ":1:1: It cannot be read: Could not find file", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATemplateThatCannotBeParsedIsAFault()
    {
        using var folder = new ConfigurationFolder();
        var templates = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(folder.BriefingPath)!, "templates"));
        await File.WriteAllTextAsync(Path.Combine(templates.FullName, "mail.txt"), "Dear reader\n{{ for story in stories }}");
        await File.WriteAllTextAsync(Path.Combine(templates.FullName, "pack.html"), "<p>{{ title + }}</p>");

        var (code, output, _) = await Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Matches(@"templates.mail\.txt:\d+:\d+: ", output);
        Assert.Matches(@"templates.pack\.html:1:\d+: ", output);
    }

    [Fact]
    public async Task WhyNamesTheRulesThePlaceTheEvidenceAndTheDroppedText()
    {
        var (code, output, _) = await Check(Repository.PathOf("briefing.json"), Repository.PathOf("samples", "inbox", "2026-03-10", "03_strait-review.txt"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("sentence of \"Tokyo and London open their dry docks to each other\"", output, StringComparison.Ordinal);
        Assert.Matches(@"She conferred there with Vice Premier[^\n]*\n    prose by prose-sentence; paragraph \+\d+\n    -> sentence of ", output);
        Assert.Matches(@"She conferred there with Vice Premier[^\n]*\n(    [^\n]*\n){0,2}    -> china-trip\n", output);
        Assert.Contains("\"Ashworth\" by name", output, StringComparison.Ordinal);
        Assert.Matches(@"Do you like this article\?\n    boilerplate by [a-z-]+; boilerplate -12\n    -> dropped: boilerplate\n", output);
    }

    [Fact]
    public async Task WhyShowsTheEditionsOwnStories()
    {
        var (_, output, _) = await Check(Repository.PathOf("briefing.json"), Repository.PathOf("samples", "inbox", "2026-03-10", "03_strait-review.txt"));

        Assert.StartsWith("03_strait-review.txt, with 10 other documents of the configured sources\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\nStory: [^\n]+ \(\d+ accounts\)\n", output);
        Assert.Matches(@"\n    carried by [^\n]*01_gulf-meridian\.txt \d+:\d+ \([a-z-]+\)[^\n]*03_strait-review\.txt \d+:\d+ \([a-z-]+\)", output);
    }

    [Fact]
    public async Task WhyTakesAFileThatNoSourceHolds()
    {
        using var folder = SoundFolder("""{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "calendar": "scotland" }] }""");
        var page = Path.Combine(folder.Path, "page.txt");
        await File.WriteAllTextAsync(page, "Ferry strike called off\n\nThe strike on the island ferries was called off on Monday after the crews accepted an offer of four per cent.\n\nSailings to the outer islands resume on Tuesday, said the company, which carries some 9,000 passengers a week in the winter months.\n");

        var (_, output, _) = await Check(folder.BriefingPath, page);

        Assert.Matches(@"The strike on the island ferries[^\n]*\n    prose by prose-sentence; paragraph \+\d+\n    -> sentence of ""Ferry strike called off""\n", output);
    }

    [Fact]
    public async Task AFileThatIsNotThereIsBadUsage()
    {
        var (code, _, error) = await Check(Repository.PathOf("briefing.json"), "no-such-file.txt");

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("no-such-file.txt: there is no such file", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BankHolidaysThatWillSoonBeToldByRuleAreAWarningForAPerson()
    {
        using var folder = SoundFolder("""{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "calendar": "scotland" }] }""");

        Assert.Equal(ExitCode.Done, (await Check(folder.BriefingPath, now: Instant.FromUtc(2027, 10, 2, 12, 0))).Code);
        var (code, output, _) = await Check(folder.BriefingPath, now: Instant.FromUtc(2027, 12, 30, 12, 0));

        Assert.Equal(ExitCode.DoneWithFaults, code);
        Assert.Contains("  Fri 2027-12-31 06:30 = 2027-12-31T06:30:00Z\n", output, StringComparison.Ordinal);
        Assert.Contains("  Wed 2028-01-05 06:30 = 2028-01-05T06:30:00Z (a working day by rule: bank holidays are not yet published)\n", output, StringComparison.Ordinal);
        Assert.EndsWith(
            "schedule.json:1:92: Warning: the published bank holidays end on 2027-12-31, 1 day from now. Later ones are told by rule: bring calendars/scotland.json up to date.\n",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATimeThatTheClockSkipsIsTold()
    {
        using var folder = SoundFolder("""{ "entries": [{ "name": "night", "at": "01:30", "timeZone": "Europe/London", "calendar": "daily" }] }""");

        var (_, output, _) = await Check(folder.BriefingPath, now: Instant.FromUtc(2026, 3, 28, 12, 0));

        Assert.Contains("  Sun 2026-03-29 02:00 = 2026-03-29T01:00:00Z (the clock skips 01:30)\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEntryThatIsNeverDueIsAFault()
    {
        using var folder = SoundFolder("""{ "entries": [{ "name": "morning", "cron": "0 30 6 ? * SUN", "timeZone": "Europe/London", "calendar": "scotland" }] }""");

        var (code, output, _) = await Check(folder.BriefingPath);

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains(
            "schedule.json:1:44: Nothing is ever due: no working day of the calendar \"scotland\" in the next 1500 days has a time.\n", output, StringComparison.Ordinal);
    }

    private static ConfigurationFolder SoundFolder(string schedule)
    {
        var folder = new ConfigurationFolder(schedule: schedule);
        Directory.CreateDirectory(Path.Combine(folder.Path, "inbox"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "templates"));
        return folder;
    }

    private static async Task<(int Code, string Output, string Error)> Check(string config, string? why = null, Instant? now = null)
    {
        var time = new FakeTimeProvider((now ?? Now).ToDateTimeOffset());
        var (code, output, error) = await BriefingCommand.Run(time, ["check", "--config", config, .. why is null ? Array.Empty<string>() : ["--why", why]]);
        return (code, output, error);
    }
}
