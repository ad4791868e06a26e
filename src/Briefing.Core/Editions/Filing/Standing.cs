namespace Briefing.Core.Editions.Filing;

/// <summary>How a passage belongs to a topic, weakest first.</summary>
public enum Standing
{
    None,

    /// <summary>It says nothing of any topic; it stays with its story.</summary>
    Home,

    /// <summary>A heading above it, or the article's opening, is of the topic.</summary>
    UnderHeading,

    /// <summary>It goes on with what the passage before it told.</summary>
    Continued,

    /// <summary>It says part of what is required; the rest stands in the passage that its words refer to.</summary>
    Referred,

    /// <summary>It says all that is required.</summary>
    Direct,
}

/// <summary>A passage's belonging to one topic.</summary>
/// <param name="Score">Comparable between topics; 0 for <see cref="Standing.None"/>.</param>
internal readonly record struct TopicScore(Standing Standing, double Score);
