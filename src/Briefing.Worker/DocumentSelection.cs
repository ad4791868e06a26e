using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Storage.Documents;
using Briefing.Worker.Rendering;

namespace Briefing.Worker;

/// <summary>Which of the stored documents an edition has, and how its sources fared.</summary>
/// <param name="Documents">In the order of the sources, then of names.</param>
internal sealed record DocumentSelection(ImmutableArray<StoredDocument> Documents, ImmutableArray<EditionSource> Sources)
{
    /// <summary>Of what is free for the edition: of each name the text read last. A source tells how many of its documents are here.</summary>
    public static DocumentSelection Of(ImmutableArray<StoredDocument> free, IReadOnlyList<EditionSource> sources)
    {
        var order = sources.Index().ToDictionary(source => source.Item.Id, source => source.Index, StringComparer.Ordinal);
        var newest = free
            .GroupBy(document => (document.Source, document.Name))
            .Select(same => same.MaxBy(document => (document.ReadAt, document.Id))!)
            .OrderBy(document => order.GetValueOrDefault(document.Source, int.MaxValue))
            .ThenBy(document => document.Source, StringComparer.Ordinal)
            .ThenBy(document => document.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        return new DocumentSelection(newest, [.. sources.Select(source => Told(source, newest.Count(document => document.Source == source.Id)))]);
    }

    // "ok" means that something of the source is here.
    private static EditionSource Told(EditionSource source, int count)
    {
        if (source.Status == "failed" || source.Detail == CountOf(count))
            return source;
        return count == 0
            ? source with { Status = "empty", Detail = source.Status == "empty" ? source.Detail : $"nothing new; read: {source.Detail}" }
            : source with { Status = "ok", Detail = $"{CountOf(count)} of this edition; read: {source.Detail}" };
    }

    private static string CountOf(int count) => Wording.Count(count, "document", "documents");
}
