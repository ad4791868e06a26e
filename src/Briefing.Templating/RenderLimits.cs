namespace Briefing.Templating;

/// <summary>How much a rendering may cost; beyond it fails with the place where it stood.</summary>
public sealed record RenderLimits
{
    /// <summary>Statements and expressions evaluated, from 1.</summary>
    public int Steps { get; init; } = 20_000_000;

    /// <summary>Function calls and includes inside one another, from 1. Scriban's RecursiveLimit.</summary>
    public int CallDepth { get; init; } = 100;

    /// <summary>Rounds of a loop together with those of the loops inside it, and items of a range or a repeated array, from 1. Scriban's LoopLimit.</summary>
    public int LoopRounds { get; init; } = 1_000_000;

    /// <summary>UTF-16 units written, captured or built as one string, from 1. Scriban's LimitToString, but a fault instead of a cut.</summary>
    public int OutputCharacters { get; init; } = 50_000_000;

    /// <summary>The time one regular expression may take.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Asked now and then while rendering; true ends it. The caller owns the clock.</summary>
    public Func<bool>? TimeIsUp { get; init; }
}
