using System.Text;
using Briefing.Core.Model;

namespace Briefing.Worker.Cli;

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
