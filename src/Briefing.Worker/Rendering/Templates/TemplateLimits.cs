namespace Briefing.Worker.Rendering.Templates;

/// <summary>
/// What one rendering may cost; beyond it the rendering fails with the place in the template where it stood. An edition of 300 stories
/// needs about a hundredth of each.
/// </summary>
internal sealed record TemplateLimits
{
    /// <summary>For templates that an author may have changed.</summary>
    public static readonly TemplateLimits Default = new();

    /// <summary>For the built-in templates, after which there are no others: a machine that is overloaded costs time, not the edition.</summary>
    public static readonly TemplateLimits BuiltIn = new() { Time = TimeSpan.FromSeconds(60) };

    /// <summary>Wall-clock time of a rendering. Looked at before each step; no single step takes longer than a part of a second.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Statements and expressions evaluated, from 1.</summary>
    public int Steps { get; init; } = 20_000_000;

    /// <summary>Function calls and includes inside one another, from 1. Scriban's RecursiveLimit.</summary>
    public int CallDepth { get; init; } = 100;

    /// <summary>Iterations of a loop together with those of the loops inside it, and items of a range or a repeated array, from 1. Scriban's LoopLimit.</summary>
    public int LoopIterations { get; init; } = 1_000_000;

    /// <summary>UTF-16 units written and captured in all, and of any one string, from 1. Scriban's LimitToString, but a fault instead of a cut.</summary>
    public int OutputCharacters { get; init; } = 10_000_000;

    /// <summary>Items of any one list that a template builds, from 1.</summary>
    public int ListItems { get; init; } = 1_000_000;

    /// <summary>Bits of any one whole number, from 64.</summary>
    public int NumberBits { get; init; } = 4_096;

    /// <summary>How deep a printed object may be nested, from 1.</summary>
    public int ObjectDepth { get; init; } = 20;

    /// <summary>How deep expressions and blocks may be nested, from 1: beyond it a template cannot be parsed.</summary>
    public int ParseDepth { get; init; } = 250;

    /// <summary>The time that one regular expression may take.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(0.5);
}
