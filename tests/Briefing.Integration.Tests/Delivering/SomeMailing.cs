using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Briefing.Core.Model;
using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Rendering;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Subscribers;
using Briefing.Tests.Shared;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mail;
using Briefing.Worker.Rendering.Templates;
using NodaTime;

namespace Briefing.Integration.Tests.Delivering;

/// <summary>A database with a made edition and readers, as far as sending is concerned.</summary>
internal sealed class SomeMailing : IDisposable
{
    public const string Domain = "briefing.example";
    public static readonly Instant Due = Instant.FromUtc(2026, 3, 10, 6, 30);
    public static readonly Instant Deadline = Due + Duration.FromHours(4);

    private readonly TemporaryFolder _folder = new();

    private readonly byte[] _pack;

    /// <param name="pack">The edition's pack; null for a short one.</param>
    public SomeMailing(byte[]? pack = null)
    {
        _pack = pack ?? "%PDF-1.7 a pack"u8.ToArray();
        Database = BriefingDatabase.Open(_folder.PathOf("data/briefing.db"));
        Key = AddressKey.Open(Database);
        Edition = Make(1);
    }

    public BriefingDatabase Database { get; }

    public AddressKey Key { get; }

    public EditionRecord Edition { get; }

    public ImmutableArray<string> Topics { get; } = ["uk-japan", "china-trip"];

    public string PathOf(string name) => _folder.PathOf(name);

    public EditionRecord Make(int version) => Database.Write(session =>
    {
        var content = SomeEdition.Full();
        var inputs = new EditionInputs { Entry = "morning", Date = new LocalDate(2026, 3, 10), Documents = [], Sources = [], DueAt = Due, FrozenAt = Due };
        var frozen = EditionStore.Freeze(session, inputs, [], alwaysNew: true);
        var made = content with { Version = version };
        EditionContents.Keep(session, frozen, new MadeEdition(made, EditionJson.Write(made), Due, "", TemplateFiles.BuiltIn, [KeyValuePair.Create("pack.pdf", _pack)]));
        return EditionStore.Find(session, frozen.Id)!;
    });

    public SubscriberRecord Add(string address, string[]? topics = null, bool pack = true, string list = "morning", SubscriberState state = SubscriberState.Confirmed) => Database.Write(session =>
        new SubscriberStore(session, Key).Add(
            new Subscriber { Address = MailAddress.Parse(address), Name = "Ada Merrow", Lists = [list], Topics = [.. topics ?? []], AttachPack = pack },
            state,
            new SubscriberCause(SubscriberActor.Operator, state == SubscriberState.Pending ? SubscriberReason.SignedUp : SubscriberReason.ConsentOnRecord),
            Due));

    public void Move(SubscriberRecord reader, SubscriberState to) => Database.Write(session =>
        new SubscriberStore(session, Key).Move(reader, to, new SubscriberCause(SubscriberActor.Operator, SubscriberReason.TakenOff), Due));

    /// <summary>Puts the edition's deliveries into the outbox.</summary>
    public MailingRecord FanOut(Instant? deadline = null, EditionRecord? edition = null) => Database.Write(session =>
    {
        var record = edition ?? Edition;
        var mailing = MailingStore.Begin(session, record.Id, "morning", Due, deadline ?? Deadline);
        MailingStore.Start(session, mailing.Id, Due, deadline ?? Deadline, corrects: null);
        mailing = MailingStore.Find(session, mailing.Id)!;
        var messages = Briefing.Storage.Deliveries.FanOut.Choices(session, "morning", Topics).Choices.Keys.ToDictionary(
            choice => choice,
            choice => MessageStore.Keep(session, new StoredMessage(record.Id, choice, "Morning briefing", "Text.\n", "<p>Text.</p>\n", choice.AttachPack ? "briefing.pdf" : null)));
        Briefing.Storage.Deliveries.FanOut.Add(session, mailing, record, Topics, messages, Domain, Due);
        return mailing;
    });

    public ImmutableArray<DeliveryRecord> Lease(Instant? now = null, int limit = 100, string owner = "one") =>
        Database.Write(session => SendingStore.Lease(session, owner, now ?? Due, (now ?? Due) + Duration.FromHours(2), limit));

    public DeliveryRecord? Begin(DeliveryRecord leased, Instant? now = null) =>
        Database.Write(session => SendingStore.BeginSending(session, leased, now ?? Due)?.Delivery);

    public bool Record(DeliveryRecord sending, DeliveryState to, Instant? nextAt = null, Instant? now = null) => Database.Write(session => SendingStore.Record(
        session,
        sending,
        new AttemptResult(to switch
        {
            DeliveryState.Accepted => AttemptOutcome.Accepted,
            DeliveryState.Failed => AttemptOutcome.Refused,
            DeliveryState.Unknown or DeliveryState.Held => AttemptOutcome.Unknown,
            _ => AttemptOutcome.Later,
        }, to, nextAt, "Rcpt", "a reason", "550 5.1.1 <ada@example.org> is not here"),
        now ?? Due));

    public ImmutableDictionary<DeliveryState, int> Counts(MailingRecord mailing) => Database.Read(session => OutboxStore.CountsOf(session, mailing.Id));

    /// <summary>A composer with this configuration of mail.</summary>
    public DeliveryComposer Composer(string mail = """{ "from": "Morning <briefing@briefing.example>", "operators": "oncall@briefing.example", "unsubscribeBase": "https://briefing.example/unsubscribe" }""")
    {
        var path = _folder.Write("briefing.json", $$"""{ "sources": [ { "id": "inbox", "kind": "folder", "path": "inbox" } ], "topics": [ { "id": "a", "title": "A", "terms": ["a"] } ], "mail": {{mail}} }""");
        _folder.Write("schedule.json", """{ "entries": [ { "name": "morning", "at": "06:30", "timeZone": "Europe/London" } ] }""");
        var configuration = BriefingConfiguration.Load(path).Configuration!;
        var setup = MailSetup.Read(configuration, _ => null);
        var links = LinkKeyFile.Open(Database);
        return new DeliveryComposer(Database, setup, links, new NoticeWriter(configuration, setup, links));
    }

    public OutboxJournal Journal(IClock clock) => new(Database, clock, new OutboxRules(new OperatorAlerts(Domain, _ => { }), Key));

    public DeliveryRecord Find(DeliveryRecord delivery) => Database.Read(session => OutboxStore.Find(session, delivery.Id))!;

    public MailingRecord Find(MailingRecord mailing) => Database.Read(session => MailingStore.Find(session, mailing.Id))!;

    public void Dispose() => _folder.Dispose();
}
