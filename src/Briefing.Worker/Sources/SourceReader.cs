using Briefing.Core.Model;
using Briefing.Storage.Documents;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Text;
using NodaTime;

namespace Briefing.Worker.Sources;

/// <summary>Reads every source, each on its own: what one cannot give is named and never stops the others.</summary>
/// <param name="now">When it is read.</param>
internal sealed class SourceReader(BriefingConfiguration configuration, Instant now)
{
    /// <summary>The configured sources, but for those that belong to a day outside the window.</summary>
    /// <param name="instantOf">The instant that stands for a day that a source says it is of.</param>
    /// <param name="isWanted">Whether what was read at such an instant is wanted.</param>
    public SourceReading ReadConfigured(Func<LocalDate, Instant> instantOf, Func<Instant, bool> isWanted)
    {
        var reading = new SourceReading();
        foreach (var source in configuration.Briefing.Sources)
        {
            Instant? day = source.AsOf is { } asOf ? instantOf(asOf) : null;
            if (day is null || isWanted(day.Value))
                Read(source.Id, configuration.PathOf(source.Path), day ?? now, reading);
        }

        return reading;
    }

    /// <summary>Files and folders given on the command line; each is a source of its own name.</summary>
    /// <param name="folder">Where relative paths start.</param>
    public SourceReading ReadGiven(IReadOnlyList<string> paths, string folder)
    {
        var reading = new SourceReading();
        foreach (var path in paths)
            Read(Path.TrimEndingDirectorySeparator(path) is var name && Path.GetFileName(name) is { Length: > 0 } last ? last : path, Path.GetFullPath(path, folder), now, reading);
        return reading;
    }

    private void Read(string id, string path, Instant readAt, SourceReading reading)
    {
        var folder = new FolderReader(readAt, configuration.Briefing.Limits.DocumentBytes);
        var read = folder.Read([path], firstDocument: reading.Documents.Count + 1);
        reading.Documents.AddRange(read.Documents.Select(document => new ReadDocument(id, document)));
        reading.Rejected.AddRange(read.Rejected);
        reading.Sources.Add(new EditionSource(id, StatusOf(read), DetailOf(read)));
    }

    private static string StatusOf(FolderReading read) =>
        read switch
        {
            { Documents.Count: 0, Rejected.Count: > 0 } => "failed",
            { Documents.Count: 0 } => "empty",
            _ => "ok",
        };

    private static string DetailOf(FolderReading read)
    {
        var documents = Phrases.Count(read.Documents.Count, "document", "documents");
        return read.Rejected.Count == 0
            ? documents
            : $"{documents}; not read: {string.Join("; ", read.Rejected.Select(rejected => $"{Path.GetFileName(rejected.Name)} {rejected.Reason}"))}";
    }
}

/// <summary>What all sources gave.</summary>
internal sealed class SourceReading
{
    public List<ReadDocument> Documents { get; } = [];

    public List<RejectedInput> Rejected { get; } = [];

    public List<EditionSource> Sources { get; } = [];
}
