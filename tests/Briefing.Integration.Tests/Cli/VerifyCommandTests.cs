using System.Text.Json.Nodes;
using Briefing.Core.Model;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Cli;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Text = "Accord signed\n\nMinisters signed the accord on Monday.\n";
    private const string Claim = "Ministers signed the accord on Monday.";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AProvedEditionExitsWithZero()
    {
        var verified = await BriefingCommand.Run("verify", WriteEdition(Text));

        Assert.Equal(0, verified.ExitCode);
        Assert.Contains("1 claim in 1 document,", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClaimThatDiffersFromItsSourceIsNamed()
    {
        var verified = await BriefingCommand.Run("verify", WriteEdition(Text.Replace("Monday", "Sunday", StringComparison.Ordinal)));

        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("c-1", verified.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.json", null)]
    [InlineData("broken.json", "{\"schema\":")]
    [InlineData("other.json", "{\"schema\":\"edition/1\"}")]
    public async Task WhatIsNoEditionIsBadUsageWithItsName(string name, string? text)
    {
        var path = text is null ? _folder.PathOf(name) : _folder.Write(name, text);

        var verified = await BriefingCommand.Run("verify", path);

        Assert.Equal(2, verified.ExitCode);
        Assert.Contains(name, verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentIdThatLeadsOutOfTheFolderIsRefused()
    {
        var edition = WriteEdition(Text);
        await File.WriteAllTextAsync(edition, (await File.ReadAllTextAsync(edition)).Replace("\"d1\"", "\"../d1\"", StringComparison.Ordinal));

        var verified = await BriefingCommand.Run("verify", edition);

        Assert.Equal(2, verified.ExitCode);
        Assert.Contains("no document id", verified.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string WriteEdition(string keptText)
    {
        _folder.Write("sources/d1.txt", keptText);
        var start = Text.IndexOf(Claim, StringComparison.Ordinal);
        var edition = $$"""
            { "schema": "edition/1", "entry": "e", "date": "2026-03-10", "title": "T", "timeZone": "UTC", "generatedAt": "2026-03-10T06:00:00Z",
              "sections": [ { "topic": "t", "title": "T", "stories": [ { "id": "s", "headline": "h", "articles": ["a1"], "origins": 0, "unattributed": 1, "outlets": 1,
                "claims": [ { "id": "c-1", "text": "{{Claim}}", "origins": 0, "unattributed": 1, "quote": false,
                  "attributions": [ { "article": "a1", "start": {{start}}, "end": {{start + Claim.Length}}, "exact": true } ] } ], "differences": [] } ] } ],
              "articles": [ { "id": "a1", "document": "d1", "headline": "h", "language": "en", "start": 0, "end": {{Text.Length}} } ],
              "documents": [ { "id": "d1", "name": "one.txt", "sha256": "{{DocumentHash.Of(Text)}}" } ], "dropped": [], "sources": [] }
            """;
        return _folder.Write("edition.json", JsonNode.Parse(edition)!.ToJsonString());
    }
}
