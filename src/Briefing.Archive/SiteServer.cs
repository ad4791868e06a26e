using Briefing.Archive.Endpoints;
using Briefing.Archive.Forms;
using Briefing.Archive.Limits;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Briefing.Archive;

/// <summary>The web site, listening from <see cref="Start"/> to <see cref="Stop"/>. It takes no settings from the environment.</summary>
public sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SiteServer(WebApplication application) => _application = application;

    /// <summary>Where it listens, with the port it has; known once started.</summary>
    public Uri BoundTo => new(_application.Urls.First());

    /// <exception cref="StorageException">The keys of links cannot be read.</exception>
    public static SiteServer Build(SiteSettings settings, BriefingDatabase database, AddressKey key, IClock clock, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "briefing" });
        builder.WebHost.UseKestrelCore().UseUrls(settings.Listen).ConfigureKestrel(Limit);
        builder.Services.AddRoutingCore();
        // What hosts it decides when it stops, and logs.
        builder.Services.AddSingleton<IHostLifetime, HostedLifetime>();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(_ => new SiteStorage(database, key));
        var application = builder.Build();

        var storage = application.Services.GetRequiredService<SiteStorage>();
        var desk = new SiteDependencies(settings, storage, new SiteLinks(database), new SignUpLimits(key), new Subscriptions(settings, storage, clock), clock);
        Use(application, settings, loggers);
        SignUpEndpoints.Map(application, desk);
        ConfirmEndpoints.Map(application, desk);
        PreferencesEndpoints.Map(application, desk);
        UnsubscribeEndpoints.Map(application, desk);
        PackEndpoint.Map(application, desk);
        PlainEndpoints.Map(application, desk);
        return new SiteServer(application);
    }

    /// <exception cref="IOException">It cannot listen there.</exception>
    public Task Start(CancellationToken cancellation) => _application.StartAsync(cancellation);

    public Task Stop(CancellationToken cancellation) => _application.StopAsync(cancellation);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void Use(WebApplication application, SiteSettings settings, ILoggerFactory loggers)
    {
        if (!settings.TrustedProxies.IsEmpty)
        {
            // However many of ours stand in a row: the first that is none of them is the client.
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in settings.TrustedProxies)
                forwarded.KnownProxies.Add(proxy);
            application.UseForwardedHeaders(forwarded);
        }

        application.Use(SiteHeaders.Add);
        application.Use(new SiteFaults(settings, loggers).Handle);
        // Where the site's address has a path, a proxy may pass that on or take it off.
        application.UsePathBase(settings.Address.AbsolutePath.TrimEnd('/'));
        application.UseRouting();
    }

    // For pages of a few kilobytes and forms of less.
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 500;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        kestrel.Limits.MaxRequestBodySize = FormReader.MaxBytes;
        kestrel.Limits.MaxRequestHeaderCount = 60;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    private sealed class HostedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
