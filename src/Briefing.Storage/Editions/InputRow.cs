namespace Briefing.Storage.Editions;

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
