using System.Collections.Immutable;
using Briefing.Core.Matching;

namespace Briefing.Core.Stories;

/// <summary>An event: the reports that tell of it, and what they say.</summary>
/// <param name="Reports">Never empty.</param>
/// <param name="Claims">In the order to be read: the lead first.</param>
public sealed record Story(
    string Id,
    string Headline,
    ImmutableArray<Report> Reports,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Difference> Differences);
