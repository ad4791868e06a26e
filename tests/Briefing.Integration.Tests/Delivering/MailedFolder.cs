using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Briefing.Integration.Tests.Cli;
using Briefing.Integration.Tests.Storage;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Delivering;

/// <summary>A configuration of the test's own with an inbox, a list of readers and no mail server, for commands to work on.</summary>
internal sealed class MailedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MailedFolder()
    {
        Configure(_ => { });
        Schedule("");
        Drop("one", "Port Sorrel", 14);
    }

    public string Out => _folder.PathOf("out");

    /// <summary>The messages in the pickup folder, by name.</summary>
    public string[] Mails => Directory.Exists(Path.Combine(Out, "mail")) ? [.. Directory.GetFiles(Path.Combine(Out, "mail"), "*.eml").Order(StringComparer.Ordinal)] : [];

    public string PathOf(string name) => _folder.PathOf(name);

    public void Configure(Action<JsonObject> change)
    {
        var briefing = new JsonObject
        {
            ["title"] = "Morning briefing",
            ["sources"] = new JsonArray(new JsonObject { ["id"] = "inbox", ["kind"] = "folder", ["path"] = "inbox" }),
            ["topics"] = new JsonArray(Topic("harbours", "Harbours", "harbour"), Topic("pilots", "Pilots", "pilots")),
            ["site"] = new JsonObject { ["address"] = "https://briefing.example.org" },
        };
        change(briefing);
        _folder.Write("briefing.json", briefing.ToJsonString());
    }

    /// <param name="more">Members besides, as JSON with a comma before them.</param>
    public void Schedule(string more) =>
        _folder.Write("schedule.json", $$"""{ "entries": [ { "name": "morning", "at": "06:30", "timeZone": "Europe/London", "formats": ["html", "txt"]{{more}} } ] }""");

    /// <summary>Has an edition due so soon.</summary>
    /// <param name="formats">As JSON.</param>
    public void DueIn(TimeSpan time, string formats = """["html", "txt"]""", string more = "")
    {
        var due = DateTime.UtcNow + time;
        _folder.Write("schedule.json", string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "entries": [ { "name": "morning", "cron": "{{due.Second}} {{due.Minute}} {{due.Hour}} * * ?", "timeZone": "UTC", "calendar": "daily", "cutOff": "1 min", "formats": {{formats}}{{more}} } ] }"""));
    }

    public void Drop(string name, string place, int figure) =>
        _folder.Write($"inbox/{name}.txt", SomeDocuments.Article($"Ships wait outside {place}", place, figure));

    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>How a command is run on this configuration as a process of its own.</summary>
    public ProcessStartInfo Start(params string[] arguments) =>
        BriefingProcess.Start([.. arguments, .. Options]);

    /// <summary>Runs a command on this configuration.</summary>
    public Task<BriefingProcess.Finished> Run(params string[] arguments) =>
        BriefingCommand.Run([.. arguments, .. Options]);

    public Task<BriefingProcess.Finished> Make(params string[] more) => Run(["run", "--date", "2026-03-10", "--input", _folder.PathOf("inbox"), "--out", Out, .. more]);

    public Task<BriefingProcess.Finished> Deliver(params string[] more) => Run(["deliver", "--date", "2026-03-10", "--out", Out, .. more]);

    public async Task Subscribe(params string[] rows)
    {
        var file = _folder.Write("readers.csv", "address,name,topics,pack,state\n" + string.Concat(rows.Select(row => row + "\n")));
        var imported = await Run("subscribers", "import", file);
        Assert.Equal(0, imported.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Options => ["--config", _folder.PathOf("briefing.json"), "--database", _folder.PathOf("data/briefing.db")];

    private static JsonObject Topic(string id, string title, string term) => new() { ["id"] = id, ["title"] = title, ["terms"] = new JsonArray(term) };
}
