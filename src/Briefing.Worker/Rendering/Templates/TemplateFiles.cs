using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Text;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>The texts of the templates by name, with "/" between folders.</summary>
internal static class TemplateFiles
{
    /// <summary>Those that the executable carries: always there, always sound.</summary>
    public static IReadOnlyDictionary<string, string> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The built-in ones, with the files of this folder in the place of those that have the same name.</summary>
    /// <exception cref="TemplateFaultException">The folder or a file in it cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var files = new Dictionary<string, string>(BuiltIn, StringComparer.Ordinal);
        foreach (var path in Guard(folder, () => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)))
        {
            if (Path.GetExtension(path) is not (".html" or ".txt" or ".css"))
                continue;
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            files[name] = Guard(name, () => File.ReadAllText(path).ReplaceLineEndings("\n"));
        }

        return files;
    }

    /// <summary>Which templates these are: SHA-256 of their names and texts, in ordinal order of the names.</summary>
    public static string HashOf(IReadOnlyDictionary<string, string> files)
    {
        var all = new StringBuilder();
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            all.Append(name).Append('\n').Append(text.Length).Append('\n').Append(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TemplateFaultException(name, line: 1, column: 1, $"It cannot be read: {fault.Message}", fault);
        }
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
