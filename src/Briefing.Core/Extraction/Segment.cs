namespace Briefing.Core.Extraction;

/// <summary>A run of lines, both ends inclusive, that holds an article's text.</summary>
internal readonly record struct Segment(int First, int Last);
