using Briefing.Core.Model;
using Briefing.Core.Reading;
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
        foreach (var file in paths.SelectMany(path => InputFolder.FilesAt(path, (name, reason) => rejected.Add(new RejectedInput(name, reason)))))
        {
            if (Read(file, $"d{firstDocument + documents.Count}", rejected) is { } document)
                documents.Add(document);
        }

        return new FolderReading(documents, rejected);
    }

    private Document? Read(InputFile file, string id, List<RejectedInput> rejected)
    {
        if (file.Length > mostBytes)
        {
            rejected.Add(new RejectedInput(file.Path, $"has {file.Length} bytes; at most {mostBytes} are read"));
            return null;
        }

        try
        {
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
}

internal sealed record FolderReading(IReadOnlyList<Document> Documents, IReadOnlyList<RejectedInput> Rejected);

/// <param name="Reason">Reads on after the name: "has 9000000 bytes; …".</param>
internal sealed record RejectedInput(string Name, string Reason);
