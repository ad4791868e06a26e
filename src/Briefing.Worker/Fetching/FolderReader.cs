using Briefing.Core.Sources;
using NodaTime;

namespace Briefing.Worker.Fetching;

/// <summary>Reads files and folders into documents. One bad file never stops the rest.</summary>
/// <param name="maximumBytes">A larger file is rejected.</param>
internal sealed class FolderReader(IClock clock, long maximumBytes)
{
    /// <summary>Every readable file below the paths, in ordinal order of their paths; hidden files and folders are passed over.</summary>
    public ReadResult Read(IEnumerable<string> paths)
    {
        var documents = new List<Document>();
        var rejected = new List<RejectedInput>();
        foreach (var path in paths)
        {
            var files = FilesBelow(path, rejected);
            foreach (var file in files)
                Read(file, documents, rejected);
        }

        return new ReadResult(documents, rejected);
    }

    private void Read(InputFile file, List<Document> documents, List<RejectedInput> rejected)
    {
        try
        {
            var length = new FileInfo(file.Path).Length;
            if (length > maximumBytes)
            {
                rejected.Add(new RejectedInput(file.Path, $"has {length:N0} bytes; at most {maximumBytes:N0} are read"));
                return;
            }

            var bytes = File.ReadAllBytes(file.Path);
            var reading = DocumentReader.Read(bytes, $"d{documents.Count + 1}", file.Name, url: null, contentType: null, clock.GetCurrentInstant());
            documents.Add(reading);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            rejected.Add(new RejectedInput(file.Path, fault.Message));
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

    private readonly record struct InputFile(string Path, string Name);
}

internal sealed record ReadResult(IReadOnlyList<Document> Documents, IReadOnlyList<RejectedInput> Rejected);

/// <param name="Reason">Reads on after the name: "has 9,000,000 bytes; …".</param>
internal sealed record RejectedInput(string Name, string Reason);
