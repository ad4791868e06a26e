using System.Collections.Immutable;
using Briefing.Core.Stories;

namespace Briefing.Core.Editions.Filing;

/// <summary>Where the stories' claims go: each claim stands once, in a section or among the unfiled.</summary>
/// <param name="Sections">One for each topic, in the topics' order; a section may be empty.</param>
/// <param name="Unfiled">What belongs to no topic, in rank order.</param>
public sealed record FilingResult(ImmutableArray<TopicSection> Sections, ImmutableArray<FiledStory> Unfiled);

/// <summary>A topic's stories in order of rank.</summary>
public sealed record TopicSection(Topic Topic, ImmutableArray<FiledStory> Stories);

/// <summary>A story at its home, or the part of it that is another topic's, with the claims that stand there.</summary>
/// <param name="IsAngle">Whether the story's home, or the rest of it, is elsewhere.</param>
/// <param name="Headline">The story's own; an angle's is a subheading, a headline or a claim of it, verbatim.</param>
/// <param name="Claims">In the story's order. Never empty.</param>
/// <param name="Differences">Those between claims that stand here; one across sections stands where most of its claims do.</param>
/// <param name="Score">How firmly it belongs to the topic: the mean of its claims' scores; 0 for unfiled.</param>
public sealed record FiledStory(
    Story Story,
    bool IsAngle,
    string Headline,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Difference> Differences,
    double Score);
