using Briefing.Worker.Cli;

namespace Briefing.Worker;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var context = CommandContext.OfProcess();
        var parsed = CommandLine.Parse(arguments, context);
        using var signals = CommandLine.CanBeStopped(parsed) ? new StopSignals(CommandLine.PatienceWith(parsed)) : null;
        var code = await CommandLine.RunAsync(parsed, context, signals?.Token ?? CancellationToken.None);
        return code == ExitCode.Stopped && signals is not null ? signals.ExitCode : code;
    }
}
