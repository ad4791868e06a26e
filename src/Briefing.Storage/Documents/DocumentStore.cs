using System.Collections.Immutable;
using System.Text.Json;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Storage.Documents;

/// <summary>Everything that was read, once: the same text of the same source and name is the same document.</summary>
public static class DocumentStore
{
    /// <summary>Keeps what was read. What is known already stays as it is, with the instant it was first read.</summary>
    /// <returns>One for each, in the order given.</returns>
    public static ImmutableArray<StoredDocument> Keep(StorageSession session, IReadOnlyList<ReadDocument> documents)
    {
        var read = documents.Select(entry => (entry.Source, entry.Document, entry.Document.Sha256)).ToList();
        var known = session.Prepare(
            "SELECT id, read_at FROM document WHERE source = @source AND name = @name AND sha256 = @sha256", "@source", "@name", "@sha256");
        var kept = read.ConvertAll(entry => Find(known, entry.Source, entry.Document.Name, entry.Sha256));
        KeepTexts(session, read.Where((_, at) => kept[at] is null).Select(entry => (entry.Sha256, entry.Document.Text)));
        var adding = session.Prepare(
            """
            INSERT INTO document (source, name, url, media_type, sha256, layout, read_at)
            VALUES (@source, @name, @url, @mediaType, @sha256, @layout, @readAt) RETURNING id
            """,
            "@source", "@name", "@url", "@mediaType", "@sha256", "@layout", "@readAt");
        // The same may be given twice at once.
        var given = new HashSet<(string Source, string Name, string Sha256)>();
        for (var at = 0; at < read.Count; at++)
        {
            var (source, document, sha256) = read[at];
            kept[at] ??= (given.Add((source, document.Name, sha256)) ? null : Find(known, source, document.Name, sha256)) ?? Add(adding, source, document, sha256);
        }

        return [.. kept.Select(document => document!)];
    }

    /// <summary>Documents first read after <paramref name="from"/> and not after <paramref name="to"/>, in order of source, name and instant.</summary>
    /// <param name="from">Null: from the beginning.</param>
    public static ImmutableArray<StoredDocument> FirstRead(StorageSession session, Instant? from, Instant to) =>
    [
        .. session.Query<Row>(
            $"SELECT {Row.Columns} FROM document WHERE read_at > @from AND read_at <= @to ORDER BY source, name, read_at, id",
            new { from = StoredText.Of(from) ?? "", to = StoredText.Of(to) }).Select(row => row.ToDocument()),
    ];

    /// <summary>Of the documents first read within a window, those that an edition of the entry for another day was frozen with.</summary>
    public static ImmutableHashSet<long> TakenByOtherDays(StorageSession session, string entry, LocalDate date, EditionWindow window) =>
    [
        .. session.Query<long>(
            """
            SELECT DISTINCT document.id FROM document
              JOIN edition_document ON edition_document.document = document.id
              JOIN edition ON edition.id = edition_document.edition
            WHERE document.read_at > @start AND document.read_at <= @end AND edition.entry = @entry AND edition.date <> @date
            """,
            new { entry, date = StoredText.Of(date), start = StoredText.Of(window.Start), end = StoredText.Of(window.End) }),
    ];

    /// <summary>A document as it was read; null where its text is no longer kept.</summary>
    /// <param name="readAt">The instant that undated articles in it count by.</param>
    public static Document? Find(StorageSession session, long id, Instant readAt)
    {
        var row = session.Single<WholeRow>(
            """
            SELECT document.name, document.url, document.media_type AS MediaType, document.layout, text.content
            FROM document LEFT JOIN text ON text.sha256 = document.sha256 WHERE document.id = @id
            """,
            new { id });
        return row.Content is null ? null : row.ToDocument(row.Content, readAt);
    }

    /// <summary>The decoded text; null where it is no longer kept.</summary>
    public static string? TextOf(StorageSession session, string sha256) =>
        session.FirstOrDefault<byte[]>("SELECT content FROM text WHERE sha256 = @sha256", new { sha256 }) is { } content ? StoredText.TextOf(content) : null;

    private static void KeepTexts(StorageSession session, IEnumerable<(string Sha256, string Text)> texts)
    {
        var keeping = session.Prepare(
            "INSERT INTO text (sha256, content, characters) VALUES (@sha256, @content, @characters) ON CONFLICT (sha256) DO UPDATE SET content = excluded.content WHERE text.content IS NULL",
            "@sha256", "@content", "@characters");
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (sha256, text) in texts)
        {
            if (given.Add(sha256))
                keeping.Run(sha256, StoredText.Compress(text), text.Length).Dispose();
        }
    }

    private static StoredDocument? Find(PreparedStatement known, string source, string name, string sha256)
    {
        using var row = known.Run(source, name, sha256);
        return row.Read() ? new StoredDocument(row.GetInt64(0), source, name, sha256, StoredText.InstantOf(row.GetString(1))) : null;
    }

    private static StoredDocument Add(PreparedStatement adding, string source, Document document, string sha256)
    {
        var layout = document.Layout is { } known ? StoredText.Compress(JsonSerializer.SerializeToUtf8Bytes(StoredLayout.Of(known), StorageJson.Default.StoredLayout)) : null;
        using var row = adding.Run(source, document.Name, document.Url, document.MediaType, sha256, layout, StoredText.Of(document.ReadAt));
        row.Read();
        return new StoredDocument(row.GetInt64(0), source, document.Name, sha256, document.ReadAt);
    }

    private sealed class Row
    {
        public const string Columns = "id, source, name, sha256, read_at AS ReadAt";

        public required long Id { get; init; }
        public required string Source { get; init; }
        public required string Name { get; init; }
        public required string Sha256 { get; init; }
        public required string ReadAt { get; init; }

        public StoredDocument ToDocument() => new(Id, Source, Name, Sha256, StoredText.InstantOf(ReadAt));
    }

    private sealed class WholeRow
    {
        public required string Name { get; init; }
        public string? Url { get; init; }
        public required string MediaType { get; init; }
        public byte[]? Layout { get; init; }
        public byte[]? Content { get; init; }

        public Document ToDocument(byte[] content, Instant readAt) => new()
        {
            Id = "",
            Name = Name,
            Url = Url,
            MediaType = MediaType,
            Text = StoredText.TextOf(content),
            ReadAt = readAt,
            Layout = Layout is null ? null : JsonSerializer.Deserialize(StoredText.Decompress(Layout), StorageJson.Default.StoredLayout)!.ToLayout(),
        };
    }
}

/// <summary>A document that the database holds.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Name">Its name or address within the source.</param>
/// <param name="ReadAt">When it was first read.</param>
public sealed record StoredDocument(long Id, string Source, string Name, string Sha256, Instant ReadAt);

/// <summary>A document as a source gave it.</summary>
/// <param name="Source">The source's id.</param>
public readonly record struct ReadDocument(string Source, Document Document);

/// <summary>A page's layout as it is kept: the stored form is this one's, whatever becomes of the type it is made from.</summary>
internal sealed record StoredLayout(ImmutableArray<StoredBlock> Blocks, StoredMetadata Page)
{
    public static StoredLayout Of(PageLayout layout) => new(
        [.. layout.Blocks.Select(block => new StoredBlock(block.Span.Start, block.Span.End, block.Role.ToString(), block.LinkShare, block.HeadingLevel))],
        new StoredMetadata(
            layout.Metadata.Title,
            layout.Metadata.SiteName,
            layout.Metadata.Author,
            layout.Metadata.Url,
            layout.Metadata.Language,
            layout.Metadata.PublishedOn is { } day ? StoredText.Of(day) : null,
            StoredText.Of(layout.Metadata.PublishedAt)));

    public PageLayout ToLayout() => new(
        [.. Blocks.Select(block => new PageBlock(new TextSpan(block.Start, block.End), Enum.Parse<PageBlockRole>(block.Role), block.LinkShare, block.HeadingLevel))],
        new PageMetadata(
            Page.Title,
            Page.SiteName,
            Page.Author,
            Page.Url,
            Page.Language,
            Page.PublishedOn is { } day ? StoredText.DateOf(day) : null,
            Page.PublishedAt is { } instant ? StoredText.InstantOf(instant) : null));
}

internal sealed record StoredBlock(int Start, int End, string Role, double LinkShare, int HeadingLevel);

internal sealed record StoredMetadata(
    string? Title, string? SiteName, string? Author, string? Url, string? Language, string? PublishedOn, string? PublishedAt);
