using System.Globalization;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Subscribers;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using Briefing.Tests.Shared;
using Briefing.Worker.Mail.Returned;
using NodaTime;
using NodaTime.Testing;

namespace Briefing.Integration.Tests.Mail.Returned;

/// <summary>Subscribers, deliveries to them, and a folder to which notices come.</summary>
internal sealed class BounceOffice : IDisposable
{
    public const string Reader = "ana@example.org";

    private readonly SubscriberOffice _office = new();
    private readonly TemporaryFolder _folder = new();
    private int _deliveries;
    private int _files;

    public BounceOffice()
    {
        _office.Add(Reader);
        Directory.CreateDirectory(Folder);
    }

    public string Folder => _folder.PathOf("bounces");

    public SubscriberOffice Subscribers => _office;

    /// <summary>What is read, whatever folder it comes to.</summary>
    public BounceReader ReaderOf(string folder) =>
        new(_office.Database, AddressKey.Open(_office.Database), LinkKeyFile.Open(_office.Database), folder, new FakeClock(SubscriberOffice.Now));

    public BounceCounts Read() => ReaderOf(Folder).Read(default);

    /// <summary>A message handed over to a reader so many days ago.</summary>
    /// <returns>Its key.</returns>
    public string Deliver(string address = Reader, int daysAgo = 0, string state = "accepted")
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"confirmation.{++_deliveries}.3f9c5a7be01d");
        var (hash, dated) = (_office.Find(address)!.AddressHash, SubscriberOffice.Now - Duration.FromDays(daysAgo));
        _office.Database.Write(session => session.Execute(
            """
            INSERT INTO delivery (key, kind, notice, subscriber, address_hash, message_id, dated, state, next_at, deadline, changed_at)
            SELECT @key, 'confirmation', '{}', id, address_hash, @messageId, @dated, @state, @dated, @dated, @dated FROM subscriber WHERE address_hash = @hash
            """,
            new { key, messageId = $"{key}@briefing.example", dated = dated.ToString("uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), state, hash }));
        return key;
    }

    /// <summary>A message of ours to the operators.</summary>
    public string Alert()
    {
        _office.Database.Write(session => NoticeStore.Enqueue(session, DeliveryKind.Alert, null, "{}", "briefing.example", SubscriberOffice.Now, SubscriberOffice.Now));
        return _office.Database.Write(session =>
        {
            session.Execute("UPDATE delivery SET state = 'accepted' WHERE kind = 'alert'");
            return session.Single<string>("SELECT key FROM delivery WHERE kind = 'alert'");
        });
    }

    /// <summary>Lays a message into the folder, as a file.</summary>
    /// <returns>The file's name.</returns>
    public string Drop(string message, string folder = "")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{++_files:000}.eml");
        _folder.Write(Path.Combine("bounces", folder, name), message);
        return name;
    }

    public IEnumerable<string> FilesIn(string folder) => Directory.Exists(Path.Combine(Folder, folder))
        ? Directory.GetFiles(Path.Combine(Folder, folder)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)
        : [];

    public (SubscriberState State, SubscriberReason Reason) StateOf(string address = Reader) => (_office.Find(address)!.State, _office.Find(address)!.Reason);

    public BounceSummary Summary() => _office.Database.Read(session => BounceSummary.Of(session, SubscriberOffice.Now));

    public int Recorded() => _office.Database.Read(session => session.Single<int>("SELECT count(*) FROM bounce"));

    public void Dispose()
    {
        _office.Dispose();
        _folder.Dispose();
    }
}
