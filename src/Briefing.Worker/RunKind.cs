namespace Briefing.Worker;

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
