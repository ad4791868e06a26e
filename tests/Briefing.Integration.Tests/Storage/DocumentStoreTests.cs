using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Briefing.Integration.Tests.Storage;

public sealed class DocumentStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BriefingDatabase _database;

    public DocumentStoreTests() => _database = BriefingDatabase.Open(_folder.PathOf("briefing.db"));

    [Fact]
    public void TheSameTextUnderTheSameNameIsTheSameDocumentAndKeepsItsFirstInstant()
    {
        var first = Keep(SomeDocuments.Read("a.txt", "text"));

        var again = Keep(SomeDocuments.Read("a.txt", "text", at: SomeDocuments.ReadAt + Duration.FromHours(1)));

        Assert.Equal(first, again);
    }

    [Fact]
    public void AnotherTextUnderTheSameNameIsAnotherDocument()
    {
        var first = Keep(SomeDocuments.Read("a.txt", "text"));

        var corrected = Keep(SomeDocuments.Read("a.txt", "corrected text"));

        Assert.NotEqual(first.Id, corrected.Id);
    }

    [Fact]
    public void AWindowHasItsEndAndNotItsStart()
    {
        var window = new EditionWindow(SomeDocuments.ReadAt, SomeDocuments.ReadAt + Duration.FromHours(1));
        Keep(SomeDocuments.Read("at-start.txt", "one", at: window.Start));
        Keep(SomeDocuments.Read("within.txt", "two", at: window.Start + Duration.FromTicks(1)));
        Keep(SomeDocuments.Read("at-end.txt", "three", at: window.End));
        Keep(SomeDocuments.Read("after.txt", "four", at: window.End + Duration.FromTicks(1)));

        var found = _database.Read(session => DocumentStore.FirstRead(session, window.Start, window.End));

        Assert.Equal(["at-end.txt", "within.txt"], found.Select(document => document.Name));
    }

    [Fact]
    public void GivesBackWhatWasRead() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll<string, string, int>((text, title, number) =>
    {
        var whole = (text ?? "") + "\nthe end";
        var document = new Document
        {
            Id = "d1",
            Name = $"{number}.html",
            Url = "https://ledger.example/harbour",
            MediaType = "text/html",
            Text = whole,
            ReadAt = SomeDocuments.ReadAt,
            Layout = new PageLayout(
                [new PageBlock(new TextSpan(0, whole.Length), PageBlockRole.Heading, .25, 2)],
                new PageMetadata(Title: title, PublishedOn: new LocalDate(2026, 3, 9), PublishedAt: SomeDocuments.ReadAt)),
        };

        var kept = Keep(new ReadDocument("pages", document));
        var found = _database.Read(session => DocumentStore.Find(session, kept.Id, SomeDocuments.ReadAt))!;

        // Lone surrogates are no text; they do not come from the decoder.
        if (whole.Any(char.IsSurrogate))
            return;
        Assert.Equal(document.Text, found.Text);
        Assert.Equal((document.Name, document.Url, document.MediaType, document.ReadAt), (found.Name, found.Url, found.MediaType, found.ReadAt));
        Assert.Equal(document.Layout.Blocks.AsEnumerable(), found.Layout!.Blocks);
        Assert.Equal(document.Layout.Metadata.PublishedAt, found.Layout.Metadata.PublishedAt);
        Assert.Equal(document.Layout.Metadata.PublishedOn, found.Layout.Metadata.PublishedOn);
    }));

    public void Dispose() => _folder.Dispose();

    private StoredDocument Keep(ReadDocument document) => _database.Write(session => DocumentStore.Keep(session, [document])).Single();
}
