using System.Text.Json;
using Briefing.Core.Model;
using Briefing.Integration.Tests.Cli;
using Briefing.Integration.Tests.Storage;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Editions;

/// <summary>Editions made again from what is stored.</summary>
public sealed class RegenerationTests : IDisposable
{
    private const string Schedule = """{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "calendar": "daily" }] }""";

    private readonly TemporaryFolder _folder = new();

    public RegenerationTests()
    {
        Configure("Harbours", "harbour");
        _folder.Write("schedule.json", Schedule);
        _folder.Write("inbox/one.txt", SomeDocuments.Article("Ships wait outside Port Sorrel", "Port Sorrel", 14));
        _folder.Write("inbox/two.txt", SomeDocuments.Article("Storm closes Casterby quay", "Casterby", 7));
    }

    [Fact]
    public async Task IsTheSameButForVersionAndInstant()
    {
        await Made("first");

        await Made("second", "--regenerate");

        Assert.Equal(1, Edition("first").Version);
        Assert.Equal(2, Edition("second").Version);
        Assert.Equal(WithoutVersion("first"), WithoutVersion("second"));
        foreach (var name in new[] { "mail.html", "mail.txt", "sources/d1.txt", "sources/d2.txt" })
            Assert.Equal(Bytes("first", name), Bytes("second", name));
    }

    [Fact]
    public async Task DoesNotLookAtTheSources()
    {
        await Made("first");
        File.Delete(_folder.PathOf("inbox/one.txt"));
        _folder.Write("inbox/two.txt", "Something else altogether.");

        await Made("second", "--regenerate");

        Assert.Equal(WithoutVersion("first"), WithoutVersion("second"));
    }

    [Fact]
    public async Task TakesInWhatCameLateWhenAsked()
    {
        await Made("first");
        _folder.Write("inbox/three.txt", SomeDocuments.Article("Ferries turn back at Lomond Head", "Lomond Head", 3));
        _folder.Write("inbox/two.txt", SomeDocuments.Article("Storm closes Casterby quay", "Casterby", 9));

        await Made("second", "--regenerate", "--refetch");

        var edition = Edition("second");
        Assert.Equal(["one.txt", "three.txt", "two.txt"], edition.Documents.Select(document => document.Name).Order(StringComparer.Ordinal));
        Assert.Contains(Claims(edition), claim => claim.Text.Contains("9 ships", StringComparison.Ordinal));
        Assert.DoesNotContain(Claims(edition), claim => claim.Text.Contains("7 ships", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfADayThatHasNoneSaysSo()
    {
        await Made("first");

        var run = await Run("other", "--regenerate", "--date", "2019-05-01");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("there is no edition of \"morning\" for 2019-05-01", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APlainRunOfTheSameInputsIsTheSameVersion()
    {
        await Made("first");

        await Made("second");

        Assert.Equal(1, Edition("second").Version);
        Assert.Equal(WithoutVersion("first"), WithoutVersion("second"));
    }

    [Fact]
    public async Task APlainRunUnderAnotherConfigurationIsTheNextVersion()
    {
        await Made("first");
        Configure("Ports and harbours", "harbour");

        await Made("second");

        Assert.Equal(2, Edition("second").Version);
        var verified = await Command("verify", "--date", $"{Edition("first").Date}@1");
        Assert.True(verified.ExitCode == 0, verified.Error);
    }

    [Fact]
    public async Task EveryStoredVersionIsProved()
    {
        await Made("first");
        await Made("second", "--regenerate");

        foreach (var version in new[] { "@1", "@2", "" })
        {
            var verified = await Command("verify", "--date", Edition("first").Date + version);

            Assert.True(verified.ExitCode == 0, verified.Error);
            Assert.StartsWith("verified: ", verified.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DiffTellsWhatANewVersionChanged()
    {
        await Made("first");
        _folder.Write("inbox/two.txt", SomeDocuments.Article("Storm closes Casterby quay", "Casterby", 9));
        await Made("second", "--regenerate", "--refetch");
        var date = Edition("first").Date;

        var same = await Command("diff", $"{date}@1", $"{date}@1");
        var text = await Command("diff", $"{date}@1", $"{date}@2");
        var json = await Command("diff", $"{date}@1", $"{date}@2", "--json");

        Assert.Contains("they say the same", same.Output, StringComparison.Ordinal);
        Assert.Contains("+ The harbour authority of Casterby said on Tuesday that 9 ships", text.Output, StringComparison.Ordinal);
        using var compared = JsonDocument.Parse(json.Output);
        var changed = Assert.Single(compared.RootElement.GetProperty("changed").EnumerateArray());
        Assert.Equal("fact", changed.GetProperty("kind").GetString());
        Assert.Contains("7 ships", changed.GetProperty("from").GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Equal(2, compared.RootElement.GetProperty("to").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task ARunOfTheEntryThatIsUnderWayIsNotOverlapped()
    {
        await Made("first");
        using var other = File.Open(_folder.PathOf("data/briefing.db.morning.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var run = await Run("second");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("another run of the entry", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<EditionClaim> Claims(Edition edition) =>
        edition.Sections.SelectMany(section => section.Stories).SelectMany(story => story.Claims);

    private void Configure(string title, string term) => _folder.Write("briefing.json", JsonSerializer.Serialize(new
    {
        sources = new[] { new { id = "inbox", kind = "folder", path = "inbox" } },
        topics = new[] { new { id = "harbours", title, terms = new[] { term } } },
    }));

    private async Task Made(string folder, params string[] more)
    {
        var run = await Run(folder, more);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private Task<BriefingProcess.Finished> Run(string folder, params string[] more) =>
        Command(["run", "--out", _folder.PathOf(folder), "--format", "html,txt", .. more]);

    private Task<BriefingProcess.Finished> Command(params string[] arguments) =>
        BriefingCommand.Run([.. arguments, "--config", _folder.PathOf("briefing.json"), "--database", _folder.PathOf("data/briefing.db")]);

    private Edition Edition(string folder) => EditionJson.Read(Bytes(folder, "edition.json"));

    private string WithoutVersion(string folder) =>
        System.Text.Encoding.UTF8.GetString(EditionJson.Write(Edition(folder) with { Version = 1, GeneratedAt = "" }));

    private byte[] Bytes(string folder, string name) => File.ReadAllBytes(_folder.PathOf($"{folder}/{name}"));
}
