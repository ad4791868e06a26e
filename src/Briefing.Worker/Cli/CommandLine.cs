using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using Briefing.Worker.Cli.Checks;
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
            CompareCommand.Create(context),
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

/// <summary>
/// Hears that the process is asked to stop (SIGTERM, Ctrl+C). What is under way may be finished within a time; asked a second time, it ends
/// at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // The exit code that shells give a process that a signal ended.
    private const int SignalBase = 128;

    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _heard;
    private volatile int _exitCode;

    /// <param name="patience">After this the process ends, whatever is under way.</param>
    public StopSignals(TimeSpan patience)
    {
        _patience = patience;
        _heard = [Hear(PosixSignal.SIGINT, number: 2), Hear(PosixSignal.SIGTERM, number: 15)];
    }

    /// <summary>Cancelled when the process is asked to stop.</summary>
    public CancellationToken Token => _asked.Token;

    /// <summary>What to end with when it was asked to stop before it was done: 128 + the signal's number.</summary>
    public int ExitCode => _exitCode;

    public void Dispose()
    {
        foreach (var registration in _heard)
            registration.Dispose();
        _asked.Dispose();
    }

    private PosixSignalRegistration Hear(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        if (_asked.IsCancellationRequested)
            return;
        context.Cancel = true;
        _exitCode = SignalBase + number;
        _ = Task.Delay(_patience).ContinueWith(_ => Environment.Exit(_exitCode), TaskScheduler.Default);
        // Not here: what waits for it would go on in the handler.
        _ = _asked.CancelAsync();
    });
}
