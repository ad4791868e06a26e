using System.CommandLine;
using System.CommandLine.Invocation;
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

        return await Run(parsed);
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        // What does not wait for anything may simply be ended.
        using var signals = parsed.Action is AsynchronousCommandLineAction ? new StopSignals(PatienceWith(parsed.CommandResult.Command.Name)) : null;
        try
        {
            return await parsed.InvokeAsync(invocation, signals?.Token ?? CancellationToken.None);
        }
        catch (OperationCanceledException) when (signals is { Token.IsCancellationRequested: true })
        {
            await Console.Error.WriteLineAsync("briefing: stopped before it was done");
            return signals.ExitCode;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"briefing: it failed where it should not: {fault.Message}");
            await Console.Error.WriteLineAsync($"This is a mistake in the program. Please report it with what follows.{Environment.NewLine}{fault}");
            return ExitCode.NothingMade;
        }
    }

    // Printing a pack takes seconds, and so may a mail server's answer.
    private static TimeSpan PatienceWith(string command) =>
        command is "worker" or "site" ? WorkerCommand.StopWithin + TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(10);
}
