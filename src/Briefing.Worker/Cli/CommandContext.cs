using Briefing.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace Briefing.Worker.Cli;

/// <summary>
/// What a command sees of its process: where it writes, what time it is, its current folder and environment. Commands use nothing
/// else of the process, so several can run in one.
/// </summary>
internal sealed record CommandContext
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Standard output as bytes, for what is UTF-8 whatever the terminal's encoding. The caller disposes of the stream.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The current folder, as a full path.</summary>
    public required string Folder { get; init; }

    /// <summary>Reads a variable of the environment; null where it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>, and progress is shown there.</summary>
    public bool ShowsProgress { get; init; }

    public IClock Clock => Time.ToClock();

    /// <summary>The context of a command that was started as a process of its own.</summary>
    public static CommandContext OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        OpenOutput = Console.OpenStandardOutput,
        Time = TimeProvider.System,
        Folder = Directory.GetCurrentDirectory(),
        Variable = Environment.GetEnvironmentVariable,
        ShowsProgress = !Console.IsErrorRedirected,
    };

    /// <summary>The full path of one that was given on the command line.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    /// <returns><see cref="ExitCode.BadUsage"/>.</returns>
    public int Refuse(string reason)
    {
        Error.WriteLine($"briefing: {reason}");
        return ExitCode.BadUsage;
    }

    /// <returns>An <see cref="ExitCode"/>: whether to try again or to put something right.</returns>
    public int Refuse(StorageException fault)
    {
        Refuse(fault.Message);
        return fault.MayPass ? ExitCode.NothingMade : ExitCode.BadUsage;
    }
}
