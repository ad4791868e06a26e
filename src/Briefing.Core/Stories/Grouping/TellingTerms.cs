using Briefing.Core.Matching;

namespace Briefing.Core.Stories.Grouping;

/// <summary>
/// For each of the most telling terms of an article the earlier articles that it is telling for too. One sorted array, so that
/// looking back runs through neighbouring memory.
/// </summary>
internal sealed class TellingTerms
{
    /// <summary>The heaviest terms of an article, which lead to its neighbours.</summary>
    public const int MostPerArticle = 40;

    // The term, and below it the article's number times the most per article plus the term's rank among them. Ascending.
    private readonly ulong[] _entries;
    private readonly ushort[] _weights;

    // Where an article's term of a rank stands in those; the rest of an article that has fewer is -1.
    private readonly int[] _places;

    public TellingTerms(LeadVectors vectors)
    {
        _places = new int[vectors.Count * MostPerArticle];
        Array.Fill(_places, -1);
        var (entries, count) = (new ulong[_places.Length], 0);
        var weights = new ushort[_places.Length];
        var order = new uint[256];
        for (var article = 0; article < vectors.Count; article++)
        {
            var codes = vectors[article];
            var rank = article * MostPerArticle;
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
        var place = _places[(article * MostPerArticle) + rank];
        if (place < 0)
            return -1;
        var term = _entries[place] >> 32;
        var weight = _weights[place] / ((float)ushort.MaxValue * ushort.MaxValue);
        var looked = 0;
        for (var at = place - 1; at >= 0 && looked < most && _entries[at] >> 32 == term; at--, looked++)
        {
            ref var sum = ref promise[(uint)_entries[at] / MostPerArticle];
            if (sum == 0)
                touched.Add((int)((uint)_entries[at] / MostPerArticle));
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
        return all[..Math.Min(codes.Length, MostPerArticle)];
    }
}
