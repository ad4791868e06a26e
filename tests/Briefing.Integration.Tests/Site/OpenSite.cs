using System.Collections.Immutable;
using System.Security.Cryptography;
using Briefing.Archive;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Tests.Shared;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;

namespace Briefing.Integration.Tests.Site;

/// <summary>The real server on a port of its own with a database of its own; two lists that are open and one that is not.</summary>
internal sealed class OpenSite : IAsyncDisposable
{
    public static readonly SiteList Morning = new("morning", "Morning briefing", IsOpen: true);
    public static readonly SiteList Evening = new("evening", "Evening briefing", IsOpen: true);
    public static readonly SiteList Ministers = new("ministers", "Briefing for ministers", IsOpen: false);

    private readonly TemporaryFolder _folder = new();
    private readonly ILoggerFactory _loggers;
    private readonly SiteServer _server;

    private OpenSite(Func<SiteSettings, SiteSettings> settings)
    {
        // As briefing site logs.
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddProvider(Log));
        Database = BriefingDatabase.Open(_folder.PathOf("data/briefing.db"));
        Key = AddressKey.Open(Database);
        Links = LinkKeyFile.Open(Database);
        Settings = settings(new SiteSettings
        {
            Address = new Uri("https://briefing.example.org"),
            Listen = "http://127.0.0.1:0",
            Title = "Daily Briefing",
            MessageDomain = "example.org",
            Lists = [Morning, Evening, Ministers],
            Topics = [new SiteTopic("uk-japan", "UK–Japan"), new SiteTopic("china-trip", "China trip"), new SiteTopic("nato", "NATO burden shifting")],
            SignUpTakes = TimeSpan.Zero,
        });
        _server = SiteServer.Build(Settings, Database, Key, Clock, _loggers);
    }

    public SiteSettings Settings { get; }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 10, 5, 40));

    public KeptLog Log { get; } = new();

    public BriefingDatabase Database { get; }

    public AddressKey Key { get; }

    public LinkKeys Links { get; }

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => _server.BoundTo;

    public static async Task<OpenSite> Start(Func<SiteSettings, SiteSettings>? settings = null)
    {
        var site = new OpenSite(settings ?? (given => given));
        await site._server.Start(CancellationToken.None);
        site.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        return site;
    }

    /// <summary>A subscriber in a state, brought there by the ways there are.</summary>
    public SubscriberRecord Reader(string address, SubscriberState state = SubscriberState.Confirmed, SubscriberActor leftBy = SubscriberActor.Subscriber, params string[] lists) =>
        Database.Write(session =>
        {
            var store = new SubscriberStore(session, Key);
            var subscriber = new Subscriber { Address = MailAddress.Parse(address), Name = "Ana Solé", Lists = lists.Length == 0 ? ["morning"] : [.. lists], Topics = ["nato"], AttachPack = false };
            var at = Clock.GetCurrentInstant() - Duration.FromDays(30);
            var byOperator = new SubscriberCause(SubscriberActor.Operator, SubscriberReason.TakenOff);
            if (state == SubscriberState.Pending)
                return store.Add(subscriber, state, new SubscriberCause(SubscriberActor.Operator, SubscriberReason.SignedUp), at);
            var confirmed = store.Add(subscriber, SubscriberState.Confirmed, new SubscriberCause(SubscriberActor.Operator, SubscriberReason.ConsentOnRecord), at);
            switch (state)
            {
                case SubscriberState.Unsubscribed:
                    return store.Move(confirmed, state, leftBy == SubscriberActor.Subscriber ? new SubscriberCause(leftBy, SubscriberReason.OptedOut) : byOperator, at);
                case SubscriberState.Suppressed:
                    return store.Move(confirmed, state, byOperator, at);
                case SubscriberState.Erased:
                    store.Erase(confirmed, SubscriberActor.Operator, at);
                    return store.Find(confirmed.Id)!;
                default:
                    return confirmed;
            }
        });

    public SubscriberRecord? Find(string address) => Database.Read(session => new SubscriberStore(session, Key).Find(MailAddress.Parse(address)));

    public SubscriberRecord Find(long id) => Database.Read(session => new SubscriberStore(session, Key).Find(id))!;

    /// <summary>What the confirmation mails to a subscriber say, in order.</summary>
    public ImmutableArray<string> Asked(long subscriber) =>
        [.. Database.Read(session => session.Query<string>("SELECT notice FROM delivery WHERE kind = 'confirmation' AND subscriber = @subscriber ORDER BY id", new { subscriber }))];

    /// <summary>The link's path.</summary>
    public string PathOf(LinkPurpose purpose, long subject, Instant? expires = null) =>
        $"/{purpose.ToString().ToLowerInvariant()}/{Links.Write(new LinkToken(purpose, subject, expires))}";

    /// <summary>Changes with every byte of the database.</summary>
    public string Fingerprint() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Database.Location)));

    public async Task<Page> Get(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return await Page.Of(response);
    }

    public async Task<Page> Post(string path, params (string Field, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Page.Of(response);
    }

    public Task<Page> SignUp(string address, params (string Field, string Value)[] more) => Post("/subscribe", [("address", address), ("list", "morning"), .. more]);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.Stop(CancellationToken.None);
        await _server.DisposeAsync();
        _loggers.Dispose();
        _folder.Dispose();
    }
}
