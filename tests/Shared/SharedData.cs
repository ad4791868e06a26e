namespace Briefing.Tests.Shared;

/// <summary>
/// The real page dumps and labelled sets, which are not part of this repository. BRIEFING_SHARED names their folder;
/// without it the folder "shared" beside the checkout is looked for.
/// </summary>
internal static class SharedData
{
    public static string? Root { get; } = Find();

    public static string PathOf(params string[] parts) =>
        Path.Combine([Root ?? throw new DirectoryNotFoundException(Missing), .. parts]);

    public const string Missing = "The shared data is not here: set BRIEFING_SHARED to its folder.";

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("BRIEFING_SHARED");
        var root = string.IsNullOrEmpty(named) ? Path.Combine(Repository.Root, "..", "shared") : named;
        return Directory.Exists(Path.Combine(root, "seeds")) ? Path.GetFullPath(root) : null;
    }
}

/// <summary>A fact about the shared data: skipped where the data is absent, except on CI, where its absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedData.Root is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = SharedData.Missing;
    }
}

/// <inheritdoc cref="SharedFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (SharedData.Root is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = SharedData.Missing;
    }
}
