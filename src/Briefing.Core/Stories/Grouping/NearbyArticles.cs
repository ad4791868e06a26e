using System.Runtime.InteropServices;

namespace Briefing.Core.Stories.Grouping;

/// <summary>Two articles, by position, and how alike they are.</summary>
internal readonly record struct Nearness(int Left, int Right, float Likeness);

/// <summary>
/// Finds the pairs of articles alike enough to matter without comparing all: through the most telling terms of each, looking
/// back over a bounded number of earlier articles that have the term. Linear.
/// </summary>
internal sealed class NearbyArticles
{
    /// <summary>The heaviest terms of an article, which lead to its neighbours.</summary>
    private const int TellingTerms = 40;

    /// <summary>Earlier articles looked at for one term. Articles stand in order of publication, so the latest come first.</summary>
    private const int LookBack = 256;

    /// <summary>Earlier articles looked at for all terms of an article together, the heaviest term's first.</summary>
    private const int MostLookedAt = 768;

    /// <summary>Neighbours compared in full, the most promising first.</summary>
    private const int MostCompared = 64;

    // A part of the likeness that must come from telling terms before two articles are compared in full.
    private const float Promising = 0.1f;

    private readonly IReadOnlyList<WeightedLead> _leads;
    private readonly Dictionary<uint, int> _latest = [];
    private readonly List<Posting> _postings = [];
    private readonly float[] _promise;
    private readonly List<int> _touched = [];
    private float[] _lightness = [];
    private int[] _order = [];

    private NearbyArticles(IReadOnlyList<WeightedLead> leads)
    {
        _leads = leads;
        _promise = new float[leads.Count];
    }

    /// <summary>Every pair found that reaches <see cref="StoryBars.Likeness"/>.</summary>
    public static List<Nearness> Find(IReadOnlyList<WeightedLead> leads, StoryBars bars)
    {
        var search = new NearbyArticles(leads);
        var found = new List<Nearness>();
        for (var article = 0; article < leads.Count; article++)
        {
            foreach (var earlier in search.PromisingBefore(article))
            {
                var likeness = leads[article].LikenessTo(leads[earlier], bars);
                if (likeness >= bars.Likeness)
                    found.Add(new Nearness(earlier, article, likeness));
            }
        }

        return found;
    }

    private List<int> PromisingBefore(int article)
    {
        _touched.Clear();
        LookUpAndPost(article, _leads[article].Sum);
        var promising = _touched.FindAll(earlier => _promise[earlier] >= Promising);
        if (promising.Count > MostCompared)
        {
            promising.Sort((a, b) => (_promise[b], b).CompareTo((_promise[a], a)));
            promising.RemoveRange(MostCompared, promising.Count - MostCompared);
        }

        foreach (var earlier in _touched)
            _promise[earlier] = 0;
        return promising;
    }

    private void LookUpAndPost(int article, TermVector vector)
    {
        var left = MostLookedAt;
        foreach (var at in HeaviestFirst(vector))
        {
            var weight = vector.Facts[at] + vector.Words[at];
            ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, vector.Terms[at], out var known);
            var earlier = known ? latest : -1;
            latest = _postings.Count;
            _postings.Add(new Posting(article, weight, earlier));
            left = LookUp(earlier, weight, left);
        }
    }

    private int LookUp(int at, float weight, int left)
    {
        var postings = CollectionsMarshal.AsSpan(_postings);
        for (var looked = 0; at >= 0 && looked < LookBack && left > 0; looked++, left--)
        {
            ref readonly var posting = ref postings[at];
            ref var promise = ref _promise[posting.Article];
            if (promise == 0)
                _touched.Add(posting.Article);
            promise += weight * posting.Weight;
            at = posting.Earlier;
        }

        return left;
    }

    private ReadOnlySpan<int> HeaviestFirst(TermVector vector)
    {
        var count = vector.Terms.Length;
        if (_order.Length < count)
            (_lightness, _order) = (new float[2 * count], new int[2 * count]);
        for (var at = 0; at < count; at++)
            (_lightness[at], _order[at]) = (-(vector.Facts[at] + vector.Words[at]), at);
        _lightness.AsSpan(0, count).Sort(_order.AsSpan(0, count));
        return _order.AsSpan(0, Math.Min(count, TellingTerms));
    }

    /// <param name="Earlier">The posting before this one of the same term; -1 for none.</param>
    private readonly record struct Posting(int Article, float Weight, int Earlier);
}
