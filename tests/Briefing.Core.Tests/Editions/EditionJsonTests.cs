using System.Text;
using System.Text.Json;
using Briefing.Core.Editions;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Editions;

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
