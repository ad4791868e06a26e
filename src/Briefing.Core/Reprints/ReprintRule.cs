namespace Briefing.Core.Reprints;

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

    public static bool SharesWording(ShingleOverlap overlap) => overlap.Containment >= SmallestContainment;

    /// <summary>Of a pair that shares its wording: whether the one may be a reprint of the other.</summary>
    public static bool OneRepeatsOther(ShingleOverlap overlap) => overlap.ShareOfOne >= SmallestShareOfLonger;

    /// <summary>Of a pair that shares its wording: whether the other may be a reprint of the one.</summary>
    public static bool OtherRepeatsOne(ShingleOverlap overlap) => overlap.ShareOfOther >= SmallestShareOfLonger;
}

/// <summary>How much wording two articles share, in different shingles of five words.</summary>
/// <param name="Shared">Shingles of both, spelling variants aside.</param>
/// <param name="SharedAsPrinted">Shingles of both that are spelt alike too.</param>
/// <param name="One">Shingles of the one article.</param>
/// <param name="Other">Shingles of the other.</param>
public readonly record struct ShingleOverlap(int Shared, int SharedAsPrinted, int One, int Other)
{
    /// <summary>Shared shingles among all, 0 to 1.</summary>
    public double Jaccard => Share(Shared, One + Other - Shared);

    /// <summary><see cref="Jaccard"/> of the shingles as printed: the measure that published comparisons use.</summary>
    public double JaccardAsPrinted => Share(SharedAsPrinted, One + Other - SharedAsPrinted);

    /// <summary>The share of the one article's wording that the other has, 0 to 1.</summary>
    public double ShareOfOne => Share(Shared, One);

    /// <summary>The share of the other article's wording that the one has, 0 to 1.</summary>
    public double ShareOfOther => Share(Shared, Other);

    /// <summary>The share of the shorter article's wording that the longer one has, 0 to 1.</summary>
    public double Containment => Share(Shared, Math.Min(One, Other));

    private static double Share(int part, int whole) => whole == 0 ? 0 : part / (double)whole;
}
