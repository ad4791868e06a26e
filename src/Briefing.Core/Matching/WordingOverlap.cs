namespace Briefing.Core.Matching;

/// <summary>How much wording two articles share, in different shingles of five words.</summary>
/// <param name="Shared">Shingles of both, spelling variants aside.</param>
/// <param name="SharedAsPrinted">Shingles of both that are spelt alike too.</param>
/// <param name="One">Shingles of the one article.</param>
/// <param name="Other">Shingles of the other.</param>
public readonly record struct WordingOverlap(int Shared, int SharedAsPrinted, int One, int Other)
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
