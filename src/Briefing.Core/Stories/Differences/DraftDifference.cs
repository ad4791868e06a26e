using Briefing.Core.Extraction;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>A difference while the claims it is about are still drafts.</summary>
/// <param name="IsOfOneStatement">Whether the claims say the same but for the fact at issue; else they only touch the same event.</param>
internal sealed record DraftDifference(DifferenceKind About, List<DraftVariant> Variants, bool IsOfOneStatement)
{
    public Difference ToDifference(IReadOnlyDictionary<DraftClaim, Claim> claims) =>
        new(About, [.. Variants.Select(variant => variant.ToVariant(claims))]);
}

internal sealed record DraftVariant(string Text, string? Note, List<DraftClaim> Claims)
{
    public Variant ToVariant(IReadOnlyDictionary<DraftClaim, Claim> claims)
    {
        var articles = new List<Article>();
        foreach (var (carrier, _, _) in Claims.SelectMany(claim => claim.Carriers).OrderBy(entry => entry.Carrier.Rank))
        {
            if (!articles.Exists(known => ReferenceEquals(known, carrier.Article)))
                articles.Add(carrier.Article);
        }

        return new Variant(Text, Note, [.. Claims.Select(claim => claims[claim])], [.. articles]);
    }
}
