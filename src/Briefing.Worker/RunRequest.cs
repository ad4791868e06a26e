using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Worker;

/// <summary>What one run is asked for.</summary>
/// <param name="Date">Null: the day that the sources belong to, else today in the entry's time zone.</param>
/// <param name="Inputs">Files and folders in place of the configured sources, as they were given; empty for those.</param>
/// <param name="Out">The folder to write into, as it was given.</param>
/// <param name="Formats">Of <see cref="Rendering.OutputFormats"/>.</param>
internal sealed record RunRequest(
    EntryOptions Entry,
    LocalDate? Date,
    IReadOnlyList<string> Inputs,
    string Out,
    IReadOnlySet<string> Formats)
{
    /// <summary>Where relative paths of <see cref="Inputs"/> and <see cref="Out"/> start.</summary>
    public string Folder { get; init; } = "/";

    /// <summary>The full path of <see cref="Out"/>.</summary>
    public string OutPath => Path.GetFullPath(Out, Folder);

    /// <summary>Whether the day's edition is made again, as its next version, from its stored inputs.</summary>
    public bool Regenerate { get; init; }

    /// <summary>With <see cref="Regenerate"/>: whether the sources are read again, too, and what has come in late is taken in.</summary>
    public bool Refetch { get; init; }

    /// <summary>Whether the edition is mailed to the entry's list.</summary>
    public bool Send { get; init; }
}
