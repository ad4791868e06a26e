using System.CommandLine;
using Briefing.Storage;
using Briefing.Worker.Configuration;
using Briefing.Worker.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Briefing.Worker.Cli;

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
