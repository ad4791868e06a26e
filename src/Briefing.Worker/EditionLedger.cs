using System.Collections.Immutable;
using Briefing.Core.Editions.Continuity;
using Briefing.Core.Scheduling;
using Briefing.Core.Sources;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using Briefing.Storage.Runs;
using Briefing.Worker.Configuration;
using Briefing.Worker.Fetching;
using NodaTime;

namespace Briefing.Worker;

/// <summary>What a run of one entry puts into the database and takes out of it: each step one transaction.</summary>
internal sealed class EditionLedger(BriefingDatabase database, BriefingConfiguration configuration, string entry)
{
    private readonly Dictionary<string, Document> _atHand = new(StringComparer.Ordinal);

    /// <summary>Keeps what was read.</summary>
    public ImmutableArray<StoredDocument> Keep(SourceReading reading)
    {
        var kept = database.Write(session => DocumentStore.Keep(session, reading.Documents));
        foreach (var (document, read) in kept.Zip(reading.Documents))
            _atHand[InputDocument.Of(document).Key] = read.Document;
        return kept;
    }

    /// <summary>The documents first read within a window that no edition of another day has.</summary>
    public ImmutableArray<StoredDocument> FreeWithin(LocalDate date, EditionWindow window) => database.Read(session =>
    {
        var taken = DocumentStore.TakenByOtherDays(session, entry, date);
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

    public void Keep(EditionRecord edition, MadeEdition made) => database.Write(session => EditionContents.Keep(session, edition, made));

    /// <returns>The run's id.</returns>
    public long Begin(string kind, LocalDate date, Instant now) => database.Write(session => RunStore.Begin(session, kind, entry, date, now));

    /// <param name="made">Null when no edition was.</param>
    public void Finish(long run, EditionRecord? made, Instant now, RunJournal journal) => database.Write(session => RunStore.Finish(
        session, run, new RunOutcome(made?.Id, now, made is not null, [.. journal.Stages], [.. journal.Faults])));

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
