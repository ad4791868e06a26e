using System.Collections.ObjectModel;

namespace Briefing.Worker.Rendering;

/// <summary>The texts of the templates by name, with "/" between folders.</summary>
internal static class TemplateFiles
{
    /// <summary>Those that the executable carries: always there, always sound.</summary>
    public static IReadOnlyDictionary<string, string> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The built-in ones, with the files of this folder in the place of those that have the same name.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var files = new Dictionary<string, string>(BuiltIn, StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(path) is ".html" or ".txt" or ".css")
                files[Path.GetRelativePath(folder, path).Replace('\\', '/')] = File.ReadAllText(path).ReplaceLineEndings("\n");
        }

        return files;
    }

    private static ReadOnlyDictionary<string, string> ReadBuiltIn()
    {
        const string prefix = "templates/";
        var assembly = typeof(TemplateFiles).Assembly;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(name[prefix.Length..].Replace('\\', '/'), reader.ReadToEnd().ReplaceLineEndings("\n"));
        }

        return files.AsReadOnly();
    }
}
