namespace Briefing.Worker.Configuration;

/// <summary>One thing wrong with a configuration file, in words for the person who wrote it.</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Column">Characters, counts from 1.</param>
internal sealed record ConfigurationFault(string File, int Line, int Column, string Message)
{
    /// <summary>As compilers print it, so that editors jump there.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>Where a value begins in its file; both count from 1.</summary>
internal readonly record struct FilePosition(int Line, int Column);
