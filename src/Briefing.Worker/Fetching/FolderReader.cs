using Briefing.Core.Sources;
using NodaTime;

namespace Briefing.Worker.Fetching;

/// <summary>Reads files and folders into documents. One bad file never stops the rest.</summary>
/// <param name="readAt">When the documents count as read.</param>
/// <param name="mostBytes">A larger file is rejected.</param>
internal sealed class FolderReader(Instant readAt, long mostBytes)
{
    /// <summary>Every readable file below the paths, in ordinal order of their names; hidden files and folders are passed over.</summary>
    /// <param name="firstDocument">The number of the first document's id.</param>
    public FolderReading Read(IEnumerable<string> paths, int firstDocument)
    {
        var documents = new List<Document>();
        var rejected = new List<RejectedInput>();
        foreach (var file in paths.SelectMany(path => FilesBelow(path, rejected)))
        {
            if (Read(file, $"d{firstDocument + documents.Count}", rejected) is { } document)
                documents.Add(document);
        }

        return new FolderReading(documents, rejected);
    }

    private Document? Read(InputFile file, string id, List<RejectedInput> rejected)
    {
        try
        {
            var length = new FileInfo(file.Path).Length;
            if (length > mostBytes)
            {
                rejected.Add(new RejectedInput(file.Path, $"has {length} bytes; at most {mostBytes} are read"));
                return null;
            }

            if (DocumentReader.TryRead(File.ReadAllBytes(file.Path), id, file.Name, url: null, contentType: null, readAt, out var document, out var rejection))
                return document;
            rejected.Add(new RejectedInput(file.Path, $"was not read: {rejection}"));
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            rejected.Add(new RejectedInput(file.Path, fault.Message));
            return null;
        }
    }

    private static List<InputFile> FilesBelow(string path, List<RejectedInput> rejected)
    {
        if (File.Exists(path))
            return [new InputFile(path, Path.GetFileName(path))];
        if (!Directory.Exists(path))
        {
            rejected.Add(new RejectedInput(path, "does not exist"));
            return [];
        }

        try
        {
            return
            [
                .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Select(file => new InputFile(file, Path.GetRelativePath(path, file).Replace('\\', '/')))
                    .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
                    .OrderBy(file => file.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            rejected.Add(new RejectedInput(path, fault.Message));
            return [];
        }
    }

    private sealed record InputFile(string Path, string Name);
}

internal sealed record FolderReading(IReadOnlyList<Document> Documents, IReadOnlyList<RejectedInput> Rejected);

/// <param name="Reason">Reads on after the name: "has 9000000 bytes; …".</param>
internal sealed record RejectedInput(string Name, string Reason);
