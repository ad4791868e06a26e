using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using NodaTime;

namespace Briefing.Storage.Editions;

/// <summary>What was made of an edition's inputs: edition.json and the files that people read.</summary>
public static class EditionContents
{
    /// <summary>What an edition says: SHA-256 of its edition.json but for version and instant.</summary>
    /// <param name="json">As <see cref="EditionJson.Write"/> gives it: version and instant stand before the first list.</param>
    /// <remarks>As if it were written with version 0 and an empty instant.</remarks>
    public static string HashOf(ReadOnlySpan<byte> json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new Utf8JsonReader(json);
        var done = 0;
        while (reader.Read() && !(reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.StartArray))
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                continue;
            var instead = reader.ValueTextEquals("version"u8) ? "0"u8 : reader.ValueTextEquals("generatedAt"u8) ? "\"\""u8 : default;
            if (instead.IsEmpty)
                continue;
            reader.Read();
            hash.AppendData(json[done..(int)reader.TokenStartIndex]);
            hash.AppendData(instead);
            done = (int)reader.BytesConsumed;
        }

        hash.AppendData(json[done..]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Keeps a made edition with its files, whole. A version that is made already stays as it is.</summary>
    public static void Keep(StorageSession session, EditionRecord record, MadeEdition made)
    {
        var changed = session.Execute(
            """
            UPDATE edition SET state = @state, made_at = @madeAt, templates_sha256 = @templates, content_sha256 = @hash, content = @content
            WHERE id = @id AND made_at IS NULL
            """,
            new
            {
                id = record.Id,
                state = EditionRow.TextOf(EditionState.Made),
                madeAt = StoredText.Of(made.MadeAt),
                templates = made.TemplatesSha256,
                hash = HashOf(made.Json),
                content = StoredText.Compress(made.Json),
            });
        if (changed == 0)
            return;
        session.Execute(
            "INSERT INTO template_set (sha256, content) VALUES (@sha256, @content) ON CONFLICT DO NOTHING",
            new { sha256 = made.TemplatesSha256, content = StoredText.Compress(JsonSerializer.SerializeToUtf8Bytes(made.Templates)) });
        MemoryStore.Keep(session, record.Id, EditionMemory.Of(made.Edition));
        foreach (var (name, content) in made.Files)
        {
            session.Execute(
                "INSERT INTO rendition (edition, name, content) VALUES (@id, @name, @content)",
                new { id = record.Id, name, content = StoredText.Compress(content) });
        }
    }

    /// <summary>The edition as it was made; null when it never was.</summary>
    public static Edition? Read(StorageSession session, EditionRecord record) =>
        session.FirstOrDefault<byte[]>("SELECT content FROM edition WHERE id = @id", new { id = record.Id }) is { } content
            ? EditionJson.Read(StoredText.Decompress(content))
            : null;

    /// <summary>The texts by name of the templates that the edition was made with; null where an older version of the program made it.</summary>
    public static IReadOnlyDictionary<string, string>? TemplatesOf(StorageSession session, EditionRecord record) =>
        session.FirstOrDefault<byte[]>("SELECT content FROM template_set WHERE sha256 = @TemplatesSha256", new { record.TemplatesSha256 }) is { } content
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(StoredText.Decompress(content))
            : null;

    /// <summary>All files made from the edition that are still kept, by name.</summary>
    public static ImmutableArray<KeyValuePair<string, byte[]>> FilesOf(StorageSession session, EditionRecord record) =>
    [
        .. session.Query<FileRow>("SELECT name, content FROM rendition WHERE edition = @id ORDER BY name", new { id = record.Id })
            .Select(row => KeyValuePair.Create(row.Name, StoredText.Decompress(row.Content))),
    ];

    /// <summary>A file made from the edition; null when it was not made, or is no longer kept.</summary>
    public static byte[]? FileOf(StorageSession session, EditionRecord record, string name) =>
        session.FirstOrDefault<byte[]>("SELECT content FROM rendition WHERE edition = @id AND name = @name", new { id = record.Id, name }) is { } content
            ? StoredText.Decompress(content)
            : null;

    private sealed class FileRow
    {
        public required string Name { get; init; }
        public required byte[] Content { get; init; }
    }
}

/// <param name="Json">Its edition.json, written once for all who need it.</param>
/// <param name="TemplatesSha256">The hash of <paramref name="Templates"/>.</param>
/// <param name="Templates">The texts by name of the templates that <paramref name="Files"/> were made with.</param>
/// <param name="Files">By name: mail.html, mail.txt, pack.pdf.</param>
public sealed record MadeEdition(Edition Edition, byte[] Json, Instant MadeAt, string TemplatesSha256, IReadOnlyDictionary<string, string> Templates, ImmutableArray<KeyValuePair<string, byte[]>> Files);
