using System.Text;
using Briefing.Tests.Shared;
using Briefing.Worker.Cli;

namespace Briefing.Integration.Tests.Cli;

/// <summary>Runs commands in the tests' own process; <see cref="BriefingProcess"/> is for what only a process of its own shows.</summary>
internal static class BriefingCommand
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs <c>briefing</c> with the repository's root as its current folder. Each run has a database of its own, unless one is named.</summary>
    public static Task<BriefingProcess.Finished> Run(params string[] arguments) => Run(TimeProvider.System, arguments);

    /// <inheritdoc cref="Run(string[])"/>
    public static async Task<BriefingProcess.Finished> Run(TimeProvider time, params string[] arguments)
    {
        using var database = new TemporaryFolder();
        using var output = new UnclosedStream();
        await using var outputWriter = new StreamWriter(output, Utf8) { AutoFlush = true, NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var context = new CommandContext
        {
            Output = outputWriter,
            Error = TextWriter.Synchronized(error),
            OpenOutput = () => output,
            Time = time,
            Folder = Repository.Root,
            Variable = name => name == DatabaseOption.Variable ? database.PathOf("briefing.db") : null,
        };
        using var watchdog = new CancellationTokenSource(Watchdog);
        var exitCode = await Task.Run(() => CommandLine.RunAsync(arguments, context, watchdog.Token), CancellationToken.None);
        Assert.False(watchdog.IsCancellationRequested, $"briefing {string.Join(' ', arguments)} did not end within {Watchdog}.");
        return new BriefingProcess.Finished(exitCode, Utf8.GetString(output.ToArray()), error.ToString());
    }

    // Standard output stays open when a command has written to it.
    private sealed class UnclosedStream : MemoryStream
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
