using System.Text.Json;
using Briefing.Integration.Tests.Storage;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Scheduling;

/// <summary>A worker's configuration with an inbox of its own.</summary>
internal sealed class WorkerFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WorkerFolder()
    {
        _folder.Write("briefing.json", JsonSerializer.Serialize(new
        {
            // Nobody waits half a minute for a lock that a test holds.
            storage = new { busySeconds = 2 },
            sources = new[] { new { id = "inbox", kind = "folder", path = "inbox" } },
            topics = new[] { new { id = "harbours", title = "Harbours", terms = new[] { "harbour" } } },
        }));
        Directory.CreateDirectory(PathOf("inbox"));
    }

    public string BriefingPath => PathOf("briefing.json");

    public string PathOf(string name) => _folder.PathOf(name);

    public void Schedule(string entry) => _folder.Write("schedule.json", $$"""{ "entries": [ {{entry}} ] }""");

    /// <summary>Puts an article into the inbox.</summary>
    public void Drop(string name, string place, int figure) =>
        _folder.Write($"inbox/{name}.txt", SomeDocuments.Article($"Ships wait outside {place}", place, figure));

    public void Dispose() => _folder.Dispose();
}
