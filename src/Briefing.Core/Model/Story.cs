using System.Collections.Immutable;

namespace Briefing.Core.Model;

/// <summary>An event: the reports about it, and what they say.</summary>
/// <param name="Reports">Never empty.</param>
/// <param name="Claims">In the order to be read: the lead first.</param>
public sealed record Story(
    string Id,
    string Headline,
    ImmutableArray<Report> Reports,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Difference> Differences);

/// <summary>What the reports of one event say, brought together.</summary>
/// <param name="Headline">The best account's headline, to the letter.</param>
/// <param name="Claims">In the order to be read: the lead first.</param>
public sealed record MergedStory(string Headline, ImmutableArray<Claim> Claims, ImmutableArray<Difference> Differences);
