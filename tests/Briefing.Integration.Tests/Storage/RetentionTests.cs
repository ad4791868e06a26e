using Briefing.Core.Model;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using Briefing.Storage.Runs;
using Briefing.Tests.Shared;
using NodaTime;

namespace Briefing.Integration.Tests.Storage;

public sealed class RetentionTests : IDisposable
{
    private static readonly LocalDate Old = new(2025, 1, 6);
    private static readonly LocalDate Recent = new(2026, 3, 9);
    private static readonly LocalDate Boundary = new(2026, 1, 1);

    private readonly TemporaryFolder _folder = new();
    private readonly BriefingDatabase _database;

    public RetentionTests() => _database = BriefingDatabase.Open(_folder.PathOf("briefing.db"));

    [Fact]
    public void TextsFilesAndRunsOfLongAgoGo()
    {
        var old = Make(Old, "old text");

        var removed = Apply();

        Assert.Equal(new Removed(Texts: 1, Files: 1, Runs: 1), removed);
        Assert.Null(_database.Read(session => DocumentStore.TextOf(session, DocumentHash.Of("old text"))));
        Assert.Null(_database.Read(session => EditionContents.FileOf(session, old, "mail.txt")));
    }

    [Fact]
    public void TemplatesGoWithTheLastEditionMadeWithThem()
    {
        var old = Make(Old, "old text");
        var recent = Make(Recent, "recent text");
        Apply();

        var (gone, kept) = _database.Read(session => (TemplatesOf(session, old), TemplatesOf(session, recent)));
        Assert.Null(gone);
        Assert.Equal("text", kept?["mail.txt"]);
    }

    [Fact]
    public void WhatEditionsSaidStays()
    {
        var old = Make(Old, "old text");
        Apply();

        Assert.NotNull(_database.Read(session => EditionContents.Read(session, old)));
    }

    [Fact]
    public void AnEditionWhoseTextsAreGoneSaysSoWhenItIsToBeMadeAgain()
    {
        var old = Make(Old, "old text");
        Apply();

        var fault = Assert.Throws<StorageException>(() =>
            _database.Read(session => EditionStore.InputsOf(session, old, new Dictionary<string, Document>())));

        Assert.Contains("no longer kept", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsRecentStays()
    {
        Make(Old, "old text");
        var recent = Make(Recent, "recent text");
        Apply();

        Assert.Equal("recent text", _database.Read(session => DocumentStore.TextOf(session, DocumentHash.Of("recent text"))));
        Assert.NotNull(_database.Read(session => EditionContents.FileOf(session, recent, "mail.txt")));
    }

    [Fact]
    public void ATextThatARecentEditionHasTooStays()
    {
        Make(Old, "the same text");
        Make(Recent, "the same text");
        Apply();

        Assert.NotNull(_database.Read(session => DocumentStore.TextOf(session, DocumentHash.Of("the same text"))));
    }

    [Fact]
    public void ATextThatIsReadAgainIsThereAgain()
    {
        Make(Old, "old text");
        Apply();

        Make(Recent, "old text");

        Assert.NotNull(_database.Read(session => DocumentStore.TextOf(session, DocumentHash.Of("old text"))));
    }

    public void Dispose() => _folder.Dispose();

    private Removed Apply()
    {
        var removed = default(Removed);
        _database.Write(session => removed = Retention.Apply(session, Boundary));
        return removed;
    }

    private EditionRecord Make(LocalDate date, string text)
    {
        var at = date.AtMidnight().InUtc().ToInstant();
        return _database.Write(session =>
        {
            var run = RunStore.Begin(session, "run", "morning", date, at);
            var stored = DocumentStore.Keep(session, [SomeDocuments.Read($"{date}.txt", text, at: at)]);
            var record = EditionStore.Freeze(
                session,
                new EditionInputs { Entry = "morning", Date = date, Documents = [InputDocument.Of(stored[0])], Sources = [], FrozenAt = at },
                baseline: [],
                alwaysNew: false);
            EditionContents.Keep(session, record, new MadeEdition(EditionOf(date), EditionJson.Write(EditionOf(date)), at, $"of {date}", new Dictionary<string, string> { ["mail.txt"] = "text" }, [KeyValuePair.Create("mail.txt", new byte[] { 1, 2, 3 })]));
            RunStore.Finish(session, run, new RunOutcome(record.Id, at, true, [], []));
            return record;
        });
    }

    private static Edition EditionOf(LocalDate date) => new()
    {
        Entry = "morning",
        Date = $"{date:uuuu-MM-dd}",
        Title = "Daily Briefing",
        TimeZone = "Europe/London",
        GeneratedAt = "2026-03-10T06:20:00Z",
        Sections = [],
        Articles = [],
        Documents = [],
        Dropped = [],
        Sources = [],
    };

    private static IReadOnlyDictionary<string, string>? TemplatesOf(StorageSession session, EditionRecord frozen) =>
        EditionContents.TemplatesOf(session, EditionStore.Find(session, frozen.Id)!);
}
