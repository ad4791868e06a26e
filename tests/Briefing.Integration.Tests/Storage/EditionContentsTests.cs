using System.Security.Cryptography;
using Briefing.Core.Model;
using Briefing.Integration.Tests.Rendering;
using Briefing.Storage.Editions;

namespace Briefing.Integration.Tests.Storage;

public sealed class EditionContentsTests
{
    // Stored beside every edition: another way to the hash must come to the same.
    [Fact]
    public void TheHashIsOfTheEditionWithoutVersionAndInstant()
    {
        var edition = SomeEdition.Full() with { Version = 17 };

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(EditionJson.Write(edition with { Version = 0, GeneratedAt = "" }))),
            EditionContents.HashOf(EditionJson.Write(edition)));
    }
}
