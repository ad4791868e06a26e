using Briefing.Core.Model;
using Briefing.Storage;
using Briefing.Tests.Shared;
using Briefing.Worker;
using Briefing.Worker.Configuration;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Rendering;
using NodaTime;
using NodaTime.Testing;

namespace Briefing.Integration.Tests.Editions;

/// <summary>
/// The samples' three working days, each made with what is remembered of those before, asserted claim by claim: what the table does
/// not name is new.
/// </summary>
public class ThreeDayTests
{
    private static readonly List<Edition> Editions = Make();

    private static readonly IReadOnlyList<Known> Table =
    [
        Updated("2026-03-09", "Both Ashworth and Chinese Vice Premier Liang Wenhao spoke", "Ashworth was to sit down with Chinese Vice Premier Liang"),
        Continuing("2026-03-09", "The United States is considering giving up two of the most"),
        Updated("2026-03-10", "Britain and Japan signed a pact to repair each other's", "Britain and Japan will sign a pact on Monday to repair each"),
        Updated("2026-03-10", "Japan and the United Kingdom have signed an agreement that", "Japan and the United Kingdom will let each navy mend its"),
        Updated("2026-03-10", "Hirasawa said 40 engineers from each side would be posted", "Hirasawa said 30 engineers from each side would be posted"),
        Updated("2026-03-10", "Hirasawa noted that British companies employ some 28,000", "British companies employ some 26,000 people in Japan,"),
        Continuing("2026-03-10", "A joint team of the two coast guards will look after"),
        Continuing("2026-03-10", "Ashworth had come to Tokyo from Beijing, where she spent"),
        Continuing("2026-03-10", "Japan's cabinet has set aside 96 billion yen for the"),
        Continuing("2026-03-10", "Relations between Tokyo and Beijing soured in January, when"),
        Continuing("2026-03-10", "China maintains that the vessel never left the high seas."),
        Updated("2026-03-10", "She also watched officials sign a number of accords there,", "London announced that China had agreed in principle to"),
        Updated("2026-03-10", "On March 9, 2026, British Foreign Secretary Helen Ashworth visited", "British Foreign Secretary Helen Ashworth landed in Beijing"),
        Updated("2026-03-10", "The agreement opens dry docks in Kure and Maizuru to the Royal", "The agreement opens dry docks in Kure and Maizuru to the Royal"),
        Continuing("2026-03-10", "Both posts have been American since the headquarters were"),
        Updated("2026-03-10", "American Senator Warren Tolliver said on Saturday", "\"It is reckless of Britain to court China,\""),
        Continuing("2026-03-10", "She raised the case of two British surveyors who have been"),
        Continuing("2026-03-10", "Ashworth sat down with Chinese Vice Premier Liang Wenhao on"),
        Continuing("2026-03-10", "No airline has been named for the route so far."),
        Updated("2026-03-10", "Britain opened a trade office in Chengdu on Monday, the", "Britain will open a trade office in Chengdu on Monday, the"),
        Updated("2026-03-10", "In Beijing last week he met Commerce Minister Shen Guohua,", "In Beijing he met Commerce Minister Shen Guohua, who"),
        Updated("2026-03-10", "The two ministers did not settle their quarrel over", "The two ministers did not settle their quarrel over"),
        Continuing("2026-03-10", "Exports of British goods to China fell by 7 per cent last"),
        Updated("2026-03-10", "The United States is giving up two of the most senior", "The United States is considering giving up two of the most"),
        Updated("2026-03-10", "Germany will appoint the next head of the air command in", "Germany could appoint the next head of the air command in"),
        Updated("2026-03-10", "The changes take effect in the autumn, one of the people", "The changes would take effect in the summer, one of the"),
        Updated("2026-03-10", "Burden sharing has long been a sore point between", "Burden sharing has long been a sore point between"),
        Continuing("2026-03-10", "The command at Ramstein, which watches over the skies from"),
        Continuing("2026-03-10", "Washington has told its allies that it will keep the post"),
        Continuing("2026-03-10", "The posts are to be confirmed when defense ministers meet"),
        Continuing("2026-03-10", "A study for the European Parliament, seen by The Brussels"),
        Continuing("2026-03-10", "The alliance counts 32 members."),
        Continuing("2026-03-10", "A signal box that was to be pulled down last autumn has"),
        Updated("2026-03-10", "The box beside the level crossing at Llanfair-y-Cwm holds", "The box beside the level crossing at Llanfair-y-Cwm holds"),
        Updated("2026-03-10", "Retired signalman Idwal Pritchard, 81, cut the ribbon with", "Retired signalman Idwal Pritchard, 79, cut the ribbon with"),
        Updated("2026-03-10", "Volunteers bought the building from the railway for one", "Volunteers bought the building from the railway for one"),
        Continuing("2026-03-10", "Only one reader may enter at a time."),
        Continuing("2026-03-10", "\"I spent thirty years in here wishing I had something to"),
        Continuing("2026-03-10", "The levers have been left in place, and readers pull the"),
        Continuing("2026-03-10", "The library opens on Tuesdays and Saturdays."),
        Continuing("2026-03-10", "Books may be kept for as long as it takes."),
    ];

    [Fact]
    public void EachStatementIsNewUpdatedOrContinuingAsTheTableSays()
    {
        var claims = Editions.SelectMany(edition => edition.Sections.SelectMany(section => section.Stories), (edition, story) => (edition.Date, story))
            .SelectMany(told => told.story.Claims, (told, claim) => (told.Date, Claim: claim))
            .ToList();

        var wrong = claims
            .Select(told => (told.Date, told.Claim, Known: Table.SingleOrDefault(known => known.Date == told.Date && told.Claim.Text.StartsWith(known.Text, StringComparison.Ordinal))))
            .Where(told => told.Claim.Status != (told.Known?.Status ?? NewsStatus.New) || !Begins(told.Claim.UpdatesText, told.Known?.Updates))
            .Select(told => $"{told.Date} {told.Claim.Status}: {told.Claim.Text} <- {told.Claim.UpdatesText}")
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(Table.Count, claims.Count(told => told.Claim.Status != NewsStatus.New));
    }

    [Fact]
    public void AnUpdateNamesAClaimOfAnEarlierDayByIdAndWords()
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var edition in Editions)
        {
            var claims = edition.Sections.SelectMany(section => section.Stories).SelectMany(story => story.Claims).ToList();
            foreach (var claim in claims.Where(claim => claim.Status == NewsStatus.Updated))
                Assert.Equal(told[claim.Updates!], claim.UpdatesText);
            foreach (var claim in claims)
                told[claim.Id] = claim.Text;
        }
    }

    [Theory]
    [InlineData("Ashworth lands in Beijing", "Britain, China agree in principle", "Britain, Japan sign pact")]
    [InlineData("United States weighs", "Washington will keep", "NATO hands")]
    public void AStoryKeepsItsIdFromDayToDay(params string[] headlines)
    {
        var stories = headlines.Select((headline, day) => Story(Editions[day], headline)).ToList();

        Assert.Single(stories.Select(story => story.Id).Distinct());
        Assert.Equal([NewsStatus.New, NewsStatus.Updated, NewsStatus.Updated], stories.Select(story => story.Status));
    }

    [Fact]
    public void AnotherBlocsBudgetIsAStoryOfItsOwn()
    {
        var (east, west) = (Story(Editions[0], "East African bloc"), Story(Editions[2], "West African bloc"));

        Assert.NotEqual(east.Id, west.Id);
        Assert.Equal(NewsStatus.New, west.Status);
    }

    [Fact]
    public void ACorrectedArticleIsNotNew()
    {
        var (before, after) = (Story(Editions[1], "Signal box"), Story(Editions[2], "Signal box"));

        Assert.Equal((before.Id, NewsStatus.Updated), (after.Id, after.Status));
        Assert.DoesNotContain(after.Claims, claim => claim.Status == NewsStatus.New);
    }

    private static bool Begins(string? text, string? beginning) =>
        beginning is null ? text is null : text is not null && text.StartsWith(beginning, StringComparison.Ordinal);

    private static SectionStory Story(Edition edition, string headline) =>
        edition.Sections.SelectMany(section => section.Stories).Single(story => story.Headline.StartsWith(headline, StringComparison.Ordinal));

    // By real runs, a day after the other, that know nothing of each other but what the database remembers.
    private static List<Edition> Make()
    {
        using var folder = new TemporaryFolder();
        var configuration = BriefingConfiguration.Load(Repository.PathOf("briefing.json")).Configuration!;
        var made = new List<Edition>();
        foreach (var date in new[] { new LocalDate(2026, 3, 6), new LocalDate(2026, 3, 9), new LocalDate(2026, 3, 10) })
        {
            var request = new RunRequest(configuration.Schedule.Entries[0], date, [], folder.Path, new HashSet<string>(StringComparer.Ordinal) { OutputFormats.Json });
            var run = new EditionRun(
                configuration,
                BriefingDatabase.Open(folder.PathOf("briefing.db")),
                new FakeClock(date.At(new LocalTime(6, 20)).InUtc().ToInstant()),
                RunJournal.For(TextWriter.Null, showStages: false),
                TextWriter.Null, TextWriter.Null, _ => null);
            Assert.Equal(ExitCode.Done, run.Make(request, CancellationToken.None).GetAwaiter().GetResult());
            made.Add(EditionJson.Read(File.ReadAllBytes(folder.PathOf("edition.json"))));
        }

        return made;
    }

    private static Known Updated(string date, string text, string updates) => new(date, NewsStatus.Updated, text, updates);

    private static Known Continuing(string date, string text) => new(date, NewsStatus.Continuing, text, null);

    /// <param name="Text">How the statement begins.</param>
    /// <param name="Updates">How the earlier one begins that it changes.</param>
    private sealed record Known(string Date, NewsStatus Status, string Text, string? Updates);
}
