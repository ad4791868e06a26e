using System.Collections.Immutable;
using System.Net;
using Briefing.Archive;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Briefing.Worker.Site;

/// <summary>Runs the site in the process that hosts it.</summary>
internal sealed partial class SiteService(SiteSettings settings, BriefingDatabase database, IClock clock, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private readonly ILogger _log = loggers.CreateLogger("site");
    private SiteServer? _server;

    /// <exception cref="IOException">It cannot listen where it should.</exception>
    /// <exception cref="StorageException">A key cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _server = SiteServer.Build(settings, database, AddressKey.Open(database), clock, loggers);
        await _server.Start(cancellationToken);
        Started(_server.BoundTo, settings.Address);
        if (settings.TrustedProxies.IsEmpty && _server.BoundTo.IsLoopback)
            AllLookAlike();
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.Stop(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "the site listens on {Listen} for {Address}")]
    private partial void Started(Uri listen, Uri address);

    [LoggerMessage(2, LogLevel.Warning, "all readers will look like one to the limits on sign-ups: name the proxy in site.trustedProxies")]
    private partial void AllLookAlike();
}

/// <summary>What the configuration says of the site. Nothing else of the program touches it, so that no run loads a web server.</summary>
internal static class SiteSetup
{
    /// <summary>What is to be done where the configuration has no site.</summary>
    public const string Missing =
        "there is no \"site\" in briefing.json: add \"site\": { \"address\": \"https://briefing.example.org\" } with the address that readers reach it by (docs/operations/site.md)";

    public static SiteSettings Read(BriefingConfiguration configuration, SiteOptions site) => new()
    {
        Address = new Uri(site.Address),
        Listen = site.Listen,
        TrustedProxies = [.. site.TrustedProxies.Select(IPAddress.Parse)],
        Title = configuration.Briefing.Title,
        MessageDomain = (configuration.Briefing.Mail is { } mail ? Mailbox.Parse(mail.From) : EditionMessage.NoSender).Domain,
        Lists = ListsOf(configuration),
        Topics = [.. configuration.Topics.Select(topic => new SiteTopic(topic.Id, topic.Title))],
    };

    // In the order of schedule.json. Where two would look the same, their names tell them apart.
    private static ImmutableArray<SiteList> ListsOf(BriefingConfiguration configuration)
    {
        var lists = configuration.Schedule.Entries.DistinctBy(entry => entry.SubscriberList(), StringComparer.Ordinal).Select(entry =>
        {
            var name = entry.SubscriberList();
            var options = configuration.Briefing.Lists.FirstOrDefault(list => list.Name == name);
            return new SiteList(name, options?.Title ?? entry.Title ?? configuration.Briefing.Title, options?.SignUp ?? false);
        }).ToImmutableArray();
        return [.. lists.Select(list => lists.Count(other => other.Title == list.Title) == 1 ? list : list with { Title = $"{list.Title} ({list.Name})" })];
    }
}
