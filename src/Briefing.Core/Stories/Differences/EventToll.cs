using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>
/// Compares how many the event itself killed or hurt, where no two sentences say the same. An account that tells two tolls of a
/// kind tells of two events, or of a toll that rose, and is not compared.
/// </summary>
internal static class EventToll
{
    // Accounts of one event differ by less: what is this many times as much is the toll of another.
    private const decimal OtherEvent = 3;

    /// <summary>At most one for each kind of harm, of two variants or more.</summary>
    public static IEnumerable<DraftDifference> Differences(IReadOnlyList<DraftClaim> claims)
    {
        var told = claims.SelectMany(Told).ToList();
        foreach (var harm in Enum.GetValues<Harm>())
        {
            if (Difference(told.FindAll(mention => mention.Toll.Harm == harm)) is { } difference)
                yield return difference;
        }
    }

    private static DraftDifference? Difference(List<Mentioned> told)
    {
        var variants = new List<(Toll Toll, DraftVariant Variant, int Accounts)>();
        foreach (var account in told.GroupBy(mention => mention.Rank).OrderBy(account => account.Key))
        {
            var first = account.First();
            if (account.Any(mention => !mention.Toll.Agrees(first.Toll)))
                continue;
            var known = variants.FindIndex(variant => variant.Toll.Agrees(first.Toll));
            if (known < 0)
            {
                known = variants.Count;
                variants.Add((first.Toll, new DraftVariant(first.Mention, Note: null, []), 0));
            }

            var (toll, variant, accounts) = variants[known];
            variants[known] = (toll, variant, accounts + 1);
            variant.Claims.AddRange(account.Select(mention => mention.Mention.Claim).Except(variant.Claims).ToList());
        }

        if (variants.Count < 2)
            return null;
        var usual = variants.MaxBy(variant => variant.Accounts).Toll.Figure.Value;
        var kept = variants.FindAll(variant => variant.Toll.Figure.Value < usual * OtherEvent && usual < variant.Toll.Figure.Value * OtherEvent).ConvertAll(variant => variant.Variant);
        var isTold = kept.Count > 1 && kept.SelectMany(variant => variant.Claims).GroupBy(claim => claim).All(claim => claim.Count() == 1);
        return isTold ? new DraftDifference(DifferenceKind.Figure, kept, IsOfOneStatement: false) : null;
    }

    // Of a claim's wordings all that stand whole in an account.
    private static IEnumerable<Mentioned> Told(DraftClaim claim)
    {
        foreach (var carried in claim.Carriers.Where(carried => carried.Span == carried.Carrier.Passage.Span))
        {
            foreach (var toll in TollReader.Read(carried.Telling.Wording))
                yield return new Mentioned(carried.Carrier.Rank, toll, new FactMention(DifferenceKind.Figure, claim, carried.Telling, toll.Figure.Span, toll));
        }
    }

    private sealed record Mentioned(int Rank, Toll Toll, FactMention Mention);
}
