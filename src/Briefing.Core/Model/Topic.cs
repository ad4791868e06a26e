using System.Collections.Immutable;
using Briefing.Core.Assembly;

namespace Briefing.Core.Model;

/// <summary>A configured subject. Statements, not articles, are filed under it.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <remarks>
/// How phrases are written, here and in all lists below: one or more words, whose case, accents, British or American spelling
/// and plural endings do not matter; <c>*</c> at a word's end stands for any ending ("visit*"); <c>~5</c> between two words
/// lets them stand at most five words apart, in either order ("trip ~5 China"). A word of two or three letters written in
/// capitals meets only capitals ("US" is not "us").
/// </remarks>
public sealed record Topic(string Id, string Title)
{
    /// <summary>Words and phrases that speak for the topic.</summary>
    public ImmutableArray<TopicTerm> Terms { get; init; } = [];

    /// <summary>What the weights of the terms found in a statement must come to; each required group found adds 1.</summary>
    public double Minimum { get; init; } = 1;

    /// <summary>Groups of alternatives: a statement must carry one of each, itself or by what its words refer to.</summary>
    public ImmutableArray<ImmutableArray<string>> Required { get; init; } = [];

    /// <summary>Groups of alternatives: one of each must stand in the statement or close to it, or in a heading above it.</summary>
    public ImmutableArray<ImmutableArray<string>> Nearby { get; init; } = [];

    /// <summary>A statement that carries one of these is not filed here.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];
}

/// <param name="Phrase">Written as <see cref="Topic"/> says.</param>
/// <param name="Weight">Above 0, at most 10.</param>
public sealed record TopicTerm(string Phrase, double Weight = 1);

/// <summary>The topics of an edition that a reader can choose among.</summary>
public static class EditionTopics
{
    /// <summary>Ids in the order of the sections; "Also reported" is no topic.</summary>
    public static ImmutableArray<string> Of(Edition edition) =>
        [.. edition.Sections.Select(section => section.Topic).Where(topic => topic != EditionLimits.AlsoReportedTopic)];
}
