using System.Collections.Frozen;
using System.Text;

namespace Briefing.Core.Text;

/// <summary>
/// Word lists kept as data files beside the code (Text/Lexicon/, UTF-8, in the assembly). Words are separated by blanks or line
/// ends; a line that starts with "# " is a comment; a line "[name]" begins a named section. Read once, by whoever needs the list.
/// </summary>
internal static class Lexicon
{
    private static readonly char[] Separators = [' ', '\n', '\r', '\t'];

    /// <summary>A file, or one of its sections, as it stands, but for comments and empty lines.</summary>
    /// <exception cref="ArgumentException">There is no such file or section.</exception>
    public static string Text(string file, string? section = null) => string.Join('\n', Lines(file, section));

    /// <summary>The words of a file, or of one of its sections, in the file's order.</summary>
    /// <exception cref="ArgumentException">There is no such file or section.</exception>
    public static string[] Words(string file, string? section = null) =>
        Text(file, section).Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc cref="Words"/>
    public static FrozenSet<string> Set(string file, string? section = null) => Words(file, section).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The lines of a file, or of one of its sections, without comments and empty lines.</summary>
    /// <exception cref="ArgumentException">There is no such file or section.</exception>
    public static List<string> Lines(string file, string? section = null)
    {
        var lines = new List<string>();
        var (isInside, isKnown) = (section is null, section is null);
        foreach (var line in AllLines(file))
        {
            if (line is ['[', .. var name, ']'])
            {
                isInside = section is null || name == section;
                isKnown |= isInside;
            }
            else if (isInside)
            {
                lines.Add(line);
            }
        }

        return isKnown ? lines : throw new ArgumentException($"The word list {file} has no section [{section}].", nameof(section));
    }

    /// <summary>The sections of a file in its order.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static List<(string Name, List<string> Lines)> Sections(string file)
    {
        var sections = new List<(string Name, List<string> Lines)>();
        foreach (var line in AllLines(file))
        {
            if (line is ['[', .. var name, ']'])
                sections.Add((name, []));
            else if (sections.Count > 0)
                sections[^1].Lines.Add(line);
        }

        return sections;
    }

    private static IEnumerable<string> AllLines(string file)
    {
        using var reader = new StreamReader(Open(file), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }

    private static Stream Open(string file) =>
        typeof(Lexicon).Assembly.GetManifestResourceStream($"lexicon/{file}.txt") ?? throw new ArgumentException($"There is no word list {file}.", nameof(file));
}
