using System.CommandLine;
using Briefing.Storage;
using Briefing.Worker.Configuration;
using Briefing.Worker.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing worker</c>: runs the schedule until it is stopped.</summary>
internal static class WorkerCommand
{
    // What is under way when it is asked to stop: printing a pack takes seconds.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(60);

    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder that editions are handed over to, as ENTRY/DATE/.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "out",
        };
        var config = ConfigurationOption.Create();
        var database = DatabaseOption.Create();
        var command = new Command("worker", "Run the schedule: collect, freeze, make and hand over each edition in time, until stopped (SIGTERM, Ctrl+C).") { output, config, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (ConfigurationOption.Load(parsed.GetValue(config), Console.Error) is not { } configuration)
                return ExitCode.BadUsage;
            var opened = DatabaseOption.Open(DatabaseOption.PathOf(parsed.GetValue(database), configuration), Console.Error);
            return opened is null ? ExitCode.BadUsage : await Run(configuration, opened, Path.GetFullPath(parsed.GetRequiredValue(output)), cancellation);
        });
        return command;
    }

    private static async Task<int> Run(BriefingConfiguration configuration, BriefingDatabase database, string output, CancellationToken cancellation)
    {
        using var turn = EntryTurn.TryTakeSchedule(database.Location);
        if (turn is null)
            return StoredEditions.Refuse($"another worker runs the schedule of {database.Location}; there can be one only");
        using var host = HostOf(configuration, database, output);
        var log = host.Services.GetRequiredService<WorkerLog>();
        log.Started(database.Location, output);
        await host.RunAsync(cancellation);
        log.Stopped();
        return log.HasFaults ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    private static IHost HostOf(BriefingConfiguration configuration, BriefingDatabase database, string output)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "briefing" });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton<WorkerLog>();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<WorkerHealth>();
        builder.Services.AddSingleton(services => new WorkerPlan(
            configuration, database, services.GetRequiredService<IClock>(), services.GetRequiredService<WorkerLog>(), output));
        builder.Services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = database.Location }.ToString());
            store.ProvisionSchema();
        }));
        builder.Services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<WorkerStart>();
        return builder.Build();
    }
}
