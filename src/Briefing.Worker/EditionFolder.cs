using Briefing.Core.Model;
using Briefing.Worker.Cli;
using Briefing.Worker.Rendering;

namespace Briefing.Worker;

/// <summary>An edition as files: its sources' texts, what is rendered from it, and edition.json.</summary>
internal sealed class EditionFolder(string path)
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
        WholeFile.Write(editionPath, json);
        return [editionPath, .. written];
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
            paths.Add(Path.Combine(path, file.Name));
            WholeFile.Write(paths[^1], file.Content);
        }

        return paths;
    }
}
