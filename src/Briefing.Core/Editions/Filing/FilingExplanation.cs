using System.Collections.Immutable;
using Briefing.Core.Stories;

namespace Briefing.Core.Editions.Filing;

/// <summary>Where a claim went and why, for the person who writes the topics.</summary>
/// <param name="Topic">The id of the topic it stands under; null for none.</param>
/// <param name="Reason">Why it stands there rather than where its own words point.</param>
/// <param name="Topics">Every topic that the claim's own words, or their surroundings, speak for or against.</param>
public sealed record FilingExplanation(Claim Claim, string? Topic, PlacementReason Reason, ImmutableArray<TopicExplanation> Topics);

public enum PlacementReason
{
    /// <summary>It is the claim's strongest topic.</summary>
    Strongest,

    /// <summary>It stays with its story: it is of no topic itself.</summary>
    StaysHome,

    /// <summary>It stays with its story: its own topic has too few claims there for an angle.</summary>
    TooFewForAngle,

    /// <summary>No topic takes it, and its story has none.</summary>
    NoTopic,

    /// <summary>The story's topic excludes it.</summary>
    Excluded,
}

/// <param name="Score">0 where <paramref name="Standing"/> is none.</param>
/// <param name="Found">The words of the claim that speak for the topic, as printed.</param>
/// <param name="ByName">Names in it that stand for a required group.</param>
/// <param name="Missing">For each required group that it does not carry itself, the group's alternatives.</param>
/// <param name="LacksNearby">For each nearby group not found in it or close to it, the group's alternatives.</param>
/// <param name="ExcludedBy">The words that rule the topic out; empty for none.</param>
public sealed record TopicExplanation(
    string Topic,
    Standing Standing,
    double Score,
    ImmutableArray<string> Found,
    ImmutableArray<string> ByName,
    ImmutableArray<ImmutableArray<string>> Missing,
    ImmutableArray<ImmutableArray<string>> LacksNearby,
    ImmutableArray<string> ExcludedBy);
