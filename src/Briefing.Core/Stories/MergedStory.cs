using System.Collections.Immutable;

namespace Briefing.Core.Stories;

/// <summary>What the reports of one event say, brought together.</summary>
/// <param name="Headline">The best account's headline, to the letter.</param>
/// <param name="Claims">In the order to be read: the lead first.</param>
public sealed record MergedStory(string Headline, ImmutableArray<Claim> Claims, ImmutableArray<Difference> Differences);
