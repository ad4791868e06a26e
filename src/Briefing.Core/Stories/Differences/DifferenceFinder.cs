using Briefing.Core.Language;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>Finds where the claims of one story disagree, and sets the variants of one fact side by side.</summary>
internal static class DifferenceFinder
{
    /// <summary>In the order of the claims.</summary>
    public static List<DraftDifference> Find(IReadOnlyList<DraftClaim> claims)
    {
        var differences = Group(Pairs(claims));
        if (EventDay.Difference(claims) is { } day && !differences.Exists(known => known.About == DifferenceKind.Date && SameClaims(known, day)))
            differences.Add(day);
        return differences;
    }

    private static bool SameClaims(DraftDifference one, DraftDifference other) =>
        one.Variants.SelectMany(variant => variant.Claims).Intersect(other.Variants.SelectMany(variant => variant.Claims)).Count() > 1;

    private static List<(FactMention One, FactMention Other)> Pairs(IReadOnlyList<DraftClaim> claims)
    {
        var candidates = new Candidates();
        var pairs = new List<(FactMention, FactMention)>();
        for (var at = 0; at < claims.Count; at++)
        {
            foreach (var other in candidates.For(claims[at].Shown.Wording, FactAlignment.PartOfLonger).Order())
            {
                if (!ShareAnArticle(claims[at], claims[other]))
                    pairs.AddRange(FactAlignment.Conflicts(claims[other], claims[at]));
            }

            candidates.Add(at, claims[at].Shown.Wording);
        }

        return pairs;
    }

    // An account does not contradict itself: two like sentences of one article tell of two things.
    private static bool ShareAnArticle(DraftClaim one, DraftClaim other) =>
        Articles(one).Intersect(Articles(other)).Any();

    private static IEnumerable<int> Articles(DraftClaim claim) =>
        claim.Carriers.Where(entry => entry.Span == entry.Carrier.Passage.Span).Select(entry => entry.Carrier.Rank);

    // Mentions linked by a disagreement are of one fact; those that agree are one variant of it.
    private static List<DraftDifference> Group(List<(FactMention One, FactMention Other)> pairs)
    {
        var groups = new List<List<FactMention>>();
        foreach (var (one, other) in pairs)
        {
            var mine = groups.Find(group => group.Exists(known => IsSame(known, one)));
            var its = groups.Find(group => group.Exists(known => IsSame(known, other)));
            if (mine is null && its is null)
            {
                groups.Add([one, other]);
            }
            else if (mine is not null && its is null)
            {
                mine.Add(other);
            }
            else if (mine is null)
            {
                its!.Add(one);
            }
            else if (mine != its)
            {
                mine.AddRange(its!);
                groups.Remove(its!);
            }
        }

        return groups.ConvertAll(ToDifference);
    }

    private static bool IsSame(FactMention one, FactMention other) => one.Kind == other.Kind && one.Claim == other.Claim && one.Span == other.Span;

    private static DraftDifference ToDifference(List<FactMention> mentions)
    {
        var variants = new List<(FactMention First, DraftVariant Variant)>();
        foreach (var mention in mentions)
        {
            var known = variants.FindIndex(variant => variant.First.Agrees(mention));
            if (known >= 0)
                variants[known].Variant.Claims.Add(mention.Claim);
            else
                variants.Add((mention, new DraftVariant(mention, NoteOf(mention), [mention.Claim])));
        }

        return new DraftDifference(mentions[0].Kind, variants.ConvertAll(variant => variant.Variant), IsOfOneStatement: true);
    }

    private static string? NoteOf(FactMention mention) =>
        mention.Value is DateExpression date ? DateNote.Of(date, mention.Claim.Shown.Wording.Published) : null;
}
