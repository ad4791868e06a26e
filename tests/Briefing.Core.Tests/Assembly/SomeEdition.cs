using Briefing.Core.Model;

namespace Briefing.Core.Tests.Assembly;

/// <summary>A small, whole edition for tests that need one and do not care which.</summary>
internal static class SomeEdition
{
    public const string Text = "Ministers sign fishing accord\n\nBy Ana Sol\n\nThe ministers signed the accord on Monday. “We are glad,” said Ana Sol.\n";

    public static Edition WithOneClaim()
    {
        const string Claim = "The ministers signed the accord on Monday.";
        var start = Text.IndexOf(Claim, StringComparison.Ordinal);
        return new Edition
        {
            Entry = "morning",
            Date = "2026-03-10",
            Title = "Daily Briefing",
            TimeZone = "Europe/London",
            GeneratedAt = "2026-03-10T06:20:00Z",
            Sections = [new Section("fish", "Fish", [StoryWith(Claim, start)])],
            Articles =
            [
                new EditionArticle
                {
                    Id = "a1",
                    Document = "d1",
                    Headline = "Ministers sign fishing accord",
                    Byline = "Ana Sol",
                    Language = "en",
                    Published = "2026-03-09",
                    Origin = "Ana Sol",
                    OriginBasis = "byline",
                    Start = 0,
                    End = Text.Length,
                    MachineWritten = new EditionMachineWriting("page", "Picture made by AI"),
                },
            ],
            Documents = [new EditionDocument("d1", "one.txt", DocumentHash.Of(Text))],
            Dropped = [new EditionDrop("d1", 31, 41, "metadata", "By Ana Sol")],
            Sources = [new EditionSource("inbox", "ok", "1 document")],
        };
    }

    private static SectionStory StoryWith(string claim, int start) => new()
    {
        Id = "s-1",
        Headline = "Ministers sign fishing accord",
        Articles = ["a1"],
        Origins = 1,
        Unattributed = 0,
        Outlets = 1,
        Claims =
        [
            new EditionClaim
            {
                Id = "c-1",
                Text = claim,
                Origins = 1,
                Unattributed = 0,
                Quote = false,
                Attributions = [new EditionAttribution("a1", start, start + claim.Length, true)],
            },
        ],
        Differences = [new EditionDifference("date", [new EditionVariant("Monday", "Monday, 9 March 2026", ["c-1"], ["a1"])])],
    };
}
