using System.Collections.Immutable;
using Briefing.Core;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Printing;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;
using NodaTime;

namespace Briefing.Worker.Pipeline;

/// <summary>Makes an edition of inputs that are frozen, renders it, and keeps both. Begun again after a crash, it comes out the same.</summary>
internal sealed class EditionMaker(BriefingConfiguration configuration, EditionRepository ledger, IClock clock, RunJournal journal)
{
    /// <param name="whenMade">The entry's history with this edition made, kept together with it; null for one made by hand.</param>
    public async Task<EditionAsMade> Make(EntryOptions entry, EditionRecord frozen, IReadOnlySet<string> formats, EntryHistory? whenMade, CancellationToken cancellation)
    {
        var record = frozen;
        var inputs = ledger.InputsOf(record);
        var edition = Quarantine.MakeEdition(PlanOf(entry, record, inputs), inputs.Documents, ledger.Remember(inputs.Baseline), journal.Done, ReportIsolated);
        var json = EditionJson.Write(edition);
        if (record.IsMade && record.ContentSha256 != EditionContents.HashOf(json))
        {
            // Of the same inputs by another configuration: what was made stays as it is, and this is the next version.
            record = ledger.FreezeLike(record, clock.GetCurrentInstant());
            edition = edition with { Version = record.Version };
            json = EditionJson.Write(edition);
        }

        var (made, templates) = await Render(edition, formats, cancellation);
        var files = made.Files.Where(IsKept).Select(file => KeyValuePair.Create(file.Name, file.Content));
        ledger.Keep(record, new MadeEdition(edition, json, clock.GetCurrentInstant(), TemplateFiles.HashOf(templates), templates, [.. files]), whenMade);
        ledger.Tidy(clock.GetCurrentInstant().InUtc().Date);
        return new EditionAsMade(record, edition, json, inputs.Documents, made.Files);
    }

    private void ReportIsolated(Document document, Exception brought) => journal.Fault(
        $"{document.Name} is left out: a mistake in the program shows with it ({brought.GetType().Name}); please report it with the file");

    // The message is composed for each reader; edition.json is kept as such.
    private static bool IsKept(MadeFile file) => file.Name != EditionFiles.Message;

    private async Task<(MadeFiles Made, IReadOnlyDictionary<string, string> Templates)> Render(Edition edition, IReadOnlySet<string> formats, CancellationToken cancellation)
    {
        var templates = ActiveTemplates.Load(configuration);
        await using var printer = PdfPrinters.Create(configuration.Briefing.Print);
        var made = await new EditionFiles(new EditionRenderer(templates), printer).Make(edition, formats, cancellation);
        foreach (var fault in made.Faults)
            journal.Fault(fault);
        journal.Done(new Stage("render", edition.Sections.Sum(section => section.Stories.Length), made.Files.Count, "files"));
        return (made, templates.Used);
    }

    private EditionPlan PlanOf(EntryOptions entry, EditionRecord record, FrozenInputs inputs) => new()
    {
        Entry = record.Entry,
        Date = record.Date,
        Version = record.Version,
        Late = record.Late,
        Title = entry.Title ?? configuration.Briefing.Title,
        Marking = configuration.Briefing.Marking,
        TimeZone = entry.TimeZone,
        Language = configuration.Briefing.Language,
        GeneratedAt = clock.GetCurrentInstant(),
        Topics = configuration.TopicsOf(entry),
        AlsoReported = configuration.Briefing.AlsoReported,
        StoriesPerSection = configuration.Briefing.Limits.StoriesPerSection,
        ClaimsPerStory = configuration.Briefing.Limits.ClaimsPerStory,
        Sources = inputs.Sources,
    };
}

/// <param name="Json">Its edition.json.</param>
/// <param name="Documents">With the ids that the edition calls them by.</param>
internal sealed record EditionAsMade(EditionRecord Record, Edition Edition, byte[] Json, ImmutableArray<Document> Documents, IReadOnlyList<MadeFile> Files);
