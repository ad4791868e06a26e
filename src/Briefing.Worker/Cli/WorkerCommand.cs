using System.CommandLine;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Returned;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Scheduling;
using Briefing.Worker.Site;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Quartz;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing worker</c>: runs the schedule until it is stopped.</summary>
internal static class WorkerCommand
{
    // What is under way when it is asked to stop: printing a pack takes seconds.
    internal static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(60);

    public static Command Create(CommandContext context)
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder that editions are handed over to, as ENTRY/DATE/.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "out",
        };
        var site = new Option<bool>("--site") { Description = "Serve the site's pages, too, in the same process (see briefing site)." };
        var config = ConfigurationOption.Create();
        var database = DatabaseOption.Create();
        var command = new Command("worker", "Run the schedule: collect, freeze, make and hand over each edition in time, until stopped (SIGTERM, Ctrl+C).") { output, site, config, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (ConfigurationOption.Load(parsed.GetValue(config), context) is not { } configuration)
                return ExitCode.BadUsage;
            var wantsSite = parsed.GetValue(site);
            if (wantsSite && configuration.Briefing.Site is null)
                return context.Refuse(SiteSetup.Missing);
            var opened = DatabaseOption.Open(parsed.GetValue(database), configuration, context, out var refusal);
            return opened is null ? refusal : await Run(context, configuration, opened, context.PathOf(parsed.GetRequiredValue(output)), wantsSite ? configuration.Briefing.Site : null, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(
        CommandContext context, BriefingConfiguration configuration, BriefingDatabase database, string output, SiteOptions? site, CancellationToken cancellation)
    {
        using var turn = EntryLock.TryTakeSchedule(database.Location);
        if (turn is null)
            return context.Refuse($"another worker runs the schedule of {database.Location}; there can be one only");
        MailSetup mail;
        try
        {
            mail = MailSetup.Read(configuration, context.Variable);
        }
        catch (MailSetupException fault)
        {
            return context.Refuse(fault.Message);
        }

        using var kept = mail;
        using var host = HostOf(context, configuration, database, mail, output, site);
        var log = host.Services.GetRequiredService<WorkerLog>();
        log.Started(database.Location, output);
        var ended = await ServiceHost.RunUntilStopped(context, host, cancellation);
        if (ended != ExitCode.Done)
            return ended;
        log.Stopped();
        return log.HasFaults ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    private static IHost HostOf(CommandContext context, BriefingConfiguration configuration, BriefingDatabase database, MailSetup mail, string output, SiteOptions? site)
    {
        var builder = ServiceHost.Create(context, database);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton<WorkerLog>();
        builder.Services.AddSingleton<WorkerHealth>();
        builder.Services.AddSingleton(services => new OperatorAlerts(mail.AlertDomain, services.GetRequiredService<WorkerLog>().Alert));
        builder.Services.AddSingleton(services => new EditionMailing(
            configuration, database, mail, services.GetRequiredService<OperatorAlerts>(), services.GetRequiredService<IClock>()));
        builder.Services.AddSingleton(services => new WorkerPlan(
            configuration, database, services.GetRequiredService<IClock>(), services.GetRequiredService<WorkerLog>(), services.GetRequiredService<EditionMailing>(), output));
        builder.Services.AddSingleton(services => new OutboxRun(
            configuration, database, mail, services.GetRequiredService<OperatorAlerts>(), services.GetRequiredService<IClock>(), output));
        // First: where it cannot listen, nothing else is begun.
        if (site is not null)
            SiteCommand.AddTo(builder.Services, configuration, site);
        builder.Services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = database.Location, DefaultTimeout = configuration.Briefing.Storage.BusySeconds }.ToString());
            store.ProvisionSchema();
        }));
        builder.Services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<WorkerStart>();
        builder.Services.AddHostedService<OutboxService>();
        if (configuration.Briefing.Mail?.BounceFolder is { } folder)
        {
            builder.Services.AddSingleton(_ => new BounceReader(
                database, AddressKey.Open(database), LinkKeyFile.Open(database), configuration.PathOf(folder), context.Clock));
            builder.Services.AddHostedService<BounceService>();
        }

        return builder.Build();
    }
}
