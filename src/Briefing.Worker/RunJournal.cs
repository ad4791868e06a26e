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

    public bool HasFaults { get; private set; }

    public void Done(Stage stage)
    {
        if (showStages)
            error.WriteLine($"  {stage.Name,-8} {stage.In,6} → {stage.Out} {stage.What} ({_stage.ElapsedMilliseconds} ms)");
        _stage.Restart();
    }

    /// <summary>Something a person must see. The run goes on, and ends with a non-zero exit code.</summary>
    public void Fault(string message)
    {
        HasFaults = true;
        error.WriteLine($"briefing: {message}");
    }

    /// <summary>What was made, by count, and where it lies.</summary>
    public void Summarise(Edition edition, IReadOnlyList<string> written)
    {
        output.WriteLine($"{edition.Title}, {edition.Date}: {edition.Documents.Length} documents, {edition.Articles.Length} articles, {edition.Dropped.Length} stretches of text left out");
        foreach (var section in edition.Sections)
            output.WriteLine($"  {section.Title}: {section.Stories.Length} stories, {section.Stories.Sum(story => story.Claims.Length)} statements, {section.Stories.Sum(story => story.Differences.Length)} differences");
        foreach (var path in written)
            output.WriteLine($"  {path}");
    }
}
