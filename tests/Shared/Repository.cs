using System.Runtime.CompilerServices;

namespace Briefing.Tests.Shared;

/// <summary>Where this checkout lies on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var directory = new DirectoryInfo(File.Exists(here) ? Path.GetDirectoryName(here)! : AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Briefing.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("Briefing.sln was not found above the tests.");
    }
}
