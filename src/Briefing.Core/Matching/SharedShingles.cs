namespace Briefing.Core.Matching;

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
