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

    /// <param name="entries">A shingle's hash in the upper half, an article's number in the lower, sorted by both.</param>
    public static SharedShingles Of(ReadOnlySpan<ulong> entries, int articles)
    {
        var shingleStarts = new List<int>();
        var articlesOfShingle = new List<int>();
        var articleStarts = new int[articles + 1];
        for (int run = 0, end; run < entries.Length; run = end)
        {
            for (end = run + 1; end < entries.Length && entries[end] >> 32 == entries[run] >> 32;)
                end++;
            // Sorted, so the last differs from the first where any does: otherwise one article repeats itself.
            if (entries[run] == entries[end - 1])
                continue;

            shingleStarts.Add(articlesOfShingle.Count);
            for (var at = run; at < end; at++)
            {
                if (at > run && entries[at] == entries[at - 1])
                    continue;
                var article = (int)(uint)entries[at];
                articlesOfShingle.Add(article);
                articleStarts[article + 1]++;
            }
        }

        shingleStarts.Add(articlesOfShingle.Count);
        return Transpose(articleStarts, [.. shingleStarts], [.. articlesOfShingle]);
    }

    private static SharedShingles Transpose(int[] articleStarts, int[] shingleStarts, int[] articlesOfShingle)
    {
        for (var article = 1; article < articleStarts.Length; article++)
            articleStarts[article] += articleStarts[article - 1];
        var next = articleStarts[..^1];
        var shinglesOfArticle = new int[articlesOfShingle.Length];
        for (var shingle = 0; shingle + 1 < shingleStarts.Length; shingle++)
        {
            for (var at = shingleStarts[shingle]; at < shingleStarts[shingle + 1]; at++)
                shinglesOfArticle[next[articlesOfShingle[at]]++] = shingle;
        }

        return new SharedShingles(articleStarts, shinglesOfArticle, shingleStarts, articlesOfShingle);
    }
}
