using Briefing.Core.Model;
using Briefing.Storage.Documents;
using NodaTime;

namespace Briefing.Integration.Tests.Storage;

/// <summary>Documents whose values do not matter.</summary>
internal static class SomeDocuments
{
    public static readonly Instant ReadAt = Instant.FromUtc(2026, 3, 10, 5, 40);

    public static ReadDocument Read(string name, string text, string source = "inbox", Instant? at = null) =>
        new(source, new Document { Id = "d1", Name = name, Text = text, ReadAt = at ?? ReadAt });

    public static string Article(string headline, string place, int figure) =>
        $"""
        {headline}

        By Ada Merrow

        {place}, 10 March 2026

        The harbour authority of {place} said on Tuesday that {figure} ships were waiting outside its breakwater after the storm.

        Pilots in {place} would work through the night, the authority's director Ines Calloway said, and the first ships should berth by noon.
        """;
}
