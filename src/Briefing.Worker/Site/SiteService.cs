using Briefing.Archive;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
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
