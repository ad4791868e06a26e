using System.Text;

namespace Briefing.Worker.Configuration;

/// <summary>One file: its options as far as they could be read, where everything stands, and what is wrong.</summary>
internal sealed class ConfigurationFile<T>
    where T : class
{
    private readonly List<ConfigurationFault> _faults = [];

    public ConfigurationFile(FileText file, string name)
    {
        Name = name;
        if (file.Text is not { } text)
        {
            Report(new FilePosition(1, 1), file.Fault!);
            return;
        }

        Root = ConfigurationParser.Parse(text, Report);
        if (Root is not null)
            Options = new OptionsBinder(Report).Bind<T>(Root);
    }

    public string Name { get; }

    public ConfigurationNode? Root { get; }

    /// <summary>Null where the file could not be parsed; where it has faults, only partly filled.</summary>
    public T? Options { get; }

    public IEnumerable<ConfigurationFault> Faults => _faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column);

    public void Report(FilePosition position, string message) =>
        _faults.Add(new ConfigurationFault(Name, position.Line, position.Column, message));

    public void ReportAt(object[] steps, string message) => Report(PositionOf(steps), message);

    /// <summary>Where the value stands that the steps lead to, or as near to it as the file goes.</summary>
    public FilePosition PositionOf(object[] steps)
    {
        for (var length = steps.Length; length >= 0; length--)
        {
            if (Root?.Find(steps.AsSpan(0, length)) is { } node)
                return node.Position;
        }

        return new FilePosition(1, 1);
    }
}

internal static class ConfigurationFile
{
    /// <summary>Faults name the file relative to the current folder where it lies in it.</summary>
    /// <param name="currentFolder">Null: they name its full path.</param>
    public static ConfigurationFile<T> Read<T>(string path, string? currentFolder)
        where T : class =>
        new(FileText.Read(path), NameOf(path, currentFolder));

    /// <summary>The path, relative to the current folder where it lies in it.</summary>
    public static string NameOf(string path, string? currentFolder)
    {
        if (currentFolder is null)
            return path;
        var relative = Path.GetRelativePath(currentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}

/// <summary>A file's text, or why there is none.</summary>
/// <param name="Text">Null exactly when there is a fault.</param>
/// <param name="Fault">A sentence.</param>
internal readonly record struct FileText(string? Text, string? Fault)
{
    public static FileText Read(string path)
    {
        try
        {
            return new FileText(File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)), null);
        }
        catch (DecoderFallbackException)
        {
            return new FileText(null, "The file is not UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileText(null, File.Exists(path) ? "The file cannot be read." : "The file is missing.");
        }
    }
}

/// <summary>One thing wrong with a configuration file, in words for the person who wrote it.</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Column">Characters, counts from 1.</param>
internal sealed record ConfigurationFault(string File, int Line, int Column, string Message)
{
    /// <summary>As compilers print it, so that editors jump there.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>Where a value begins in its file; both count from 1.</summary>
internal readonly record struct FilePosition(int Line, int Column);
