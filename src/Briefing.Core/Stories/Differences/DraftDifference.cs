using Briefing.Core.Extraction;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>A difference while the claims it is about are still drafts.</summary>
/// <param name="IsOfOneStatement">Whether the claims say the same but for the fact at issue; else they only touch the same event.</param>
internal sealed record DraftDifference(DifferenceKind About, List<DraftVariant> Variants, bool IsOfOneStatement)
{
    /// <param name="claims">With the place of each in the order to be read.</param>
    public Difference ToDifference(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims) =>
        new(About, [.. Variants.Select(variant => variant.In(claims)).OrderBy(variant => claims[variant.Claims[0]].Place).Select(variant => variant.ToVariant(claims))]);

    /// <summary>Where in the order its first claim stands.</summary>
    public int Place(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims) =>
        Variants.SelectMany(variant => variant.Claims).Min(claim => claims[claim].Place);
}

/// <param name="Mention">The fact where it is told first.</param>
internal sealed record DraftVariant(FactMention Mention, string? Note, List<DraftClaim> Claims)
{
    public DraftVariant In(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims) =>
        this with { Claims = [.. Claims.OrderBy(claim => claims[claim].Place)] };

    public Variant ToVariant(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims)
    {
        var articles = new List<Article>();
        foreach (var carried in Claims.SelectMany(claim => claim.Carriers).Where(Mention.IsToldBy).OrderBy(carried => carried.Carrier.Rank))
        {
            if (!articles.Exists(known => ReferenceEquals(known, carried.Carrier.Article)))
                articles.Add(carried.Carrier.Article);
        }

        return new Variant(Mention.Text, Note, [.. Claims.Select(claim => claims[claim].Claim)], [.. articles]);
    }
}
