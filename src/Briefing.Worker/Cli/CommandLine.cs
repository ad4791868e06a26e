using System.CommandLine;
using System.CommandLine.Invocation;
using Briefing.Worker.Cli.Subscribers;

namespace Briefing.Worker.Cli;

/// <summary>The whole command line: parses arguments and runs the command that they name.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs, without listening to signals.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, CommandContext context, CancellationToken cancellation) =>
        RunAsync(Parse(arguments, context), context, cancellation);

    public static ParseResult Parse(IReadOnlyList<string> arguments, CommandContext context) =>
        new RootCommand("Makes the day's briefing: reads sources, merges what they say, groups it by topic and renders it.")
        {
            ApproveCommand.CreateApprove(context),
            BackupCommand.Create(context),
            BouncesCommand.Create(context),
            CheckCommand.Create(context),
            ClusterCommand.Create(context),
            DeliverCommand.Create(context),
            DiffCommand.Create(context),
            ExtractCommand.Create(context),
            ApproveCommand.CreateHold(context),
            MigrateCommand.Create(context),
            RenderCommand.Create(context),
            RunCommand.Create(context),
            SiteCommand.Create(context),
            StatusCommand.Create(context),
            SubscribersCommand.Create(context),
            VerifyCommand.Create(context),
            WorkerCommand.Create(context),
        }.Parse(arguments);

    /// <returns>An <see cref="ExitCode"/>; <see cref="ExitCode.Stopped"/> where it was cancelled before it was done.</returns>
    public static async Task<int> RunAsync(ParseResult parsed, CommandContext context, CancellationToken cancellation)
    {
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await context.Error.WriteLineAsync($"briefing: {error.Message}");
            await context.Error.WriteLineAsync("See: briefing --help");
            return ExitCode.BadUsage;
        }

        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = context.Output,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("briefing: stopped before it was done");
            return ExitCode.Stopped;
        }
        catch (Exception fault)
        {
            await context.Error.WriteLineAsync($"briefing: the command failed unexpectedly: {fault.Message}");
            await context.Error.WriteLineAsync($"This is a mistake in the program. Please report it with what follows.{Environment.NewLine}{fault}");
            return ExitCode.NothingMade;
        }
    }

    /// <summary>Whether the command waits for anything; one that does not may simply be ended.</summary>
    public static bool CanBeStopped(ParseResult parsed) => parsed.Action is AsynchronousCommandLineAction;

    /// <summary>How long a command may take to finish when it is asked to stop: printing a pack takes seconds, and so may a mail server's answer.</summary>
    public static TimeSpan PatienceWith(ParseResult parsed) =>
        parsed.CommandResult.Command.Name is "worker" or "site" ? WorkerCommand.StopWithin + TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(10);
}
