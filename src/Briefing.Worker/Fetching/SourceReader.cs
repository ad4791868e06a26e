using Briefing.Core.Editions;
using Briefing.Core.Sources;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Worker.Fetching;

/// <summary>Reads every source, each on its own: what one cannot give is named and never stops the others.</summary>
internal sealed class SourceReader(BriefingConfiguration configuration, IClock clock)
{
    /// <summary>The configured sources.</summary>
    public SourceReading ReadConfigured()
    {
        var reading = new SourceReading();
        foreach (var source in configuration.Briefing.Sources)
            Read(source.Id, [configuration.PathOf(source.Path)], reading);
        return reading;
    }

    /// <summary>Files and folders given on the command line; each is a source of its own name.</summary>
    public SourceReading ReadGiven(IReadOnlyList<string> paths)
    {
        var reading = new SourceReading();
        foreach (var path in paths)
            Read(Path.TrimEndingDirectorySeparator(path) is var name && Path.GetFileName(name) is { Length: > 0 } last ? last : path, [path], reading);
        return reading;
    }

    private void Read(string id, string[] paths, SourceReading reading)
    {
        var folder = new FolderReader(clock, configuration.Briefing.Limits.DocumentBytes);
        var read = folder.Read(paths, firstDocument: reading.Documents.Count + 1);
        reading.Documents.AddRange(read.Documents);
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
        var documents = read.Documents.Count == 1 ? "1 document" : $"{read.Documents.Count} documents";
        return read.Rejected.Count == 0
            ? documents
            : $"{documents}; not read: {string.Join("; ", read.Rejected.Select(rejected => $"{Path.GetFileName(rejected.Name)} {rejected.Reason}"))}";
    }
}

/// <summary>What all sources gave.</summary>
internal sealed class SourceReading
{
    public List<Document> Documents { get; } = [];

    public List<RejectedInput> Rejected { get; } = [];

    public List<EditionSource> Sources { get; } = [];
}
