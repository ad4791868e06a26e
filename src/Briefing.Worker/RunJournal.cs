using System.Diagnostics;
using Briefing.Core;

namespace Briefing.Worker;

/// <summary>
/// What a run tells the person who started it: a line a stage while a terminal is watched, faults always, both on standard error;
/// the summary on standard output.
/// </summary>
internal sealed class RunJournal(TextWriter output, TextWriter error, bool showStages)
{
    private readonly Stopwatch _stage = Stopwatch.StartNew();

    public bool HasFaults { get; private set; }

    /// <summary>Says what is about to take long.</summary>
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

    public void Summary(string line) => output.WriteLine(line);
}
