using System.Collections.Immutable;

namespace Briefing.Worker.Printing.Chromium;

/// <summary>Which Chromium prints, and what to do where there is none.</summary>
internal static class ChromiumProgram
{
    /// <summary>Names the program to use, before anything that is looked for.</summary>
    public const string Variable = "BRIEFING_CHROMIUM";

    public const string Missing =
        "There is no Chromium to print the pack with. On Debian: apt-get install chromium-headless-shell (or chromium); " +
        "elsewhere install Chromium and name its program in " + Variable + ".";

    // Debian's programs themselves before the scripts that start them: those add a desktop's options and extensions.
    // The headless shell first: the same version of the same source, without a desktop's windows, at a third of the cost.
    private static readonly ImmutableArray<string> Known =
    [
        "/usr/lib/chromium/chromium-headless-shell",
        "/usr/lib/chromium/chromium",
        "/usr/lib/chromium-browser/chromium-browser",
    ];

    private static readonly ImmutableArray<string> Names =
        ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>The program's path; null where none was found.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable);

    internal static string? Find(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        var folders = (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var onPath = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)));
        return Known.Concat(onPath).FirstOrDefault(File.Exists);
    }
}
