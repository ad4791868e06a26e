using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Tests.Shared;
using Briefing.Worker.Cli.Subscribers;
using Briefing.Worker.Subscribers;
using NodaTime;
using NodaTime.Testing;

namespace Briefing.Integration.Tests.Subscribers;

/// <summary>A database of the test's own, and the commands' desk over it.</summary>
internal sealed class SubscriberOffice : IDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 5, 40);

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public SubscriberOffice()
    {
        Database = BriefingDatabase.Open(_folder.PathOf("data/briefing.db"));
        Desk = new SubscriberService(Database, new SubscriberRules(["morning", "evening"], ["nato", "uk-japan"]), new FakeClock(Now), _output, _error);
    }

    public BriefingDatabase Database { get; }

    public SubscriberService Desk { get; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string Folder => Path.GetDirectoryName(Database.Location)!;

    public int Import(string csv) => ImportCommand.Run(Desk, _folder.Write("staff.csv", csv));

    public int Add(string address, string? consent = "form of 3 May", bool again = false, string? name = null, string[]? lists = null, string[]? topics = null) =>
        AddCommand.Run(Desk, new SubscriberWish(address, name, lists ?? [], topics ?? [], AttachPack: true), consent, again);

    public SubscriberRecord? Find(string address) => Desk.Read(store => store.Find(Core.Subscribers.MailAddress.Parse(address)));

    public string Export()
    {
        using var text = new StringWriter();
        SubscriberFile.Write(Desk.Read(store => store.List()), text);
        return text.ToString();
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }
}
