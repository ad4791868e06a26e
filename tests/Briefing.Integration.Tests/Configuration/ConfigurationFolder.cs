using Briefing.Worker.Configuration;

namespace Briefing.Integration.Tests.Configuration;

/// <summary>A folder with a briefing.json and a schedule.json of the test's own; gone when disposed.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    public const string SoundBriefing =
        """
        {
          "sources": [{ "id": "inbox", "kind": "folder", "path": "inbox" }],
          "topics": [{ "id": "sahel", "title": "Sahel", "terms": ["Mali", "Niger"] }],
        }
        """;

    public const string SoundSchedule = """{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London" }] }""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefing-configuration-");

    public ConfigurationFolder(string? briefing = SoundBriefing, string? schedule = SoundSchedule)
    {
        Write("briefing.json", briefing);
        Write("schedule.json", schedule);
    }

    public string Path => _folder.FullName;

    public string BriefingPath => System.IO.Path.Combine(_folder.FullName, "briefing.json");

    /// <summary>The faults as printed, without the folder.</summary>
    public IReadOnlyList<string> Faults() =>
        [.. BriefingConfiguration.Load(BriefingPath).Faults.Select(fault => fault.ToString().Replace(_folder.FullName + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="content">Null: the file is left out.</param>
    public void Write(string name, string? content)
    {
        if (content is not null)
            File.WriteAllText(System.IO.Path.Combine(_folder.FullName, name), content);
    }
}
