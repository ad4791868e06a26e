using Briefing.Storage;
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
