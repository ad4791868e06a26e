using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Briefing.Core.Model;
using Briefing.Storage.Documents;
using NodaTime;

namespace Briefing.Storage.Editions;

/// <summary>
/// Editions by entry, day and version. What was frozen or made is never changed: another input or another outcome is another version.
/// </summary>
public static class EditionStore
{
    /// <param name="version">Null for the latest.</param>
    public static EditionRecord? Find(StorageSession session, string entry, LocalDate date, int? version = null) =>
        session.FirstOrDefault<EditionRow>(
            $"SELECT {EditionRow.Columns} FROM edition WHERE entry = @entry AND date = @date AND (@version IS NULL OR version = @version) ORDER BY version DESC LIMIT 1",
            new { entry, date = StoredText.Of(date), version })?.ToRecord();

    /// <summary>By its id; null when there is none.</summary>
    public static EditionRecord? Find(StorageSession session, long id) =>
        session.FirstOrDefault<EditionRow>($"SELECT {EditionRow.Columns} FROM edition WHERE id = @id", new { id })?.ToRecord();

    /// <summary>The newest first.</summary>
    public static ImmutableArray<EditionRecord> Latest(StorageSession session, int limit) =>
        [.. session.Query<EditionRow>($"SELECT {EditionRow.Columns} FROM edition ORDER BY date DESC, entry, version DESC LIMIT @limit", new { limit }).Select(row => row.ToRecord())];

    /// <summary>The entry's latest made edition; null when there is none.</summary>
    public static EditionRecord? Latest(StorageSession session, string entry) =>
        session.FirstOrDefault<EditionRow>(
            $"SELECT {EditionRow.Columns} FROM edition WHERE entry = @entry AND made_at IS NOT NULL ORDER BY date DESC, version DESC LIMIT 1", new { entry })?.ToRecord();

    /// <summary>The entry's last edition before a day; null when it is the first.</summary>
    public static EditionRecord? Before(StorageSession session, string entry, LocalDate date) =>
        session.FirstOrDefault<EditionRow>(
            $"SELECT {EditionRow.Columns} FROM edition WHERE entry = @entry AND date < @date ORDER BY date DESC, version DESC LIMIT 1",
            new { entry, date = StoredText.Of(date) })?.ToRecord();

    /// <summary>The entry's edition that is due at this instant; null when none was begun.</summary>
    public static EditionRecord? FindDue(StorageSession session, string entry, Instant dueAt) =>
        session.FirstOrDefault<EditionRow>(
            $"SELECT {EditionRow.Columns} FROM edition WHERE entry = @entry AND due_at = @dueAt ORDER BY version DESC LIMIT 1",
            new { entry, dueAt = StoredText.Of(dueAt) })?.ToRecord();

    /// <summary>The entry's editions of the schedule that are made and not yet both written to the output folder and on their way, in the order in which they are due.</summary>
    public static ImmutableArray<EditionRecord> ToHandOver(StorageSession session, string entry) =>
    [
        .. session.Query<EditionRow>(
            $"SELECT {EditionRow.Columns} FROM edition WHERE entry = @entry AND due_at IS NOT NULL AND (state = 'made' OR (made_at IS NOT NULL AND written_at IS NULL)) ORDER BY due_at",
            new { entry }).Select(row => row.ToRecord()),
    ];

    /// <summary>Moves a made edition on; never back.</summary>
    public static void Advance(StorageSession session, EditionRecord edition, EditionState state) =>
        session.Execute(
            "UPDATE edition SET state = @state WHERE id = @id AND made_at IS NOT NULL AND (state = 'made' OR @state = 'done')",
            new { id = edition.Id, state = EditionRow.TextOf(state) });

    /// <summary>Whether an edition of the schedule has been written to the output folder.</summary>
    public static bool IsWritten(StorageSession session, EditionRecord edition) =>
        session.FirstOrDefault<string>("SELECT written_at FROM edition WHERE id = @id", new { id = edition.Id }) is not null;

    public static void MarkWritten(StorageSession session, EditionRecord edition, Instant now) =>
        session.Execute("UPDATE edition SET written_at = @now WHERE id = @id", new { id = edition.Id, now = StoredText.Of(now) });

    /// <summary>
    /// Fixes an edition's inputs. Where the latest version has just these it is that version; where the latest was never made, that
    /// version with these; else the next.
    /// </summary>
    /// <param name="baseline">The earlier editions that it is compared with.</param>
    /// <param name="alwaysNew">Whether it is the next version in any case.</param>
    public static EditionRecord Freeze(StorageSession session, EditionInputs inputs, IReadOnlyCollection<long> baseline, bool alwaysNew)
    {
        var hash = HashOf(inputs, baseline);
        var latest = Find(session, inputs.Entry, inputs.Date);
        if (latest is not null && !alwaysNew && latest.InputsSha256 == hash)
            return latest;
        if (latest is { IsMade: false })
            Forget(session, latest.Id);

        var version = latest is null ? 1 : latest.IsMade ? latest.Version + 1 : latest.Version;
        return Insert(session, inputs, baseline, hash, version);
    }

    /// <summary>The latest made version of each day of the entry from <paramref name="since"/> until before <paramref name="before"/>, in order of date.</summary>
    public static ImmutableArray<long> BaselineOf(StorageSession session, string entry, LocalDate since, LocalDate before) =>
    [
        .. session.Query<long>(
            """
            SELECT id FROM edition AS one
            WHERE entry = @entry AND date >= @since AND date < @before AND made_at IS NOT NULL
              AND version = (SELECT max(version) FROM edition AS other WHERE other.entry = one.entry AND other.date = one.date AND other.made_at IS NOT NULL)
            ORDER BY date
            """,
            new { entry, since = StoredText.Of(since), before = StoredText.Of(before) }),
    ];

    /// <summary>The earlier editions that this one was frozen with, in order of date.</summary>
    public static ImmutableArray<long> BaselineOf(StorageSession session, EditionRecord edition) =>
    [
        .. session.Query<long>(
            "SELECT earlier FROM edition_baseline JOIN edition ON edition.id = earlier WHERE edition_baseline.edition = @id ORDER BY edition.date",
            new { id = edition.Id }),
    ];

    /// <param name="known">Documents at hand, by <see cref="InputDocument.Key"/>: their texts need not be read.</param>
    /// <exception cref="StorageException">Texts are no longer kept.</exception>
    public static FrozenInputs InputsOf(StorageSession session, EditionRecord edition, IReadOnlyDictionary<string, Document> known)
    {
        var documents = ImmutableArray.CreateBuilder<Document>();
        foreach (var row in session.Query<InputRow>(InputRow.Query, new { edition = edition.Id }))
        {
            var input = row.ToInput();
            var document = known.TryGetValue(input.Key, out var atHand) ? atHand with { ReadAt = input.ReadAt } : DocumentStore.Find(session, input.Id, input.ReadAt);
            documents.Add(document is null
                ? throw new StorageException($"the edition {edition} cannot be made again or proved: the text of {row.Name} is no longer kept (storage.keepDays in briefing.json)")
                : document with { Id = $"d{documents.Count + 1}" });
        }

        return new FrozenInputs(documents.ToImmutable(), SourcesOf(session, edition), BaselineOf(session, edition));
    }

    /// <summary>The stored documents that an edition was frozen with, without their texts.</summary>
    public static ImmutableArray<InputDocument> DocumentsOf(StorageSession session, EditionRecord edition) =>
    [
        .. session.Query<InputRow>(InputRow.Query, new { edition = edition.Id }).Select(row => row.ToInput()),
    ];

    public static ImmutableArray<EditionSource> SourcesOf(StorageSession session, EditionRecord edition) =>
        JsonSerializer.Deserialize(
            session.Single<string>("SELECT sources FROM edition WHERE id = @id", new { id = edition.Id }), StorageJson.Default.ImmutableArrayEditionSource);

    private static EditionRecord Insert(StorageSession session, EditionInputs inputs, IReadOnlyCollection<long> baseline, string hash, int version)
    {
        var id = session.Single<long>(
            """
            INSERT INTO edition (entry, date, version, state, late, window_from, window_to, due_at, inputs_sha256, sources, frozen_at)
            VALUES (@entry, @date, @version, @state, @late, @from, @to, @dueAt, @hash, @sources, @frozenAt) RETURNING id
            """,
            new
            {
                entry = inputs.Entry,
                date = StoredText.Of(inputs.Date),
                version,
                state = EditionRow.TextOf(EditionState.Frozen),
                late = inputs.Late ? 1 : 0,
                from = StoredText.Of(inputs.Window?.Start),
                to = StoredText.Of(inputs.Window?.End),
                dueAt = StoredText.Of(inputs.DueAt),
                hash,
                sources = JsonSerializer.Serialize(inputs.Sources, StorageJson.Default.ImmutableArrayEditionSource),
                frozenAt = StoredText.Of(inputs.FrozenAt),
            });
        session.ExecuteEach(
            "INSERT INTO edition_document (edition, position, document, read_at) VALUES (@id, @at, @document, @readAt)",
            inputs.Documents.Select((document, at) => new { id, at, document = document.Id, readAt = StoredText.Of(document.ReadAt) }));
        session.ExecuteEach("INSERT INTO edition_baseline (edition, earlier) VALUES (@id, @earlier)", baseline.Select(earlier => new { id, earlier }));
        return Find(session, inputs.Entry, inputs.Date, version)!;
    }

    // Only what was frozen and never made: nobody has seen it.
    private static void Forget(StorageSession session, long id)
    {
        session.Execute("UPDATE run SET edition = NULL WHERE edition = @id", new { id });
        session.Execute("DELETE FROM edition_document WHERE edition = @id", new { id });
        session.Execute("DELETE FROM edition_baseline WHERE edition = @id", new { id });
        session.Execute("DELETE FROM edition WHERE id = @id AND made_at IS NULL", new { id });
    }

    private static string HashOf(EditionInputs inputs, IEnumerable<long> baseline)
    {
        var text = new StringBuilder();
        foreach (var document in inputs.Documents)
            text.Append(document.Key).Append('\n');
        text.Append("compared with ").AppendJoin(' ', baseline);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
