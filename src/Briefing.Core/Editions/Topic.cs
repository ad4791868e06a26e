using System.Collections.Immutable;

namespace Briefing.Core.Editions;

/// <summary>A configured subject. Statements, not articles, are filed under it.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Terms">Words and phrases that speak for the topic, with weights.</param>
/// <param name="Required">Groups of alternatives; a passage (with its context) must carry one of each group.</param>
/// <param name="Excluded">Words and phrases that speak against it.</param>
public sealed record Topic(
    string Id,
    string Title,
    ImmutableArray<TopicTerm> Terms,
    ImmutableArray<ImmutableArray<string>> Required,
    ImmutableArray<TopicTerm> Excluded);

/// <param name="Phrase">One or more words. Case, accents and a plural's ending do not matter.</param>
/// <param name="Weight">Above 0, at most 10.</param>
public sealed record TopicTerm(string Phrase, double Weight = 1);
