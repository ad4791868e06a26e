namespace Briefing.Core.Reprints;

/// <summary>
/// Finds every two articles of the same wording: candidates share sampled shingles; each is then verified on all shingles.
/// Linear in the number of articles, however many are copies of one text or carry the same boilerplate.
/// </summary>
public sealed class ReprintSearch
{
    /// <summary>
    /// For corpora: one shingle in sixteen. Finds 99.99 % of the pairs of copies among 100,000 articles; a piece of sixty
    /// words is missed in an article of a thousand once in forty times.
    /// </summary>
    public const int SparseSampling = 16;

    /// <summary>For one edition's articles, where time does not matter so much: the same piece is never missed in practice.</summary>
    public const int DenseSampling = 4;

    // A shingle of more articles than these is met by each with the first and the previous few only, which bounds the cost
    // and still connects copies: they meet in the same order in all their shingles.
    private const int FullyMet = 64;
    private const int MetOfMany = 4;

    // One in so many of the samples that a contained text would share must be. Of a text that shares six tenths of sixteen
    // samples on average, fewer than a quarter are found once in a thousand cases.
    private const int SmallestSharedPart = 4;

    private readonly TokenStore _wordings;
    private readonly ShingleIndex _index;
    private readonly ShingleSet _set = new();
    private readonly FactComparison _facts = new();
    private readonly List<int> _met = [];

    // With repetitions; _counts is without, and known only where an article was compared.
    private readonly List<int> _shingleCounts = [];
    private uint[] _hashes = [];
    private int[] _sharedSamples = [];
    private int[] _counts = [];

    /// <param name="clauses">Where articles are kept; empty.</param>
    /// <param name="samplingRate">One of <see cref="SparseSampling"/> and <see cref="DenseSampling"/>.</param>
    public ReprintSearch(TokenStore clauses, int samplingRate)
    {
        _wordings = clauses;
        _index = new ShingleIndex(samplingRate);
    }


    /// <summary>Adds an article to the store and to the search.</summary>
    /// <param name="words">As <see cref="Utf8Tokenizer"/> gives them.</param>
    /// <returns>Its number, from 0.</returns>
    public int Add(ReadOnlySpan<uint> words)
    {
        var count = Shingles.CountOf(words.Length);
        if (_hashes.Length < count)
            _hashes = new uint[2 * count];
        Shingles.Hash(words, _hashes);
        _index.Add(_hashes.AsSpan(0, count));
        _shingleCounts.Add(count);
        return _wordings.Add(words);
    }

    /// <summary>The pairs of the same wording whose facts are the same too. To be called once, when all are added.</summary>
    /// <param name="onOverlap">Called with every candidate's overlap; for measuring.</param>
    public List<ReprintPair> FindPairs(Action<ReprintPair>? onOverlap = null)
    {
        var shared = _index.FindShared();
        var pairs = new List<ReprintPair>();
        _sharedSamples = new int[_wordings.Count];
        _counts = new int[_wordings.Count];
        for (var article = 0; article < _wordings.Count; article++)
        {
            MeetCandidates(article, shared);
            if (_met.Count > 0)
                Verify(article, pairs, onOverlap);
        }

        return pairs;
    }

    // Counts, for each earlier article that shares sampled shingles with this one, how many.
    private void MeetCandidates(int article, SharedShingles shared)
    {
        _met.Clear();
        foreach (var shingle in shared.ShinglesOf(article))
        {
            var articles = shared.ArticlesOf(shingle);
            if (articles.Length <= FullyMet)
            {
                Meet(articles, article);
                continue;
            }

            var at = articles.BinarySearch(article);
            var previous = Math.Max(0, at - MetOfMany);
            Meet(articles[..Math.Min(MetOfMany, previous)], article);
            Meet(articles[previous..at], article);
        }
    }

    private void Meet(ReadOnlySpan<int> articles, int article)
    {
        foreach (var other in articles)
        {
            if (other >= article)
                return;
            if (_sharedSamples[other]++ == 0)
                _met.Add(other);
        }
    }

    private void Verify(int article, List<ReprintPair> pairs, Action<ReprintPair>? onOverlap)
    {
        var candidates = KeepLikely(article);
        if (candidates == 0)
            return;

        _set.Fill(_wordings[article]);
        _counts[article] = _set.Count;
        for (var at = 0; at < candidates; at++)
        {
            var other = _met[at];
            var pair = new ReprintPair(article, other, _set.Measure(_wordings[other], _counts[other]));
            onOverlap?.Invoke(pair);
            if (IsReprint(pair))
                pairs.Add(pair);
        }
    }

    // Moves the candidates that share enough samples to the front, and counts their shingles where that was not done before.
    private int KeepLikely(int article)
    {
        var kept = 0;
        for (var at = 0; at < _met.Count; at++)
        {
            var other = _met[at];
            var sharedSamples = _sharedSamples[other];
            _sharedSamples[other] = 0;
            if (sharedSamples * SmallestSharedPart < LargestCommonSample(article, other))
                continue;
            if (_counts[other] == 0)
            {
                _set.Fill(_wordings[other]);
                _counts[other] = _set.Count;
            }

            _met[kept++] = other;
        }

        return kept;
    }

    private int LargestCommonSample(int one, int other) =>
        _index.LargestCommonSample(
            Math.Min(_shingleCounts[one], _shingleCounts[other]),
            Math.Max(_shingleCounts[one], _shingleCounts[other]));

    private bool IsReprint(ReprintPair pair) =>
        ReprintRule.SharesWording(pair.Overlap)
        && (pair.Overlap.Containment >= ReprintRule.NearlyAll
            || !_facts.AreAboutDifferentThings(_wordings[pair.One], _wordings[pair.Other]));
}
