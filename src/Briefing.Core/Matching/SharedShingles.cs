namespace Briefing.Core.Matching;

/// <summary>Sampled shingles that at least two articles have: the articles of each, and each article's.</summary>
internal sealed class SharedShingles
{
    private readonly int[] _articleStarts;
    private readonly int[] _shinglesOfArticle;
    private readonly int[] _shingleStarts;
    private readonly int[] _articlesOfShingle;

    private SharedShingles(int[] articleStarts, int[] shinglesOfArticle, int[] shingleStarts, int[] articlesOfShingle)
    {
        _articleStarts = articleStarts;
        _shinglesOfArticle = shinglesOfArticle;
        _shingleStarts = shingleStarts;
        _articlesOfShingle = articlesOfShingle;
    }

    public ReadOnlySpan<int> ShinglesOf(int article) =>
        _shinglesOfArticle.AsSpan(_articleStarts[article], _articleStarts[article + 1] - _articleStarts[article]);

    /// <summary>In ascending order, each once.</summary>
    public ReadOnlySpan<int> ArticlesOf(int shingle) =>
        _articlesOfShingle.AsSpan(_shingleStarts[shingle], _shingleStarts[shingle + 1] - _shingleStarts[shingle]);

    /// <summary>Takes sorted samples and keeps what at least two articles have.</summary>
    public sealed class Builder(int articles)
    {
        private readonly List<int> _shingleStarts = [];
        private readonly List<int> _articlesOfShingle = [];
        private readonly int[] _articleStarts = new int[articles + 1];

        /// <param name="entries">A hash in the upper half, an article's number in the lower; sorted. All of a hash come together.</param>
        public void Add(ReadOnlySpan<ulong> entries)
        {
            for (int run = 0, end; run < entries.Length; run = end)
            {
                for (end = run + 1; end < entries.Length && entries[end] >> 32 == entries[run] >> 32;)
                    end++;
                // Sorted, so the last differs from the first where any does: otherwise one article repeats itself.
                if (entries[run] != entries[end - 1])
                    AddShingle(entries[run..end]);
            }
        }

        public SharedShingles Build()
        {
            _shingleStarts.Add(_articlesOfShingle.Count);
            for (var article = 0; article < articles; article++)
                _articleStarts[article + 1] += _articleStarts[article];
            var next = _articleStarts[..^1];
            var shinglesOfArticle = new int[_articlesOfShingle.Count];
            for (var shingle = 0; shingle + 1 < _shingleStarts.Count; shingle++)
            {
                for (var at = _shingleStarts[shingle]; at < _shingleStarts[shingle + 1]; at++)
                    shinglesOfArticle[next[_articlesOfShingle[at]]++] = shingle;
            }

            return new SharedShingles(_articleStarts, shinglesOfArticle, [.. _shingleStarts], [.. _articlesOfShingle]);
        }

        private void AddShingle(ReadOnlySpan<ulong> entries)
        {
            _shingleStarts.Add(_articlesOfShingle.Count);
            for (var at = 0; at < entries.Length; at++)
            {
                if (at > 0 && entries[at] == entries[at - 1])
                    continue;
                var article = (int)(uint)entries[at];
                _articlesOfShingle.Add(article);
                _articleStarts[article + 1]++;
            }
        }
    }
}
