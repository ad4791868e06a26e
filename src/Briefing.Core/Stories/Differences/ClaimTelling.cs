using Briefing.Core.Sources;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>One of a claim's wordings.</summary>
internal sealed record ClaimTelling(DraftClaim Claim, Telling Telling)
{
    public FactMention Mention(DifferenceKind kind, TextSpan span, object value) => new(kind, Claim, Telling, span, value);
}
