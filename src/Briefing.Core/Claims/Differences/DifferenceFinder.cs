using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Claims.Differences;

/// <summary>Finds where the claims of one story disagree, and sets the variants of one fact side by side.</summary>
internal static class DifferenceFinder
{
    /// <summary>In the order of the claims.</summary>
    public static List<DraftDifference> Find(IReadOnlyList<DraftClaim> claims)
    {
        var differences = Group(Pairs(claims));
        if (EventDate.Difference(claims) is { } day && !differences.Exists(known => known.About == DifferenceKind.Date && SameClaims(known, day)))
            differences.Add(day);
        foreach (var toll in EventToll.Differences(claims))
        {
            if (!differences.Exists(known => known.About == DifferenceKind.Figure && SameClaims(known, toll)))
                differences.Add(toll);
        }

        return differences;
    }

    private static bool SameClaims(DraftDifference one, DraftDifference other) =>
        one.Variants.SelectMany(variant => variant.Claims).Intersect(other.Variants.SelectMany(variant => variant.Claims)).Count() > 1;

    // All wordings are compared, not only those shown: the copy in which a figure was changed is nearest to the copy it was made from.
    private static List<(FactMention One, FactMention Other)> Pairs(IReadOnlyList<DraftClaim> claims)
    {
        var sentences = claims
            .SelectMany(claim => claim.Occurrences.Where(IsWhole).Select(carried => carried.DistinctSentence).Distinct<DistinctSentence>(ReferenceEqualityComparer.Instance).Select(sentence => new ClaimSentence(claim, sentence)))
            .ToList();
        var articles = claims.ToDictionary(claim => claim, Articles);
        var candidates = new CandidateIndex();
        var pairs = new List<(FactMention, FactMention)>();
        for (var at = 0; at < sentences.Count; at++)
        {
            var one = sentences[at];
            var near = candidates.For(one.DistinctSentence.ComparableClause, FactAlignment.PartOfLonger, FactAlignment.MinShared);
            Array.Sort(near);
            foreach (var id in near)
            {
                var other = sentences[id];
                // An account does not contradict itself: two like sentences of one article report two things.
                if (other.Claim == one.Claim || articles[one.Claim].Overlaps(articles[other.Claim]) || AreOfOneArticle(one, other))
                    continue;
                var known = pairs.Count;
                pairs.AddRange(FactAlignment.Conflicts(other, one));
                if (pairs.Count == known && CountedThing.Conflict(other, one) is { } counted && IsCountedOnce(counted, sentences, articles))
                    pairs.Add(counted);
            }

            candidates.Add(at, one.DistinctSentence.ComparableClause);
        }

        return pairs;
    }

    // An account that counts the thing twice reports two of its kind.
    private static bool IsCountedOnce(
        (FactMention One, FactMention Other) counted, List<ClaimSentence> sentences, Dictionary<DraftClaim, HashSet<int>> articles) =>
        !sentences.Exists(sentence =>
            (articles[sentence.Claim].Overlaps(articles[counted.One.Claim]) && CountedThing.CountsOtherwise(sentence.DistinctSentence.ComparableClause, counted.One))
            || (articles[sentence.Claim].Overlaps(articles[counted.Other.Claim]) && CountedThing.CountsOtherwise(sentence.DistinctSentence.ComparableClause, counted.Other)));

    // What stands in a summary above the text is reported again in it, in one of two versions perhaps; only sentences report two things.
    private static HashSet<int> Articles(DraftClaim claim)
    {
        var ranks = new HashSet<int>();
        var hasSentence = claim.Occurrences.Any(carried => IsWhole(carried) && IsSentence(carried));
        foreach (var carried in claim.Occurrences)
        {
            if (IsWhole(carried) && (!hasSentence || IsSentence(carried)))
                ranks.Add(carried.PassageOccurrence.Rank);
        }

        return ranks;
    }

    private static bool IsSentence(CarriedSentence carried) => carried.PassageOccurrence.Passage.Kind == PassageKind.Sentence;

    private static bool AreOfOneArticle(ClaimSentence one, ClaimSentence other) =>
        one.DistinctSentence.Occurrences.Exists(occurrence => other.DistinctSentence.Occurrences.Exists(another => another.Rank == occurrence.Rank));

    private static bool IsWhole(CarriedSentence carried) => carried.Span == carried.PassageOccurrence.Passage.Span;

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

    private static bool IsSame(FactMention one, FactMention other) => one.Kind == other.Kind && one.Claim == other.Claim && one.DistinctSentence == other.DistinctSentence && one.Span == other.Span;

    private static DraftDifference ToDifference(List<FactMention> mentions)
    {
        var variants = new List<(FactMention First, DraftVariant Variant)>();
        foreach (var mention in mentions)
        {
            var known = variants.FindIndex(variant => variant.First.Agrees(mention));
            if (known < 0)
                variants.Add((mention, new DraftVariant(mention, NoteOf(mention), [mention.Claim])));
            else if (!variants[known].Variant.Claims.Contains(mention.Claim))
                variants[known].Variant.Claims.Add(mention.Claim);
        }

        return new DraftDifference(mentions[0].Kind, variants.ConvertAll(variant => variant.Variant), IsOfOneStatement: true);
    }

    private static string? NoteOf(FactMention mention) =>
        mention.Value is DateExpression date ? DateNote.Of(date, mention.DistinctSentence.ComparableClause.Published) : null;
}
