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
            BackupCommand.Create(),
            CheckCommand.Create(),
            ClusterCommand.Create(),
            DiffCommand.Create(),
            ExtractCommand.Create(),
            MigrateCommand.Create(),
            RenderCommand.Create(),
            RunCommand.Create(),
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

        return await parsed.InvokeAsync();
    }
}
