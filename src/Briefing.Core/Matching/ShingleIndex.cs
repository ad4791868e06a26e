namespace Briefing.Core.Matching;

/// <summary>
/// Which articles share sampled shingles. A shingle is in the sample when its hash is small, so two articles that share
/// wording share about the same part of their samples, whatever their lengths.
/// </summary>
/// <remarks>
/// Sampling by the value of the hash after Broder, "On the resemblance and containment of documents", 1997 (his mod-m
/// sketch), which unlike a fixed number of minima also estimates containment. Cost: linear.
/// </remarks>
/// <param name="samplingRate">One shingle in so many is sampled: a power of two.</param>
internal sealed class ShingleIndex(int samplingRate)
{
    // Shorter texts are sampled more densely, so that each has some sixteen samples where it has as many shingles.
    private const int SmallestSample = 16;

    private const int SortedParts = 8;

    // The sampled hashes of all articles, one article after the other.
    private readonly BlockList _hashes = new();
    private readonly List<int> _samples = [];
    private readonly int[] _partCounts = new int[SortedParts];

    /// <summary>Adds the next article.</summary>
    public void Add(ReadOnlySpan<uint> hashes)
    {
        var before = _hashes.Count;
        var largest = LargestSampled(hashes.Length);
        foreach (var hash in hashes)
        {
            if (hash > largest)
                continue;
            _hashes.Add(hash);
            _partCounts[hash & (SortedParts - 1)]++;
        }

        _samples.Add((int)(_hashes.Count - before));
    }

    /// <summary>
    /// The shingles that at least two articles have in their samples. Sorts them part by part, which takes less room; empties
    /// the index.
    /// </summary>
    public SharedShingles FindShared()
    {
        var parts = new SharedShingles.Part[SortedParts];
        var entries = GC.AllocateUninitializedArray<ulong>(_partCounts.Max());
        var spare = GC.AllocateUninitializedArray<ulong>(entries.Length);
        for (var part = 0; part < SortedParts; part++)
        {
            var collected = entries.AsSpan(0, _partCounts[part]);
            CollectPart(part, collected);
            RadixSort.ByUpperHalf(collected, spare);
            parts[part] = SharedShingles.Part.Of(collected);
        }

        _hashes.Clear();
        return SharedShingles.Of(parts, _samples.Count);
    }

    // A hash goes above, its article below. The lowest bits choose the part: the highest are those that sampling goes by.
    private void CollectPart(int part, Span<ulong> entries)
    {
        var count = 0;
        var article = -1;
        long last = 0, at = 0;
        foreach (var block in _hashes.Blocks)
        {
            foreach (var hash in block.Span)
            {
                while (at == last)
                    last += _samples[++article];
                at++;
                if ((hash & (SortedParts - 1)) == part)
                    entries[count++] = ((ulong)hash << 32) | (uint)article;
            }
        }
    }

    /// <summary>How many of the shorter text's shingles are in the samples of both, where the longer has them all.</summary>
    public int LargestCommonSample(int shorter, int longer) => shorter / RateOf(longer);

    private uint LargestSampled(int shingles) => uint.MaxValue / (uint)RateOf(shingles);

    private int RateOf(int shingles)
    {
        var rate = samplingRate;
        while (rate > 1 && shingles < SmallestSample * rate)
            rate /= 2;
        return rate;
    }
}
