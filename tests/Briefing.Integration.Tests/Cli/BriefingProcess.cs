using System.Diagnostics;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Cli;

/// <summary>Runs the real executable, as scripts do.</summary>
internal static class BriefingProcess
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    // The worker's build output lies beside the tests', whatever the configuration.
    internal static readonly string Program = Path.Combine(AppContext.BaseDirectory, "briefing.dll");

    private static readonly TemporaryFolder Databases = TemporaryFolder.UntilExit();
    private static int _started;

    /// <summary>Runs <c>briefing</c> from the repository's root and waits for its end.</summary>
    public static Task<Finished> Run(params string[] arguments) => Finish(Start(arguments));

    /// <summary>How it is run, for a test that changes its surroundings. Each has a database of its own, unless one is named.</summary>
    public static ProcessStartInfo Start(params string[] arguments) => Isolated(new("dotnet", [Program, .. arguments])
    {
        UseShellExecute = false,
        WorkingDirectory = Repository.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    });

    private static ProcessStartInfo Isolated(ProcessStartInfo start)
    {
        start.Environment["BRIEFING_DATABASE"] = Databases.PathOf($"{Interlocked.Increment(ref _started)}/briefing.db");
        return start;
    }

    public static async Task<Finished> Finish(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var watchdog = new CancellationTokenSource(Watchdog);
        var output = process.StandardOutput.ReadToEndAsync(watchdog.Token);
        var error = process.StandardError.ReadToEndAsync(watchdog.Token);
        try
        {
            await process.WaitForExitAsync(watchdog.Token);
        }
        catch (OperationCanceledException fault)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"briefing {string.Join(' ', start.ArgumentList.Skip(1))} did not end within {Watchdog}.", fault);
        }

        return new Finished(process.ExitCode, await output, await error);
    }

    internal sealed record Finished(int ExitCode, string Output, string Error);
}
