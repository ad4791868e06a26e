using System.CommandLine;
using Briefing.Storage;
using Briefing.Worker.Configuration;
using Briefing.Worker.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace Briefing.Worker.Cli;

/// <summary>What the commands have in common that run until they are stopped: logging, the clock, the database.</summary>
internal static class ServiceHost
{
    public static HostApplicationBuilder Create(CommandContext context, BriefingDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "briefing" });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton<IClock>(context.Clock);
        builder.Services.AddSingleton(database);
        // StopSignals alone hears the signals: with two listeners, which one was first decided how it ended.
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        return builder;
    }

    /// <summary>Starts, waits until it is asked to stop, and stops.</summary>
    /// <remarks>A start is carried through, also when it is asked to stop meanwhile: half started, the parts cannot be stopped in order.</remarks>
    /// <returns>An <see cref="ExitCode"/>: whether it was asked to stop, may be started again, or needs a person first.</returns>
    public static async Task<int> RunUntilStopped(CommandContext context, IHost host, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(CancellationToken.None);
            await host.WaitForShutdownAsync(cancellation);
        }
        catch (StorageException fault)
        {
            return context.Refuse(fault);
        }
        catch (IOException fault)
        {
            // The site cannot listen where it should.
            return context.Refuse(fault.Message);
        }
        catch (SchedulerException fault)
        {
            await context.Error.WriteLineAsync($"briefing: the schedule cannot begin: {fault.GetBaseException().Message}");
            return ExitCode.NothingMade;
        }

        if (cancellation.IsCancellationRequested)
            return ExitCode.Done;
        await context.Error.WriteLineAsync("briefing: it ended without having been asked to; the log says why");
        return ExitCode.NothingMade;
    }

    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary><c>briefing site</c>: the site by itself, until it is stopped.</summary>
internal static class SiteCommand
{
    public static Command Create(CommandContext context)
    {
        var config = ConfigurationOption.Create();
        var database = DatabaseOption.Create();
        var command = new Command("site", "Serve the pages where people sign up, choose and leave, until stopped (SIGTERM, Ctrl+C); briefing worker --site does so beside the schedule.") { config, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (ConfigurationOption.Load(parsed.GetValue(config), context) is not { } configuration)
                return ExitCode.BadUsage;
            if (configuration.Briefing.Site is not { } site)
                return context.Refuse(SiteSetup.Missing);
            var opened = DatabaseOption.Open(parsed.GetValue(database), configuration, context, out var refusal);
            return opened is null ? refusal : await Run(context, configuration, site, opened, cancellation);
        });
        return command;
    }

    /// <summary>Adds the site to what a process hosts. The only way to it, so that nothing else loads a web server.</summary>
    public static void AddTo(IServiceCollection services, BriefingConfiguration configuration, SiteOptions site)
    {
        services.AddSingleton(SiteSetup.Read(configuration, site));
        services.AddHostedService<SiteService>();
    }

    private static async Task<int> Run(CommandContext context, BriefingConfiguration configuration, SiteOptions site, BriefingDatabase database, CancellationToken cancellation)
    {
        var builder = ServiceHost.Create(context, database);
        AddTo(builder.Services, configuration, site);
        using var host = builder.Build();
        return await ServiceHost.RunUntilStopped(context, host, cancellation);
    }
}
