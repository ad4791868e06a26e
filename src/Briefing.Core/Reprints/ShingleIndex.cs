namespace Briefing.Core.Reprints;

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

/// <summary>Sampled shingles that at least two articles have: the articles of each, and each article's.</summary>
internal sealed class SharedShingles
{
    private readonly Part[] _parts;
    private readonly int[] _articleStarts;
    private readonly int[] _shinglesOfArticle;

    private SharedShingles(Part[] parts, int[] articleStarts, int[] shinglesOfArticle) =>
        (_parts, _articleStarts, _shinglesOfArticle) = (parts, articleStarts, shinglesOfArticle);

    public static SharedShingles Of(Part[] parts, int articles)
    {
        var starts = new int[articles + 1];
        foreach (var part in parts)
            part.CountByArticle(starts.AsSpan(1));
        for (var article = 0; article < articles; article++)
            starts[article + 1] += starts[article];

        var next = starts[..articles];
        var shingles = GC.AllocateUninitializedArray<int>(starts[articles]);
        for (var part = 0; part < parts.Length; part++)
        {
            for (var at = 0; at < parts[part].Count; at++)
            {
                foreach (var article in parts[part].ArticlesOf(at))
                    shingles[next[article]++] = (at * parts.Length) + part;
            }
        }

        return new SharedShingles(parts, starts, shingles);
    }

    public ReadOnlySpan<int> ShinglesOf(int article) =>
        _shinglesOfArticle.AsSpan(_articleStarts[article], _articleStarts[article + 1] - _articleStarts[article]);

    /// <summary>In ascending order, each once.</summary>
    public ReadOnlySpan<int> ArticlesOf(int shingle) => _parts[shingle % _parts.Length].ArticlesOf(shingle / _parts.Length);

    /// <summary>Those of one part of all shingles.</summary>
    public sealed class Part
    {
        private readonly int[] _starts;
        private readonly int[] _articles;

        private Part(int[] starts, int[] articles) => (_starts, _articles) = (starts, articles);

        public int Count => _starts.Length - 1;

        public ReadOnlySpan<int> ArticlesOf(int shingle) =>
            _articles.AsSpan(_starts[shingle], _starts[shingle + 1] - _starts[shingle]);

        public void CountByArticle(Span<int> counts)
        {
            foreach (var article in _articles)
                counts[article]++;
        }

        /// <param name="entries">A hash in the upper half, an article's number in the lower; sorted. Overwritten.</param>
        public static Part Of(Span<ulong> entries)
        {
            var (shingles, kept) = KeepShared(entries);
            var starts = new int[shingles + 1];
            var articles = GC.AllocateUninitializedArray<int>(kept);
            var shingle = 0;
            for (var at = 0; at < kept; at++)
            {
                if (at > 0 && entries[at] >> 32 != entries[at - 1] >> 32)
                    starts[++shingle] = at;
                articles[at] = (int)(uint)entries[at];
            }

            starts[shingles] = kept;
            return new Part(starts, articles);
        }

        // Moves the shingles of at least two articles to the front, an article that repeats its own once.
        private static (int Shingles, int Entries) KeepShared(Span<ulong> entries)
        {
            int shingles = 0, kept = 0;
            for (int run = 0, end; run < entries.Length; run = end)
            {
                for (end = run + 1; end < entries.Length && entries[end] >> 32 == entries[run] >> 32;)
                    end++;
                // Sorted, so the last differs from the first where any does.
                if (entries[run] == entries[end - 1])
                    continue;
                shingles++;
                for (var at = run; at < end; at++)
                {
                    if (at == run || entries[at] != entries[kept - 1])
                        entries[kept++] = entries[at];
                }
            }

            return (shingles, kept);
        }
    }
}
