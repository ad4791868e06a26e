using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage.Documents;
using NodaTime;

namespace Briefing.Storage.Editions;

/// <summary>What an edition is to be frozen with.</summary>
public sealed record EditionInputs
{
    public required string Entry { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>In the order of the edition's document ids.</summary>
    public required ImmutableArray<InputDocument> Documents { get; init; }

    /// <summary>How each source fared.</summary>
    public required ImmutableArray<EditionSource> Sources { get; init; }

    /// <summary>Null where the documents were given on the command line.</summary>
    public EditionWindow? Window { get; init; }

    /// <summary>When it is handed over; null for one made by hand.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Whether it is made after its time.</summary>
    public bool Late { get; init; }

    public required Instant FrozenAt { get; init; }
}

/// <param name="Id">The stored document's.</param>
/// <param name="Key">What tells it from others whatever database it is in: source, name and hash.</param>
/// <param name="ReadAt">The instant that undated articles in it count by.</param>
public readonly record struct InputDocument(long Id, string Key, Instant ReadAt)
{
    /// <summary>Source and name: another text under it is a later reading of the same thing.</summary>
    public string NameKey => Key[..Key.LastIndexOf('\t')];

    public static InputDocument Of(StoredDocument document) => new(document.Id, KeyOf(document.Source, document.Name, document.Sha256), document.ReadAt);

    public static string KeyOf(string source, string name, string sha256) => $"{source}\t{name}\t{sha256}";
}

/// <summary>An edition's inputs as they were frozen.</summary>
/// <param name="Documents">With the ids d1, d2, …</param>
/// <param name="Baseline">The ids of the earlier editions that it is compared with, in order of date.</param>
public sealed record FrozenInputs(ImmutableArray<Document> Documents, ImmutableArray<EditionSource> Sources, ImmutableArray<long> Baseline);

/// <summary>Which document an edition was frozen with, without its text.</summary>
internal sealed class InputRow
{
    public const string Query =
        """
        SELECT document.id, document.source, document.name, document.sha256, edition_document.read_at AS ReadAt
        FROM edition_document JOIN document ON document.id = edition_document.document
        WHERE edition_document.edition = @edition ORDER BY edition_document.position
        """;

    public required long Id { get; init; }
    public required string Source { get; init; }
    public required string Name { get; init; }
    public required string Sha256 { get; init; }
    public required string ReadAt { get; init; }

    public InputDocument ToInput() => InputDocument.Of(new Documents.StoredDocument(Id, Source, Name, Sha256, StoredText.InstantOf(ReadAt)));
}
