using Briefing.Core.Model;
using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Storage;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using Briefing.Storage.Runs;
using NodaTime;

namespace Briefing.Integration.Tests.Site;

public sealed class PackTests : IAsyncLifetime
{
    private static readonly LocalDate Date = new(2026, 3, 10);
    private static readonly byte[] Pdf = "%PDF-1.7 and the rest"u8.ToArray();

    private OpenSite _site = null!;

    public async Task InitializeAsync() => _site = await OpenSite.Start();

    [Fact]
    public async Task TheEditionsOwnPackIsSent()
    {
        var edition = Made(("mail.txt", [1]), ("pack.pdf", Pdf));

        using var response = await _site.Client.GetAsync(new Uri(_site.PathOf(LinkPurpose.Pack, edition.Id), UriKind.Relative));
        var page = await Page.Of(response);

        Assert.Equal(200, page.Status);
        Assert.Equal(Pdf, await response.Content.ReadAsByteArrayAsync());
        Assert.Contains("Content-Type: application/pdf", page.Headers, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: inline; filename=briefing-2026-03-10.pdf", page.Headers, StringComparison.Ordinal);
        Assert.Contains("X-Robots-Tag: noindex", page.Headers, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", page.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneThatIsNoLongerKeptIsGone()
    {
        var edition = Made(("pack.pdf", Pdf));
        _site.Database.Write(session => Retention.Apply(session, Date.PlusDays(1)));

        Assert.Equal((410, "This pack is no longer kept"), await Answer(edition.Id));
        Assert.Equal((404, "This link is not known"), await Answer(edition.Id + 1));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    private async Task<(int Status, string Heading)> Answer(long edition)
    {
        var page = await _site.Get(_site.PathOf(LinkPurpose.Pack, edition));
        return (page.Status, page.Heading);
    }

    private EditionRecord Made(params (string Name, byte[] Content)[] files) => _site.Database.Write(session =>
    {
        var at = Date.AtMidnight().InUtc().ToInstant();
        RunStore.Begin(session, "run", "morning", Date, at);
        var stored = DocumentStore.Keep(session, [SomeDocuments.Read("a.txt", "a text", at: at)]);
        var record = EditionStore.Freeze(
            session, new EditionInputs { Entry = "morning", Date = Date, Documents = [InputDocument.Of(stored[0])], Sources = [], FrozenAt = at }, baseline: [], alwaysNew: false);
        var edition = new Edition
        {
            Entry = "morning",
            Date = $"{Date:uuuu-MM-dd}",
            Title = "Daily Briefing",
            TimeZone = "Europe/London",
            GeneratedAt = "2026-03-10T06:20:00Z",
            Sections = [],
            Articles = [],
            Documents = [],
            Dropped = [],
            Sources = [],
        };
        EditionContents.Keep(session, record, new MadeEdition(edition, EditionJson.Write(edition), at, "templates", new Dictionary<string, string>(), [.. files.Select(file => KeyValuePair.Create(file.Name, file.Content))]));
        return record;
    });
}
