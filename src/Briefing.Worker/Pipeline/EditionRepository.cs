using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using Briefing.Storage.Runs;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering;
using Briefing.Worker.Sources;
using NodaTime;

namespace Briefing.Worker.Pipeline;

/// <summary>What a run of one entry puts into the database and takes out of it: each step one transaction.</summary>
internal sealed class EditionRepository(BriefingDatabase database, BriefingConfiguration configuration, string entry)
{
    private readonly Dictionary<string, Document> _atHand = new(StringComparer.Ordinal);
    private ImmutableArray<EditionSource>? _sources;

    /// <summary>Keeps what was read.</summary>
    public ImmutableArray<StoredDocument> Keep(SourceReading reading)
    {
        var kept = database.Write(session => DocumentStore.Keep(session, reading.Documents));
        _sources = [.. reading.Sources];
        foreach (var (document, read) in kept.Zip(reading.Documents))
            _atHand[InputDocument.Of(document).Key] = read.Document;
        return kept;
    }

    /// <summary>The documents first read within a window that no edition of another day has.</summary>
    public ImmutableArray<StoredDocument> FreeWithin(LocalDate date, EditionWindow window) => database.Read(session =>
    {
        var taken = DocumentStore.TakenByOtherDays(session, entry, date, window);
        return DocumentStore.FirstRead(session, window.Start, window.End).RemoveAll(document => taken.Contains(document.Id));
    });

    public EditionRecord? Find(LocalDate date) => database.Read(session => EditionStore.Find(session, entry, date));

    /// <summary>The last edition of an earlier day; null when there is none.</summary>
    public EditionRecord? Before(LocalDate date) => database.Read(session => EditionStore.Before(session, entry, date));

    /// <summary>What an edition was frozen with, for freezing another like it.</summary>
    public EditionInputs InputsLike(EditionRecord edition, Instant frozenAt) => database.Read(session => InputsLike(session, edition, frozenAt));

    /// <param name="like">The version whose earlier editions it is compared with; null for those of the days before it.</param>
    /// <param name="alwaysNew">Whether it is the next version in any case.</param>
    public EditionRecord Freeze(EditionInputs inputs, EditionRecord? like, bool alwaysNew) => database.Write(session =>
    {
        var baseline = like is null
            ? EditionStore.BaselineOf(session, entry, inputs.Date.PlusDays(-configuration.Briefing.Storage.CompareDays), inputs.Date)
            : EditionStore.BaselineOf(session, like);
        return EditionStore.Freeze(session, inputs, baseline, alwaysNew);
    });

    /// <summary>The next version, with the very inputs of this one.</summary>
    public EditionRecord FreezeLike(EditionRecord edition, Instant frozenAt) => database.Write(session =>
        EditionStore.Freeze(session, InputsLike(session, edition, frozenAt), EditionStore.BaselineOf(session, edition), alwaysNew: true));

    /// <exception cref="StorageException">Texts are no longer kept.</exception>
    public FrozenInputs InputsOf(EditionRecord edition) => database.Read(session => EditionStore.InputsOf(session, edition, _atHand));

    /// <summary>What earlier editions said, in order of date.</summary>
    public ImmutableArray<RememberedEdition> Remember(ImmutableArray<long> baseline) => database.Read(session => MemoryStore.Read(session, baseline));

    /// <param name="history">The entry's history with this edition made; null for one made by hand.</param>
    public void Keep(EditionRecord edition, MadeEdition made, EntryHistory? history) => database.Write(session =>
    {
        EditionContents.Keep(session, edition, made);
        if (history is not null)
            HistoryStore.Keep(session, entry, history, made.MadeAt);
    });

    /// <summary>How far the entry has come.</summary>
    public EntryHistory History() => database.Read(session => HistoryStore.Read(session, entry));

    public void Keep(EntryHistory history, Instant now) => database.Write(session => HistoryStore.Keep(session, entry, history, now));

    /// <summary>Freezes an edition of the schedule, together with the entry's history that has it begun.</summary>
    public EditionRecord Begin(EditionInputs inputs, EntryHistory history) => database.Write(session =>
    {
        var baseline = EditionStore.BaselineOf(session, entry, inputs.Date.PlusDays(-configuration.Briefing.Storage.CompareDays), inputs.Date);
        // A version of its own, also where one made by hand has the same inputs: that may lack files, and was made for another purpose.
        var record = EditionStore.Freeze(session, inputs, baseline, alwaysNew: true);
        HistoryStore.Keep(session, entry, history, inputs.FrozenAt);
        return record;
    });

    public EditionRecord? FindDue(Instant dueAt) => database.Read(session => EditionStore.FindDue(session, entry, dueAt));

    public ImmutableArray<EditionRecord> ToHandOver() => database.Read(session => EditionStore.ToHandOver(session, entry));

    /// <summary>How the sources fared when they were last read for this day's edition.</summary>
    public ImmutableArray<EditionSource> SourcesLastCollected(LocalDate date) =>
        database.Read(session => RunStore.SourcesOfLast(session, RunKind.Collect, entry, date)) ?? [];

    public bool HasCollected(LocalDate date) => database.Read(session => RunStore.HasFinished(session, RunKind.Collect, entry, date));

    /// <summary>A made edition with its texts and its files.</summary>
    public (Edition Edition, ImmutableArray<Document> Documents, IReadOnlyList<MadeFile> Files) WholeOf(EditionRecord edition) => database.Read(session => (
        EditionContents.Read(session, edition)!,
        EditionStore.InputsOf(session, edition, _atHand).Documents,
        (IReadOnlyList<MadeFile>)[.. EditionContents.FilesOf(session, edition).Select(file => new MadeFile(file.Key, file.Value))]));

    /// <summary>Whether its files lie in the output folder.</summary>
    public bool IsWritten(EditionRecord edition) => database.Read(session => EditionStore.IsWritten(session, edition));

    public void MarkWritten(EditionRecord edition, Instant now) => database.Write(session => EditionStore.MarkWritten(session, edition, now));

    /// <summary>Nothing more is to be done with it.</summary>
    public void End(EditionRecord edition) => database.Write(session => EditionStore.Advance(session, edition, EditionState.Done));

    /// <summary>Lets go of what is past its time.</summary>
    public void Tidy(LocalDate today) =>
        database.Write(session => Retention.Apply(session, today.PlusDays(-configuration.Briefing.Storage.KeepDays)));

    /// <returns>The run's id.</returns>
    public long Begin(string kind, LocalDate date, Instant now) => database.Write(session => RunStore.Begin(session, kind, entry, date, now));

    /// <param name="succeeded">Whether what the run is for was done.</param>
    /// <param name="made">Null when no edition was.</param>
    public void Finish(long run, bool succeeded, EditionRecord? made, Instant now, RunJournal journal) => database.Write(session => RunStore.Finish(
        session, run, new RunOutcome(made?.Id, now, succeeded, [.. journal.Stages], [.. journal.Faults]) { Sources = _sources }));

    private static EditionInputs InputsLike(StorageSession session, EditionRecord edition, Instant frozenAt) => new()
    {
        Entry = edition.Entry,
        Date = edition.Date,
        Documents = EditionStore.DocumentsOf(session, edition),
        Sources = EditionStore.SourcesOf(session, edition),
        Window = edition.Window,
        Late = edition.Late,
        FrozenAt = frozenAt,
    };
}
