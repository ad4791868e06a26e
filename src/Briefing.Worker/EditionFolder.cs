using Briefing.Core.Editions;
using Briefing.Core.Sources;
using Briefing.Worker.Cli;

namespace Briefing.Worker;

/// <summary>An edition as files: edition.json, its sources' texts beside it, and what is rendered from it.</summary>
internal sealed class EditionFolder(string path)
{
    private const string EditionName = "edition.json";

    /// <summary>Keeps the edition and what it is proved against. What an earlier run has rendered here is removed: it would be another edition's.</summary>
    /// <returns>The path of edition.json.</returns>
    public string Keep(Edition edition, IReadOnlyCollection<Document> documents)
    {
        Directory.CreateDirectory(path);
        foreach (var name in OutputFormats.FileNames.Where(name => name != EditionName))
            File.Delete(Path.Combine(path, name));
        new KeptSources(Path.Combine(path, KeptSources.FolderName)).Keep(documents);
        var file = Path.Combine(path, EditionName);
        WholeFile.Write(file, EditionJson.Write(edition));
        return file;
    }
}
