namespace Briefing.Core.Matching;

/// <summary>Two articles of the same wording, by their numbers in the <see cref="WordingStore"/>.</summary>
public readonly record struct ReprintPair(int One, int Other, WordingOverlap Overlap);
