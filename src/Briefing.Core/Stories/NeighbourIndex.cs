using Briefing.Core.Reprints;

namespace Briefing.Core.Stories;

/// <summary>Two articles, by position, and how alike they are.</summary>
internal readonly record struct NeighbourPair(int Left, int Right, float Likeness);

/// <summary>
/// Finds the pairs of articles alike enough to matter without comparing all: through the most telling terms of each, looking
/// back over a bounded number of earlier articles that have the term. Linear.
/// </summary>
internal sealed class NeighbourIndex
{
    /// <summary>Earlier articles looked at for one term. Articles stand in order of publication, so the latest come first.</summary>
    private const int LookBack = 256;

    /// <summary>Earlier articles looked at for all terms of an article together, the heaviest term's first.</summary>
    private const int MaxLookedAt = 768;

    /// <summary>Neighbours compared in full, the most promising first.</summary>
    private const int MaxCompared = 64;

    // A part of the likeness that must come from telling terms before two articles are compared in full.
    private const float Promising = 0.1f;

    private readonly TopTermIndex _terms;
    private readonly float[] _promise;
    private readonly List<int> _touched = [];
    private readonly List<int> _promising = [];

    private NeighbourIndex(LeadVectors vectors)
    {
        _terms = new TopTermIndex(vectors);
        _promise = new float[vectors.Count];
    }

    /// <summary>Every pair found that reaches <see cref="StoryThresholds.Likeness"/>.</summary>
    public static List<NeighbourPair> Find(LeadVectors vectors, StoryThresholds bars)
    {
        var search = new NeighbourIndex(vectors);
        var found = new List<NeighbourPair>();
        for (var article = 0; article < vectors.Count; article++)
        {
            foreach (var earlier in search.PromisingBefore(article))
            {
                var likeness = vectors.Likeness(article, earlier, bars);
                if (likeness >= bars.Likeness)
                    found.Add(new NeighbourPair(earlier, article, likeness));
            }
        }

        return found;
    }

    private List<int> PromisingBefore(int article)
    {
        _touched.Clear();
        _promising.Clear();
        LookUp(article);
        foreach (var earlier in _touched)
        {
            if (_promise[earlier] >= Promising)
                _promising.Add(earlier);
        }

        if (_promising.Count > MaxCompared)
        {
            _promising.Sort((a, b) => (_promise[b], b).CompareTo((_promise[a], a)));
            _promising.RemoveRange(MaxCompared, _promising.Count - MaxCompared);
        }

        foreach (var earlier in _touched)
            _promise[earlier] = 0;
        return _promising;
    }

    private void LookUp(int article)
    {
        var left = MaxLookedAt;
        for (var rank = 0; rank < TopTermIndex.MaxPerArticle && left > 0; rank++)
        {
            var looked = _terms.LookBack(article, rank, Math.Min(left, LookBack), _promise, _touched);
            if (looked < 0)
                return;
            left -= looked;
        }
    }
}

/// <summary>
/// For each of the most telling terms of an article the earlier articles that it is telling for too. One sorted array, so that
/// looking back runs through neighbouring memory.
/// </summary>
internal sealed class TopTermIndex
{
    /// <summary>The heaviest terms of an article, which lead to its neighbours.</summary>
    public const int MaxPerArticle = 40;

    // The term, and below it the article's number times the most per article plus the term's rank among them. Ascending.
    private readonly ulong[] _entries;
    private readonly ushort[] _weights;

    // Where an article's term of a rank stands in those; the rest of an article that has fewer is -1.
    private readonly int[] _places;

    public TopTermIndex(LeadVectors vectors)
    {
        _places = new int[vectors.Count * MaxPerArticle];
        Array.Fill(_places, -1);
        var (entries, count) = (new ulong[_places.Length], 0);
        var weights = new ushort[_places.Length];
        var order = new uint[256];
        for (var article = 0; article < vectors.Count; article++)
        {
            var codes = vectors[article];
            var rank = article * MaxPerArticle;
            foreach (var weightAndPlace in HeaviestOf(codes, order))
            {
                var code = codes[ushort.MaxValue - (ushort)weightAndPlace];
                weights[rank] = LeadVectors.WeightOf(code);
                entries[count++] = ((ulong)LeadVectors.TermOf(code) << 32) | (uint)rank++;
            }
        }

        _entries = entries.AsSpan(0, count).ToArray();
        RadixSort.ByUpperHalf(_entries, entries);
        _weights = new ushort[count];
        for (var at = 0; at < count; at++)
        {
            var rank = (int)(uint)_entries[at];
            _places[rank] = at;
            _weights[at] = weights[rank];
        }
    }

    /// <summary>Adds to each earlier article's promise what a term of this one contributes to the likeness of both.</summary>
    /// <param name="rank">The heaviest term first: from 0.</param>
    /// <param name="most">Earlier articles looked at, at most.</param>
    /// <param name="touched">Gets those whose promise was 0.</param>
    /// <returns>Articles looked at; -1 where there is no such term.</returns>
    public int LookBack(int article, int rank, int most, float[] promise, List<int> touched)
    {
        var place = _places[(article * MaxPerArticle) + rank];
        if (place < 0)
            return -1;
        var term = _entries[place] >> 32;
        var weight = _weights[place] / ((float)ushort.MaxValue * ushort.MaxValue);
        var looked = 0;
        for (var at = place - 1; at >= 0 && looked < most && _entries[at] >> 32 == term; at--, looked++)
        {
            ref var sum = ref promise[(uint)_entries[at] / MaxPerArticle];
            if (sum == 0)
                touched.Add((int)((uint)_entries[at] / MaxPerArticle));
            sum += weight * _weights[at];
        }

        return looked;
    }

    // Each a weight and, below it, the place from the end: of equal weights the earlier term goes first.
    private static Span<uint> HeaviestOf(ReadOnlySpan<ulong> codes, uint[] order)
    {
        var all = order.AsSpan(0, codes.Length);
        for (var at = 0; at < codes.Length; at++)
            all[at] = ((uint)LeadVectors.WeightOf(codes[at]) << 16) | (uint)(ushort.MaxValue - at);
        all.Sort();
        all.Reverse();
        return all[..Math.Min(codes.Length, MaxPerArticle)];
    }
}
