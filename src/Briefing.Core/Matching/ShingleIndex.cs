namespace Briefing.Core.Matching;

/// <summary>
/// Which articles share sampled shingles. A shingle is in the sample when its hash is small, so two articles that share
/// wording share about the same part of their samples, whatever their lengths.
/// </summary>
/// <remarks>
/// Sampling by the value of the hash after Broder, "On the resemblance and containment of documents", 1997 (his mod-m
/// sketch), which unlike a fixed number of minima also estimates containment. Cost: linear.
/// </remarks>
internal sealed class ShingleIndex
{
    /// <summary>One shingle in so many is sampled. Evidence: docs/decisions/0004.</summary>
    public const int SamplingRate = 8;

    // Shorter texts are sampled more densely, so that each has some sixteen samples where it has as many shingles.
    private const int SmallestSample = 16;

    private readonly List<ulong> _entries = [];
    private int _articles;

    /// <summary>Adds the next article.</summary>
    public void Add(ReadOnlySpan<uint> hashes)
    {
        var largest = LargestSampled(hashes.Length);
        foreach (var hash in hashes)
        {
            if (hash <= largest)
                _entries.Add(((ulong)hash << 32) | (uint)_articles);
        }

        _articles++;
    }

    /// <summary>The shingles that at least two articles have in their samples. Empties the index.</summary>
    public SharedShingles FindShared()
    {
        var entries = _entries.ToArray();
        _entries.Clear();
        RadixSort.ByUpperHalf(entries);
        return SharedShingles.Of(entries, _articles);
    }

    /// <summary>How many of the shorter text's shingles are in the samples of both, where the longer has them all.</summary>
    public static int LargestCommonSample(int shorter, int longer) => shorter / RateOf(longer);

    private static uint LargestSampled(int shingles) => uint.MaxValue / (uint)RateOf(shingles);

    private static int RateOf(int shingles)
    {
        var rate = SamplingRate;
        while (rate > 1 && shingles < SmallestSample * rate)
            rate /= 2;
        return rate;
    }
}
