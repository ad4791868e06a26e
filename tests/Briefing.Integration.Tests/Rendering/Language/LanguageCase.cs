using Xunit.Abstractions;

namespace Briefing.Integration.Tests.Rendering.Language;

/// <summary>A template and what it prints, or the fault that it ends with.</summary>
public sealed class LanguageCase : IXunitSerializable
{
    public string File { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Template { get; private set; } = "";
    public string Expected { get; private set; } = "";

    /// <summary>
    /// Reads the cases of a file: a line "=== name", the template, a line "---", the output. A middle dot stands for a
    /// space that would not be seen otherwise; an output "! (line,column) text" is a fault.
    /// </summary>
    public static IEnumerable<LanguageCase> Read(string path)
    {
        foreach (var part in System.IO.File.ReadAllText(path).Split("=== ").Skip(1))
        {
            var nameEnd = part.IndexOf('\n', StringComparison.Ordinal);
            var name = part[..nameEnd];
            var sides = part[(nameEnd + 1)..].Split("\n---\n");
            if (sides.Length != 2)
                throw new InvalidDataException($"{path}: {name} has no template and output");
            yield return new LanguageCase
            {
                File = Path.GetFileNameWithoutExtension(path),
                Name = name,
                Template = Seen(sides[0]),
                Expected = Seen(sides[1]).TrimEnd('\n'),
            };
        }
    }

    /// <summary>Every case of every file that lies beside the tests.</summary>
    public static IEnumerable<LanguageCase> ReadAll() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Rendering", "Language", "Cases"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Read);

    public void Deserialize(IXunitSerializationInfo info)
    {
        File = info.GetValue<string>(nameof(File));
        Name = info.GetValue<string>(nameof(Name));
        Template = info.GetValue<string>(nameof(Template));
        Expected = info.GetValue<string>(nameof(Expected));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Template), Template);
        info.AddValue(nameof(Expected), Expected);
    }

    public override string ToString() => $"{File}: {Name}";

    private static string Seen(string text) => text.Replace('·', ' ');
}
