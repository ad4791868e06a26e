using System.Text;
using System.Text.Json;
using Briefing.Core.Model;
using Briefing.Core.Tests.Assembly;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Model;

public class EditionJsonTests
{
    // Scripts of other people read this file: what changes here changes for them.
    [Fact]
    public void TheShapeIsPinned() =>
        Golden.Verify(Encoding.UTF8.GetString(EditionJson.Write(SomeEdition.WithOneClaim())), "json");

    [Fact]
    public void WhatWasWrittenReadsBackTheSame()
    {
        var written = EditionJson.Write(SomeEdition.WithOneClaim());

        Assert.Equal(written, EditionJson.Write(EditionJson.Read(written)));
    }

    [Fact]
    public void ALargeEditionIsWrittenWhole()
    {
        var edition = SomeEdition.WithOneClaim() with { Dropped = [.. Enumerable.Range(0, 20_000).Select(at => new EditionDrop("d1", at, at + 1, "boilerplate", $"text {at}"))] };

        var written = EditionJson.Write(edition);

        Assert.Equal(edition.Dropped.AsEnumerable(), EditionJson.Read(written).Dropped.AsEnumerable());
        Assert.Equal("}\n"u8, written.AsSpan(^2..));
    }

    [Fact]
    public void MembersThatALaterVersionAddedAreIgnored() =>
        Assert.Equal("2026-03-10", EditionJson.Read(Changed("\"entry\":", "\"added\": [1], \"entry\":")).Date);

    [Theory]
    [InlineData("\"edition/1\"", "\"edition/9\"", "edition/9")]
    [InlineData("\"title\": \"Daily Briefing\",", "", "title")]
    [InlineData("\"sections\": [", "\"sections\": [[", "sections")]
    public void WhatIsNoEditionIsRefusedWithThePlace(string original, string replacement, string named)
    {
        var fault = Assert.ThrowsAny<JsonException>(() => EditionJson.Read(Changed(original, replacement)));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Changed(string original, string replacement) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(EditionJson.Write(SomeEdition.WithOneClaim())).Replace(original, replacement, StringComparison.Ordinal));
}
