using Briefing.Core.Model;
using Briefing.Core.Reading;
using Briefing.Worker.Configuration;
using Briefing.Worker.Sources;
using NodaTime;

namespace Briefing.Worker.Cli.Checks;

/// <summary>A document to be explained, among those that its edition is made of.</summary>
/// <param name="All">The document and the others of its day, in the order in which an edition reads them.</param>
/// <param name="Unread">How many of the sources' other files could not be read.</param>
internal sealed record ExplainedDocument(Document Document, IReadOnlyList<Document> All, int Unread)
{
    /// <summary>
    /// Reads a file and the configured sources: those without a day of their own, and those of the day of the source that holds the
    /// file, or of the latest day for a file of no source.
    /// </summary>
    /// <param name="path">The full path.</param>
    /// <param name="name">What the file is called in the report where no source holds it.</param>
    /// <param name="fault">Why the file cannot be explained.</param>
    public static ExplainedDocument? Read(BriefingConfiguration configuration, string path, string name, Instant now, out string? fault)
    {
        var holder = configuration.Briefing.Sources.FirstOrDefault(source => Holds(configuration.PathOf(source.Path), path));
        var day = holder is null ? configuration.Briefing.Sources.Select(source => source.AsOf).Max() : holder.AsOf;
        var reading = new SourceReader(configuration, now).ReadConfigured(InstantOf, instant => day is { } wanted && instant == InstantOf(wanted));
        var own = reading.Documents.FirstOrDefault(read => read.Source == holder?.Id && FileOf(configuration, holder!, read.Document) == path).Document;
        var all = reading.Documents.ConvertAll(read => read.Document);
        var unread = reading.Rejected.Count(rejected => rejected.Name != path);
        if (own is not null)
        {
            fault = null;
            return new ExplainedDocument(own, all, unread);
        }

        var alone = ReadAlone(path, name, $"d{all.Count + 1}", out fault);
        return alone is null ? null : new ExplainedDocument(alone, [.. all, alone], unread);
    }

    private static Document? ReadAlone(string path, string name, string id, out string? fault)
    {
        try
        {
            var writtenAt = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path));
            return DocumentReader.TryRead(File.ReadAllBytes(path), id, name, url: null, contentType: null, writtenAt, out var document, out fault) ? document : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            fault = problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "it cannot be read";
            return null;
        }
    }

    private static Instant InstantOf(LocalDate day) => day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    private static bool Holds(string source, string path) =>
        path == source || path.StartsWith(Path.TrimEndingDirectorySeparator(source) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A source may be one file; then its document is called by the file's name alone.
    private static string FileOf(BriefingConfiguration configuration, SourceOptions source, Document document)
    {
        var path = configuration.PathOf(source.Path);
        return Directory.Exists(path) ? Path.GetFullPath(document.Name, path) : path;
    }
}
