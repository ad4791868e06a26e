using System.Text;
using Briefing.Core.Model;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using NodaTime;

namespace Briefing.Benchmarks.Continuity;

/// <summary>What bench/store measures with: a database of so many working days' editions, and the next day's documents as files.</summary>
internal static class StoredEditions
{
    private const int Stories = 60;
    private const int DaysCompared = 14;

    private static readonly LocalDate Next = new(2026, 3, 10);

    public static void Fill(string file, string folder, int editions)
    {
        var news = new MadeUpNews(Stories, outlets: 3);
        var database = BriefingDatabase.Open(file);
        foreach (var date in WorkingDaysBefore(Next, editions))
            database.Write(session => Keep(session, news, date));

        Directory.CreateDirectory(folder);
        foreach (var document in news.Of(Next, InstantOf(Next)))
            File.WriteAllText(Path.Combine(folder, document.Name), document.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static void Keep(StorageSession session, MadeUpNews news, LocalDate date)
    {
        var now = InstantOf(date);
        var kept = DocumentStore.Keep(session, [.. news.Of(date, now).Select(document => new ReadDocument("inbox", document))]);
        var baseline = EditionStore.BaselineOf(session, "morning", date.PlusDays(-DaysCompared), date);
        var inputs = new EditionInputs
        {
            Entry = "morning",
            Date = date,
            Documents = [.. kept.Select(InputDocument.Of)],
            Sources = [],
            FrozenAt = now,
        };
        var record = EditionStore.Freeze(session, inputs, baseline, alwaysNew: false);
        var edition = CompareCost.Make(news, date, MemoryStore.Read(session, baseline));
        var json = EditionJson.Write(edition);
        var page = KeyValuePair.Create(Page, json);
        EditionContents.Keep(session, record, new MadeEdition(edition, json, now, new string('0', 64), new Dictionary<string, string>(), [page]));
    }

    // In place of the page that people read, of about its length.
    private const string Page = "mail.html";

    private static Instant InstantOf(LocalDate date) => date.At(new LocalTime(6, 0)).InUtc().ToInstant();

    private static List<LocalDate> WorkingDaysBefore(LocalDate end, int count)
    {
        var days = new List<LocalDate>();
        for (var day = end.PlusDays(-1); days.Count < count; day = day.PlusDays(-1))
        {
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                days.Add(day);
        }

        days.Reverse();
        return days;
    }
}
