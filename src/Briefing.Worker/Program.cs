using System.CommandLine;
using Briefing.Worker.Cli;
using Briefing.Worker.Cli.Subscribers;

namespace Briefing.Worker;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("Makes the day's briefing: reads sources, merges what they say, groups it by topic and renders it.")
        {
            ApproveCommand.CreateApprove(),
            BackupCommand.Create(),
            BouncesCommand.Create(),
            CheckCommand.Create(),
            ClusterCommand.Create(),
            DeliverCommand.Create(),
            DiffCommand.Create(),
            ExtractCommand.Create(),
            ApproveCommand.CreateHold(),
            MigrateCommand.Create(),
            RenderCommand.Create(),
            RunCommand.Create(),
            SiteCommand.Create(),
            StatusCommand.Create(),
            SubscribersCommand.Create(),
            VerifyCommand.Create(),
            WorkerCommand.Create(),
        };

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"briefing: {error.Message}");
            await Console.Error.WriteLineAsync("See: briefing --help");
            return ExitCode.BadUsage;
        }

        var invocation = new InvocationConfiguration();
        // What is asked to stop and finishes first is not to be cut off after the library's own two seconds.
        if (parsed.CommandResult.Command.Name is "worker" or "site")
            invocation.ProcessTerminationTimeout = WorkerCommand.StopWithin + TimeSpan.FromSeconds(5);
        return await parsed.InvokeAsync(invocation);
    }
}
