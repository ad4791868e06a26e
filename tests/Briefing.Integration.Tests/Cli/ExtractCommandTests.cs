using System.Text.Json.Nodes;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Cli;

public sealed class ExtractCommandTests : IDisposable
{
    private const string Text =
        "Kanal in Haven öffnet „früher“\n\nBy AFP | Feb. 2, 2026\n\nThe canal at Haven will open two weeks early, the “harbour office” said on Monday.\n" +
        "Ships have waited since December for the lock to be mended.\nThe first of them is due on Friday, officials said.\n\nFollow us on Twitter\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task ADocumentIsOneLineWithItsArticlesAndWhatWasDropped()
    {
        var extracted = await BriefingCommand.Run("extract", _folder.Write("one.txt", Text), "--jsonl");

        Assert.Equal(0, extracted.ExitCode);
        var document = JsonNode.Parse(Assert.Single(extracted.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        var article = document["articles"]![0]!;
        Assert.Equal("one.txt", (string?)document["document"]);
        Assert.Equal("AFP", (string?)article["agency"]);
        Assert.Equal("2026-02-02", (string?)article["published"]);
        Assert.Equal("en", (string?)article["language"]);
        Assert.Null(article["machineWritten"]);
        Assert.Equal(3, article["passages"]!.AsArray().Count);
        Assert.Equal("sentence", (string?)article["passages"]![0]!["kind"]);
        Assert.Contains(document["dropped"]!.AsArray(), drop => (string?)drop!["reason"] == "share");
        Assert.Contains("öffnet „früher“", extracted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpansAreThoseOfTheDecodedText()
    {
        var extracted = await BriefingCommand.Run("extract", _folder.Write("one.txt", Text), "--jsonl");
        var passage = JsonNode.Parse(extracted.Output)!["articles"]![0]!["passages"]![0]!;

        Assert.Equal((string?)passage["text"], Text[(int)passage["start"]!..(int)passage["end"]!]);
    }

    [Fact]
    public async Task AFoldersFilesAreReadByNameAndTheUnreadableAreNamed()
    {
        _folder.Write("b.txt", Text);
        _folder.Write("a.txt", Text);
        File.WriteAllBytes(_folder.PathOf("c.pdf"), "%PDF-1.7"u8.ToArray());

        var extracted = await BriefingCommand.Run("extract", _folder.Path, _folder.PathOf("missing.txt"));

        Assert.Equal(1, extracted.ExitCode);
        Assert.Equal(["a.txt", "b.txt"], JsonNode.Parse(extracted.Output)!.AsArray().Select(document => (string?)document!["document"]));
        Assert.Contains("c.pdf: it is a PDF file", extracted.Error, StringComparison.Ordinal);
        Assert.Contains("missing.txt: there is no such file or folder", extracted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingReadableIsNothingMade()
    {
        var extracted = await BriefingCommand.Run("extract", _folder.PathOf("missing.txt"), "--jsonl");

        Assert.Equal(3, extracted.ExitCode);
        Assert.Equal("", extracted.Output);
    }

    [Fact]
    public async Task NoPathIsBadUsage() => Assert.Equal(2, (await BriefingCommand.Run("extract")).ExitCode);

    public void Dispose() => _folder.Dispose();
}
