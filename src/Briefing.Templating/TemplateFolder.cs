using System.Collections.Concurrent;

namespace Briefing.Templating;

/// <summary>Templates in a folder and the folders below it; each file is read and parsed once.</summary>
public sealed class TemplateFolder(string root) : ITemplateLoader
{
    private readonly string _root = Path.GetFullPath(root) + Path.DirectorySeparatorChar;
    private readonly ConcurrentDictionary<string, Template?> _templates = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <remarks>Names outside the folder are not found.</remarks>
    public Template? Load(string name) => _templates.GetOrAdd(name, Read);

    private Template? Read(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_root, name));
        return path.StartsWith(_root, StringComparison.Ordinal) && File.Exists(path) ? Template.Parse(File.ReadAllText(path), path) : null;
    }
}
