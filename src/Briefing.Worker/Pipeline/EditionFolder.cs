using System.Text;
using Briefing.Core.Model;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Pipeline;

/// <summary>An edition as files: its sources' texts, what is rendered from it, and edition.json.</summary>
/// <param name="path">The folder.</param>
/// <param name="shownAs">The folder as it stands in the paths that are returned; by default <paramref name="path"/>.</param>
internal sealed class EditionFolder(string path, string? shownAs = null)
{
    private const string EditionName = "edition.json";

    /// <summary>
    /// Puts an edition in the place of what an earlier run has left here. edition.json goes first and comes last: where it stands,
    /// all of its edition stands beside it.
    /// </summary>
    /// <param name="json">edition.json.</param>
    /// <returns>The paths of edition.json and the files.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public IReadOnlyList<string> Replace(byte[] json, IReadOnlyCollection<Document> documents, IReadOnlyList<MadeFile> files)
    {
        Directory.CreateDirectory(path);
        var editionPath = Path.Combine(path, EditionName);
        // Texts are removed only where an edition says that they are an edition's.
        var hadEdition = File.Exists(editionPath);
        foreach (var name in OutputFormats.FileNames)
            File.Delete(Path.Combine(path, name));

        var sources = new KeptSources(Path.Combine(path, KeptSources.FolderName));
        if (hadEdition)
            sources.RemoveAllBut(documents);
        sources.Keep(documents);
        var written = Add(files);
        AtomicFile.Write(editionPath, json);
        return [Path.Combine(shownAs ?? path, EditionName), .. written];
    }

    /// <summary>Writes files into the folder, each whole, over those of the same name.</summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public IReadOnlyList<string> Add(IReadOnlyList<MadeFile> files)
    {
        Directory.CreateDirectory(path);
        var paths = new List<string>(files.Count);
        foreach (var file in files)
        {
            AtomicFile.Write(Path.Combine(path, file.Name), file.Content);
            paths.Add(Path.Combine(shownAs ?? path, file.Name));
        }

        return paths;
    }
}

/// <summary>The documents' decoded texts, kept as files beside an edition: what its claims are proved against.</summary>
internal sealed class KeptSources(string folder)
{
    public const string FolderName = "sources";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Keep(IReadOnlyCollection<Document> documents)
    {
        Directory.CreateDirectory(folder);
        foreach (var document in documents)
            File.WriteAllBytes(PathOf(document.Id), Utf8.GetBytes(document.Text));
    }

    /// <summary>Removes the texts that an earlier edition in the same place has left.</summary>
    public void RemoveAllBut(IReadOnlyCollection<Document> documents)
    {
        if (!Directory.Exists(folder))
            return;
        var kept = documents.Select(document => PathOf(document.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var stale in Directory.EnumerateFiles(folder, "d*.txt").Where(path => !kept.Contains(path)).ToList())
            File.Delete(stale);
    }

    /// <summary>Null when the text is not there.</summary>
    public string? TextOf(EditionDocument document)
    {
        // Not ReadAllText: it would take a leading U+FEFF of the text for a byte-order mark and lose it.
        var path = PathOf(document.Id);
        return File.Exists(path) ? Utf8.GetString(File.ReadAllBytes(path)) : null;
    }

    // Ids are d1, d2, …; anything else could lead out of the folder.
    private string PathOf(string id) =>
        id.Length > 0 && id.All(char.IsAsciiLetterOrDigit)
            ? Path.Combine(folder, id + ".txt")
            : throw new InvalidDataException($"\"{id}\" is no document id.");
}

/// <summary>Files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, then puts it in its place: a reader, or a crash, never sees half of it.</summary>
    public static void Write(string path, byte[] content)
    {
        var partial = path + ".partial";
        File.WriteAllBytes(partial, content);
        File.Move(partial, path, overwrite: true);
    }
}
