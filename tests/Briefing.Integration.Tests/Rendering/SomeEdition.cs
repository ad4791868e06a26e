using System.Collections.Immutable;
using System.Globalization;
using Briefing.Core.Model;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>Editions to render. All names and events are made up.</summary>
internal static class SomeEdition
{
    /// <summary>A morning with everything that a page can show.</summary>
    public static Edition Full() => new()
    {
        Entry = "morning",
        Date = "2026-03-10",
        Marking = "OFFICIAL",
        Title = "Morning briefing",
        TimeZone = "Europe/London",
        GeneratedAt = "2026-03-10T06:20:00Z",
        Sections =
        [
            new Section("north-sea", "North Sea", [FishingAccord(), HarbourStrike()]),
            new Section("arctic", "Arctic", [ArcticAngle()]),
            new Section("trade", "Trade & tariffs", []),
        ],
        Articles = Articles(),
        Documents = [.. Enumerable.Range(1, 6).Select(n => new EditionDocument($"d{n}", $"dump-{n}.txt", new string('0', 64)))],
        Dropped =
        [
            .. Enumerable.Repeat(new EditionDrop("d1", 0, 10, "related-link", "Read next"), 12),
            .. Enumerable.Repeat(new EditionDrop("d2", 0, 10, "boilerplate", "Copyright"), 9),
            .. Enumerable.Repeat(new EditionDrop("d3", 0, 10, "no-topic", "Elsewhere, a museum reopened."), 2),
        ],
        Sources =
        [
            new EditionSource("inbox", "ok", "5 documents"),
            new EditionSource("Coastal Wire feed", "ok", "1 document"),
            new EditionSource("Ministry of Fisheries", "failed", "no answer within 20 seconds"),
            new EditionSource("Harbour Gazette", "late", "answered after the cut-off"),
        ],
    };

    /// <summary>A morning without news.</summary>
    public static Edition Empty() => Full() with
    {
        Sections = [new Section("north-sea", "North Sea", []), new Section("arctic", "Arctic", [])],
        Articles = [],
    };

    /// <summary>So many stories in ten sections, each with four statements of usual length from two sources.</summary>
    public static Edition WithStories(int count) => Full() with
    {
        Sections =
        [
            .. Enumerable.Range(0, count).GroupBy(n => n % 10).Select(section => new Section(
                $"topic-{section.Key}", $"Topic {section.Key + 1}", [.. section.Select(NumberedStory)])),
        ],
        Articles =
        [
            .. Enumerable.Range(0, 2 * count).Select(n => Article(n + 1, n, $"Headline of article {n + 1} about harbour works", $"Outlet {n % 40}") with
            {
                Url = $"https://news.example/2026/03/09/article-{n + 1}",
            }),
        ],
        Documents = [.. Enumerable.Range(0, 2 * count).Select(n => new EditionDocument($"d{n}", $"article-{n + 1}.html", new string('0', 64)))],
    };

    /// <summary>One story whose every text is this.</summary>
    public static Edition Saying(string text, string? url = null) => Full() with
    {
        Title = text,
        Marking = text,
        Sections =
        [
            new Section("one", text,
            [
                new SectionStory
                {
                    Id = "s1",
                    Headline = text,
                    Articles = ["a1"],
                    Origins = 1,
                    Unattributed = 0,
                    Outlets = 1,
                    Claims = [Claim("c1", text, "a1") with { Quote = true, Speaker = text }],
                    Differences = [new EditionDifference("name", [new EditionVariant(text, text, ["c1"], ["a1"]), new EditionVariant("other", null, ["c1"], ["a1"])])],
                },
            ]),
        ],
        Articles = [Article(1, 1, text, text) with { Agency = text, Origin = text, Byline = text, Url = url, MachineWritten = new EditionMachineWriting("article", text) }],
        Documents = [new EditionDocument("d1", text, new string('0', 64))],
        Sources = [new EditionSource(text, "failed", text)],
    };

    private static SectionStory FishingAccord() => new()
    {
        Id = "s1",
        Headline = "Norland and Eastmark sign a fishing accord after nine years of talks",
        Status = NewsStatus.Updated,
        Articles = ["a1", "a2", "a3", "a4"],
        Origins = 2,
        Unattributed = 1,
        Outlets = 4,
        Claims =
        [
            Claim("c1", "Ministers of Norland and Eastmark signed an accord on shared fishing grounds on Monday, ending a dispute that began in 2017.", "a1", "a2", "a3")
                with { Origins = 2, Status = NewsStatus.Continuing },
            Claim("c2", "The accord sets a common catch limit of 84,000 tonnes of herring a year from January 2027.", "a1", "a2") with { Status = NewsStatus.Updated, Updates = "c-old", UpdatesText = "The accord sets a common catch limit of 90,000 tonnes of herring a year." },
            Claim("c3", "“We have drawn a line on the water, and for once it is one that both sides can see,” said Fisheries Minister Åsa Lindqvist.", "a1", "a2", "a4")
                with { Quote = true, Speaker = "Åsa Lindqvist", Origins = 2, Unattributed = 1 },
            Claim("c4", "Patrol boats of both countries will share positions over a common channel run from the port of Eastmark.", "a3"),
            Claim("c5", "Observers from the island of Skerra were not invited.", "a4") with { Origins = 0, Unattributed = 1 },
        ],
        Differences =
        [
            new EditionDifference("figure",
            [
                new EditionVariant("84,000 tonnes", null, ["c2"], ["a1", "a2"]),
                new EditionVariant("about 80,000 tonnes", null, ["c4"], ["a3"]),
            ]),
            new EditionDifference("date",
            [
                new EditionVariant("Monday", "Monday, 9 March 2026 by the day of publication", ["c1"], ["a1", "a2"]),
                new EditionVariant("8 March", null, ["c5"], ["a4"]),
            ]),
        ],
    };

    private static SectionStory HarbourStrike() => new()
    {
        Id = "s2",
        Headline = "Dockers at Eastmark extend their strike to a third week",
        Status = NewsStatus.New,
        Articles = ["a5"],
        Origins = 1,
        Unattributed = 0,
        Outlets = 1,
        Claims =
        [
            Claim("c6", "The union said 2,300 dockers would stay out until the night-shift roster is withdrawn.", "a5"),
            Claim("c7", "“No one here wants a fourth week,” its spokesman, Kenji Mori (森 健二), told reporters.", "a5") with { Quote = true, Speaker = "Kenji Mori (森 健二)" },
        ],
        Differences = [],
    };

    private static SectionStory ArcticAngle() => new()
    {
        Id = "s3",
        Headline = "Accord leaves the northern shelf to a later round",
        AngleOf = "s1",
        Status = NewsStatus.Continuing,
        Articles = ["a3", "a6"],
        Origins = 1,
        Unattributed = 1,
        Outlets = 2,
        Claims =
        [
            Claim("c8", "The shelf north of the 71st parallel is left to talks that the two sides mean to open in the autumn.", "a3") with { Status = NewsStatus.New },
            Claim("c9", "Both governments described the northern shelf as a matter for future negotiation.", "a6") with { Status = NewsStatus.Continuing, Origins = 0, Unattributed = 1 },
        ],
        Differences = [],
    };

    private static ImmutableArray<EditionArticle> Articles() =>
    [
        Article(1, 1, "Norland, Eastmark sign fishing accord", "Coastal Wire") with
        {
            Agency = "CWA", Origin = "CWA", OriginBasis = "byline", Byline = "Ana Sol", Published = "2026-03-09T17:05:00Z",
            Url = "https://coastalwire.example/world/norland-eastmark-sign-fishing-accord",
        },
        Article(2, 2, "Fishing accord signed after nine years", "Harbour Post") with
        {
            Origin = "CWA", OriginBasis = "same-text", ReprintOf = "a1", Published = "2026-03-09",
            Url = "https://www.harbourpost.example/2026/03/09/fishing-accord-signed-after-nine-years-of-talks-between-neighbours.html?utm_source=front&id=48213",
        },
        Article(3, 3, "Herring limit agreed at last", "Northern Courier") with
        {
            Origin = "Northern Courier", OriginBasis = "outlet", Published = "2026-03-09T19:40:00+01:00", Url = "http://northerncourier.example/n/8841",
        },
        Article(4, 4, "Neighbours draw a line on the water", null),
        Article(5, 5, "Dockers stay out", "Eastmark Echo") with
        {
            Origin = "Eastmark Echo", OriginBasis = "outlet", Published = "2026-03-10T05:15:00Z", Url = "https://echo.example/dockers",
        },
        Article(6, 6, "What the fishing accord means for the Arctic", "Insight Daily") with
        {
            Published = "2026-03-10", Url = "https://insightdaily.example/arctic",
            MachineWritten = new EditionMachineWriting("article", "This article was produced with the help of artificial intelligence."),
        },
    ];

    private static SectionStory NumberedStory(int n) => new()
    {
        Id = $"s{n}",
        Headline = $"Port authority {n} approves the deepening of its outer basin for larger ships",
        Status = (NewsStatus)(n % 3),
        Articles = [$"a{(2 * n) + 1}", $"a{(2 * n) + 2}"],
        Origins = 2,
        Unattributed = 0,
        Outlets = 2,
        Claims =
        [
            .. Enumerable.Range(1, 4).Select(k => Claim(
                $"c{n}-{k}",
                $"The board of port authority {n} voted for part {k} of the works, which it puts at {(n * 7) + k} million crowns and expects to last until the summer of {2027 + k}.",
                $"a{(2 * n) + 1}",
                $"a{(2 * n) + 2}") with { Origins = 2 }),
        ],
        Differences = [],
    };

    private static EditionClaim Claim(string id, string text, params string[] articles) => new()
    {
        Id = id,
        Text = text,
        Origins = 1,
        Unattributed = 0,
        Quote = false,
        Attributions = [.. articles.Select(article => new EditionAttribution(article, 0, text.Length, true))],
    };

    private static EditionArticle Article(int number, int document, string headline, string? outlet) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"a{number}"),
        Document = $"d{document}",
        Headline = headline,
        Outlet = outlet,
        Language = "en",
        Start = 0,
        End = 1000,
    };
}
