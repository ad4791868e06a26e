using System.Diagnostics;
using Briefing.Core;

namespace Briefing.Worker.Pipeline;

/// <summary>What a run does and what goes wrong, told at once and kept for the record.</summary>
/// <param name="tellStage">Told each finished stage and how long it took.</param>
/// <param name="tellFault">Told each fault.</param>
internal sealed class RunJournal(Action<Stage, TimeSpan> tellStage, Action<string> tellFault)
{
    private readonly Stopwatch _stage = Stopwatch.StartNew();
    private readonly List<(Stage Stage, TimeSpan Took)> _stages = [];
    private readonly List<string> _faults = [];

    public bool HasFaults => _faults.Count > 0;

    /// <summary>The finished stages, in order.</summary>
    public IReadOnlyList<(Stage Stage, TimeSpan Took)> Stages => _stages;

    /// <summary>What a person must see, in order.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>For the person who started the run: a line a stage while a terminal is watched, faults always.</summary>
    public static RunJournal For(TextWriter error, bool showStages) => new(
        (stage, took) =>
        {
            if (showStages)
                error.WriteLine($"  {stage.Name,-8} {stage.In,6} → {stage.Out} {stage.What} ({took.TotalMilliseconds:0} ms)");
        },
        fault => error.WriteLine($"briefing: {fault}"));

    public void Done(Stage stage)
    {
        _stages.Add((stage, _stage.Elapsed));
        tellStage(stage, _stage.Elapsed);
        _stage.Restart();
    }

    /// <summary>Something a person must see. The run goes on, and ends with a non-zero exit code.</summary>
    public void Fault(string message)
    {
        _faults.Add(message);
        tellFault(message);
    }
}

/// <summary>What runs are recorded as.</summary>
internal static class RunKind
{
    public const string ByHand = "run";
    public const string Regenerate = "regenerate";

    /// <summary>The schedule reading the sources for an edition to come.</summary>
    public const string Collect = "collect";

    /// <summary>The schedule making an edition.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>The schedule leaving an edition out.</summary>
    public const string Skip = "skip";
}
