namespace Briefing.Core.Matching;

/// <summary>When an article's wording is for the most part another's.</summary>
internal static class ReprintRule
{
    /// <summary>
    /// The share of the shorter article's shingles that the other must have. On 53 labelled pairs of news pages copies reach
    /// at least .77 and others at most .40; a Jaccard similarity of one half is .67 for articles of one length.
    /// </summary>
    public const double SmallestContainment = 2 / 3.0;

    /// <summary>
    /// The longer of the two is a reprint of the shorter only where that is most of it: a flash that two full accounts
    /// contain does not make these one account.
    /// </summary>
    public const double SmallestShareOfLonger = 0.5;

    /// <summary>From here on too few words differ for most facts to: each changed word breaks five shingles.</summary>
    public const double NearlyAll = 0.95;

    public static bool SharesWording(WordingOverlap overlap) => overlap.Containment >= SmallestContainment;

    /// <summary>Of a pair that shares its wording: whether the one may be a reprint of the other.</summary>
    public static bool OneRepeatsOther(WordingOverlap overlap) => overlap.ShareOfOne >= SmallestShareOfLonger;

    /// <summary>Of a pair that shares its wording: whether the other may be a reprint of the one.</summary>
    public static bool OtherRepeatsOne(WordingOverlap overlap) => overlap.ShareOfOther >= SmallestShareOfLonger;
}
