using Briefing.Integration.Tests.Cli;
using Briefing.Integration.Tests.Mail.Servers;
using Briefing.Integration.Tests.Storage;
using Briefing.Tests.Shared;
using Briefing.Worker.Sources;
using NodaTime;

namespace Briefing.Integration.Tests.Sources;

/// <summary>What lies in people's folders besides articles: it is named, and never stops the rest.</summary>
public sealed class FolderReaderTests : IDisposable
{
    private const int MaxBytes = 50_000;

    private readonly TemporaryFolder _folder = new();

    public FolderReaderTests()
    {
        _folder.Write("inbox/b.txt", SomeDocuments.Article("Ships wait outside Casterby", "Casterby", 7));
        _folder.Write("inbox/below/a.txt", SomeDocuments.Article("Ships wait outside Port Sorrel", "Port Sorrel", 14));
    }

    [Fact]
    public void FilesAreReadInTheOrderOfTheirNamesWithThoseBelow()
    {
        _folder.Write("inbox/.hidden/c.txt", "Nobody reads this.");

        var read = Read("inbox");

        Assert.Equal(["b.txt", "below/a.txt"], read.Documents.Select(document => document.Name));
        Assert.Empty(read.Rejected);
    }

    [Theory]
    [InlineData("mkfifo x", "x", "is empty, or no ordinary file")]
    [InlineData("ln -s /dev/zero x", "x", "is empty, or no ordinary file")]
    [InlineData(": > x", "x", "is empty, or no ordinary file")]
    [InlineData("ln -s gone x", "x", "Could not find file")]
    [InlineData("ln -s x x", "x", "Too many levels of symbolic links")]
    [InlineData("ln -s gone/ x", "x", "Could not find")]
    [InlineData("head -c 50001 /dev/zero > .large; ln -s .large x", "x", "has 50001 bytes; at most 50000 are read")]
    [InlineData("mkdir -p $(printf '%032d' 0 | sed 's|0|x/|g')/x; touch $(printf '%032d' 0 | sed 's|0|x/|g')/x/y", "x", "lies more than 32 folders deep")]
    public async Task WhatIsNoDocumentIsNamed(string script, string name, string reason)
    {
        await Tool.RunAsync("sh", "-c", $"cd '{_folder.PathOf("inbox")}'; {script}");

        var read = Read("inbox");

        Assert.Equal(2, read.Documents.Count);
        var rejected = Assert.Single(read.Rejected);
        Assert.Equal(name, Path.GetFileName(rejected.Name));
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ln -s . x")]
    [InlineData("ln -s ../../inbox below/x")]
    [InlineData("ln -s \"$PWD\" below/x")]
    public async Task ALinkBackIsNotFollowedForEver(string script)
    {
        await Tool.RunAsync("sh", "-c", $"cd '{_folder.PathOf("inbox")}'; {script}");

        var read = Read("inbox");

        Assert.Equal(2, read.Documents.Count);
        Assert.Empty(read.Rejected);
    }

    [Fact]
    public async Task LinksToElsewhereAreFollowed()
    {
        _folder.Write("elsewhere/c.txt", SomeDocuments.Article("Ships wait outside Lowen", "Lowen", 3));
        await Tool.RunAsync("sh", "-c", $"cd '{_folder.PathOf("inbox")}'; ln -s ../elsewhere there; ln -s ../elsewhere/c.txt d.txt");

        Assert.Equal(["b.txt", "below/a.txt", "d.txt", "there/c.txt"], Read("inbox").Documents.Select(document => document.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("inbox/x")]
    public async Task APathThatLeadsNowhereIsNamed(string path)
    {
        await Tool.RunAsync("ln", "-s", "x", _folder.PathOf("inbox/x"));

        var read = new FolderReader(Instant.FromUtc(2026, 3, 3, 6, 0), MaxBytes).Read([_folder.PathOf(path), _folder.PathOf("inbox/b.txt")], firstDocument: 1);

        Assert.Equal("b.txt", Assert.Single(read.Documents).Name);
        Assert.Equal(_folder.PathOf(path), Assert.Single(read.Rejected).Name);
    }

    [Fact]
    public async Task ExtractPassesPipesByInFoldersAndReadsThoseThatAreNamed()
    {
        await Tool.RunAsync("mkfifo", _folder.PathOf("inbox/pipe"));

        var ofFolder = await BriefingCommand.Run("extract", _folder.PathOf("inbox"), "--jsonl");
        var named = BriefingCommand.Run("extract", _folder.PathOf("inbox/pipe"), "--jsonl");
        await Tool.RunAsync("sh", "-c", $"cat '{_folder.PathOf("inbox/b.txt")}' > '{_folder.PathOf("inbox/pipe")}'");

        Assert.Equal(1, ofFolder.ExitCode);
        Assert.Contains("pipe: it is empty, or no ordinary file", ofFolder.Error, StringComparison.Ordinal);
        Assert.Contains("Ships wait outside Casterby", ofFolder.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await named).ExitCode);
        Assert.Contains("Ships wait outside Casterby", (await named).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private FolderReading Read(string path) => new FolderReader(Instant.FromUtc(2026, 3, 3, 6, 0), MaxBytes).Read([_folder.PathOf(path)], firstDocument: 1);
}
