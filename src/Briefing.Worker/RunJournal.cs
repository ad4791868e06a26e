using System.Diagnostics;
using Briefing.Core;
using Briefing.Core.Editions;

namespace Briefing.Worker;

/// <summary>
/// What a run tells the person who started it: a line a stage while a terminal is watched, faults always, both on standard error;
/// the summary on standard output.
/// </summary>
internal sealed class RunJournal(TextWriter output, TextWriter error, bool showStages)
{
    private readonly Stopwatch _stage = Stopwatch.StartNew();

    private readonly List<(Stage Stage, TimeSpan Took)> _stages = [];
    private readonly List<string> _faults = [];

    public bool HasFaults => _faults.Count > 0;

    /// <summary>The finished stages, in order.</summary>
    public IReadOnlyList<(Stage Stage, TimeSpan Took)> Stages => _stages;

    /// <summary>What a person must see, in order.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public void Done(Stage stage)
    {
        _stages.Add((stage, _stage.Elapsed));
        if (showStages)
            error.WriteLine($"  {stage.Name,-8} {stage.In,6} → {stage.Out} {stage.What} ({_stage.ElapsedMilliseconds} ms)");
        _stage.Restart();
    }

    /// <summary>Something a person must see. The run goes on, and ends with a non-zero exit code.</summary>
    public void Fault(string message)
    {
        _faults.Add(message);
        error.WriteLine($"briefing: {message}");
    }

    /// <summary>What was made, by count, and where it lies.</summary>
    public void Summarise(Edition edition, IReadOnlyList<string> written)
    {
        output.WriteLine($"{edition.Title}, {edition.Date}{(edition.Version > 1 ? $", version {edition.Version}" : "")}: {edition.Documents.Length} documents, {edition.Articles.Length} articles, {edition.Dropped.Length} stretches of text left out");
        foreach (var section in edition.Sections)
            output.WriteLine($"  {section.Title}: {section.Stories.Length} stories, {section.Stories.Sum(story => story.Claims.Length)} statements, {section.Stories.Sum(story => story.Differences.Length)} differences");
        foreach (var path in written)
            output.WriteLine($"  {path}");
    }
}
