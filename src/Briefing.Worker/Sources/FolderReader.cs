using Briefing.Core.Model;
using Briefing.Core.Reading;
using NodaTime;

namespace Briefing.Worker.Sources;

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

/// <summary>Lists what a folder holds. What cannot be listed is named, and the rest is listed all the same.</summary>
internal sealed class InputFolder
{
    // Deeper is a loop that was not seen as one.
    private const int Deepest = 32;

    private readonly List<InputFile> _files = [];

    // The folders on the way down, where links have led to.
    private readonly Stack<string> _way = new();

    private readonly Action<string, string> _reject;

    private InputFolder(Action<string, string> reject) => _reject = reject;

    /// <summary>Every file at or below a path, in ordinal order of their names; hidden files and folders are passed over.</summary>
    /// <param name="path">A folder, or a file, which may then be a pipe.</param>
    /// <param name="reject">Called with a path and why it is left out.</param>
    public static IReadOnlyList<InputFile> FilesAt(string path, Action<string, string> reject)
    {
        var listed = new InputFolder(reject);
        if (Directory.Exists(path))
            listed.List(new DirectoryInfo(path), prefix: "");
        else if (File.Exists(path))
            listed.Guard(new FileInfo(path), () => listed._files.Add(InputFile.Of(new FileInfo(path), Path.GetFileName(path))));
        else
            reject(path, "does not exist");
        listed._files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return listed._files;
    }

    private void List(DirectoryInfo folder, string prefix)
    {
        var place = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
        // A link back: what is there is being read.
        if (_way.Contains(place))
            return;
        if (_way.Count == Deepest)
        {
            _reject(folder.FullName, $"lies more than {Deepest} folders deep");
            return;
        }

        _way.Push(place);
        Guard(folder, () =>
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')).OrderBy(entry => entry.Name, StringComparer.Ordinal))
                Guard(entry, () => Take(entry, prefix + entry.Name));
        });
        _way.Pop();
    }

    private void Take(FileSystemInfo entry, string name)
    {
        if (entry is DirectoryInfo folder)
        {
            List(folder, name + "/");
            return;
        }

        var file = InputFile.Of((FileInfo)entry, name);
        // Pipes and devices have no bytes, and reading them might never end.
        if (file.Length == 0)
            _reject(file.Path, InputFile.WithoutBytes);
        else
            _files.Add(file);
    }

    private void Guard(FileSystemInfo entry, Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _reject(entry.FullName, fault.Message);
        }
    }
}

/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its path below the folder that was asked for, with "/".</param>
/// <param name="Length">In bytes; of a link, its target's.</param>
internal sealed record InputFile(string Path, string Name, long Length)
{
    /// <summary>Why a file of a folder is not read whose length is 0; reads on after its name.</summary>
    public const string WithoutBytes = "is empty, or no ordinary file";

    /// <exception cref="IOException">It is not there, or leads nowhere.</exception>
    public static InputFile Of(FileInfo file, string name) =>
        new(file.FullName, name, file.LinkTarget is null ? file.Length : ((FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!).Length);
}
