namespace Briefing.Core;

/// <summary>A finished step of a run: what went in and what came out.</summary>
/// <param name="What">The name of the things that came out ("articles").</param>
public readonly record struct Stage(string Name, int In, int Out, string What);
