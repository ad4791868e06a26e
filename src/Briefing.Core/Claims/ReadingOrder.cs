using Briefing.Core.Claims.Differences;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;

namespace Briefing.Core.Claims;

/// <summary>
/// Puts claims into an order to be read: what most accounts open with, then as the preferred articles tell it; what only others
/// tell stands behind what it follows there, and what only accounts without a known origin tell behind all others; claims that
/// disagree stand together. Linear but for the differences.
/// </summary>
internal static class ReadingOrder
{
    public static List<DraftClaim> Order(IReadOnlyList<DraftClaim> claims, IReadOnlyList<DraftDifference> differences)
    {
        if (claims.Count == 0)
            return [];
        var order = new LinkedList<DraftClaim>();
        var nodes = new Dictionary<DraftClaim, LinkedListNode<DraftClaim>>(claims.Count);
        var lead = Lead(claims);
        nodes.Add(lead, order.AddFirst(lead));
        foreach (var article in Places(claims))
            Insert(order, nodes, article);
        foreach (var claim in claims.Where(claim => !nodes.ContainsKey(claim)).OrderBy(claim => claim.Shown.First.Preference).ToList())
            nodes.Add(claim, order.AddAfter(BehindFollowers(Nearest(order, claim)), claim));

        SetBack(order, nodes, [.. order.Skip(1).Where(claim => !IsAttributed(claim))]);
        foreach (var difference in differences.Where(difference => difference.IsOfOneStatement))
            BringTogether(order, nodes, difference);
        return [.. order];
    }

    // A claim already in place moves the point of insertion forward, never back: a passage that repeats an earlier one leads nowhere.
    private static void Insert(LinkedList<DraftClaim> order, Dictionary<DraftClaim, LinkedListNode<DraftClaim>> nodes, IEnumerable<DraftClaim> article)
    {
        var places = new Dictionary<DraftClaim, int>(nodes.Count);
        foreach (var claim in order)
            places.Add(claim, places.Count);
        var (cursor, reached) = (order.First!, 0);
        foreach (var claim in article)
        {
            if (!nodes.TryGetValue(claim, out var node))
                nodes.Add(claim, cursor = order.AddAfter(BehindFollowers(cursor), claim));
            else if (places.TryGetValue(claim, out var place) && place > reached)
                (cursor, reached) = (node, place);
        }
    }

    // In the order they had: a reader in haste meets first what somebody answers for.
    private static void SetBack(LinkedList<DraftClaim> order, Dictionary<DraftClaim, LinkedListNode<DraftClaim>> nodes, List<DraftClaim> claims)
    {
        foreach (var claim in claims)
        {
            order.Remove(nodes[claim]);
            order.AddLast(nodes[claim]);
        }
    }

    private static bool IsAttributed(DraftClaim claim) => claim.Occurrences.Any(entry => entry.PassageOccurrence.IsAttributed);

    // What most accounts open with, one that names nobody counting half; then the preferred wording.
    private static DraftClaim Lead(IReadOnlyList<DraftClaim> claims) =>
        claims.MinBy(claim => (-Openings(claim), claim.Shown.First.Preference))!;

    private static int Openings(DraftClaim claim) =>
        claim.Shown.IsSummary ? 0 : claim.Occurrences
            .Where(entry => IsOpening(entry.PassageOccurrence))
            .DistinctBy(entry => entry.PassageOccurrence.Report)
            .Sum(entry => entry.PassageOccurrence.IsAttributed ? 2 : 1);

    private static bool IsOpening(PassageOccurrence occurrence)
    {
        foreach (var passage in occurrence.Article.Passages)
        {
            if (passage.Kind == PassageKind.Sentence)
                return passage == occurrence.Passage;
        }

        return false;
    }

    // For each article by rank the claims in the order of its sentences, each claim once.
    private static IEnumerable<IEnumerable<DraftClaim>> Places(IReadOnlyList<DraftClaim> claims) =>
        claims
            .SelectMany(claim => claim.Occurrences
                .Where(entry => entry.PassageOccurrence.Passage.Kind == PassageKind.Sentence && entry.Span == entry.PassageOccurrence.Passage.Span)
                .Select(entry => new Place(entry.PassageOccurrence, entry.Span.Start, claim, entry.PassageOccurrence.IsSame(claim.Shown.First))))
            .GroupBy(place => place.PassageOccurrence.Rank)
            .OrderBy(article => article.Key)
            .Select(article => article.OrderBy(place => place.Start).ThenBy(place => !place.IsShown).Select(place => place.Claim));

    // What only a summary tells has no place among sentences; it joins the claim with which it shares most.
    private static LinkedListNode<DraftClaim> Nearest(LinkedList<DraftClaim> order, DraftClaim claim)
    {
        var (nearest, most) = (order.First!, 0.0);
        for (var node = order.First; node is not null; node = node.Next)
        {
            var share = Entailment.Share(claim.Shown.ComparableClause, node.Value.Shown.ComparableClause);
            if (share > most)
                (nearest, most) = (node, share);
        }

        return nearest;
    }

    // "She added …" and a quotation's second sentence stay with what they follow.
    private static LinkedListNode<DraftClaim> BehindFollowers(LinkedListNode<DraftClaim> node)
    {
        while (node.Next is { } next && next.Value.Shown.LeansOnWhatPrecedes)
            node = next;
        return node;
    }

    private static void BringTogether(LinkedList<DraftClaim> order, Dictionary<DraftClaim, LinkedListNode<DraftClaim>> nodes, DraftDifference difference)
    {
        var claims = difference.Variants.SelectMany(variant => variant.Claims).Distinct().ToHashSet();
        var first = order.First(claims.Contains);
        var anchor = nodes[first];
        foreach (var claim in order.Where(claim => claims.Contains(claim) && claim != first).ToList())
        {
            if (claim == order.First!.Value)
                continue;
            order.Remove(nodes[claim]);
            order.AddAfter(anchor, nodes[claim]);
            anchor = nodes[claim];
        }
    }

    // A class: the framework's queries over classes are compiled ahead with it, those over structs with each of them or at run time.
    private sealed record Place(PassageOccurrence PassageOccurrence, int Start, DraftClaim Claim, bool IsShown);
}
