using System.Text.Json;
using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Storage.Editions;

/// <summary>How far each schedule entry has come.</summary>
public static class HistoryStore
{
    /// <summary>With nothing in it where the entry was never seen.</summary>
    public static EntryHistory Read(StorageSession session, string entry) =>
        session.FirstOrDefault<Row>(
            "SELECT known_since AS KnownSince, last_date AS LastDate, covered_until AS CoveredUntil, begun FROM entry_history WHERE entry = @entry",
            new { entry })?.ToHistory() ?? new EntryHistory();

    /// <param name="now">From now on the entry is known, if it was not.</param>
    public static void Keep(StorageSession session, string entry, EntryHistory history, Instant now) => session.Execute(
        """
        INSERT INTO entry_history (entry, known_since, last_date, covered_until, begun) VALUES (@entry, @knownSince, @lastDate, @coveredUntil, @begun)
        ON CONFLICT (entry) DO UPDATE SET known_since = coalesce(entry_history.known_since, excluded.known_since), last_date = excluded.last_date, covered_until = excluded.covered_until, begun = excluded.begun
        """,
        new
        {
            entry,
            knownSince = StoredText.Of(history.KnownSince ?? now),
            lastDate = history.LastDate is { } date ? StoredText.Of(date) : null,
            coveredUntil = StoredText.Of(history.CoveredUntil),
            begun = history.Begun is { } begun ? JsonSerializer.Serialize(StoredBegun.Of(begun), StorageJson.Default.StoredBegun) : null,
        });

    /// <summary>Entries that the schedule no longer has are not known any more: should one return, nothing is owed for the time between.</summary>
    public static void Retain(StorageSession session, IReadOnlyCollection<string> entries) =>
        session.Execute("UPDATE entry_history SET known_since = NULL WHERE entry NOT IN @entries", new { entries });

    private sealed class Row
    {
        public string? KnownSince { get; init; }
        public string? LastDate { get; init; }
        public string? CoveredUntil { get; init; }
        public string? Begun { get; init; }

        public EntryHistory ToHistory() => new()
        {
            KnownSince = KnownSince is null ? null : StoredText.InstantOf(KnownSince),
            LastDate = LastDate is null ? null : StoredText.DateOf(LastDate),
            CoveredUntil = CoveredUntil is null ? null : StoredText.InstantOf(CoveredUntil),
            Begun = Begun is null ? null : JsonSerializer.Deserialize(Begun, StorageJson.Default.StoredBegun)!.ToBegun(),
        };
    }
}

/// <summary>An edition that was begun, as it is kept.</summary>
internal sealed record StoredBegun(
    string Date, string DueAt, string CollectFrom, string CutOff, string FreezeAt, string CatchUpUntil, bool Shifted, string WindowStart, string WindowEnd, bool Late)
{
    public static StoredBegun Of(BegunEdition begun) => new(
        StoredText.Of(begun.Slot.Date),
        StoredText.Of(begun.Slot.DueAt),
        StoredText.Of(begun.Slot.CollectFrom),
        StoredText.Of(begun.Slot.CutOff),
        StoredText.Of(begun.Slot.FreezeAt),
        StoredText.Of(begun.Slot.CatchUpUntil),
        begun.Slot.Shifted,
        StoredText.Of(begun.Window.Start),
        StoredText.Of(begun.Window.End),
        begun.IsLate);

    public BegunEdition ToBegun() => new(
        new EditionSlot
        {
            Date = StoredText.DateOf(Date),
            DueAt = StoredText.InstantOf(DueAt),
            CollectFrom = StoredText.InstantOf(CollectFrom),
            CutOff = StoredText.InstantOf(CutOff),
            FreezeAt = StoredText.InstantOf(FreezeAt),
            CatchUpUntil = StoredText.InstantOf(CatchUpUntil),
            Shifted = Shifted,
        },
        new EditionWindow(StoredText.InstantOf(WindowStart), StoredText.InstantOf(WindowEnd)),
        Late);
}
