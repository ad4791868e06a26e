using System.Runtime.InteropServices;

namespace Briefing.Core.Stories.Grouping;

/// <summary>Two articles, by position, and how alike they are.</summary>
internal readonly record struct Nearness(int Left, int Right, float Likeness);

/// <summary>
/// Finds the pairs of articles alike enough to matter without comparing all: through the most telling terms of each, looking
/// back over a bounded number of earlier articles that have the term. Exact for up to <see cref="LookBack"/> articles but for
/// pairs that share none of their most telling terms; linear for more.
/// </summary>
internal sealed class NearbyArticles
{
    /// <summary>The heaviest terms of an article, which lead to its neighbours.</summary>
    private const int TellingTerms = 40;

    /// <summary>Earlier articles looked at for one term. Articles stand in order of publication, so the latest come first.</summary>
    private const int LookBack = 256;

    /// <summary>Neighbours compared in full, the most promising first.</summary>
    private const int MostCompared = 96;

    // A part of the likeness that must come from telling terms before two articles are compared in full.
    private const float Promising = 0.03f;

    private readonly IReadOnlyList<WeightedLead> _leads;
    private readonly Dictionary<uint, int> _latest = [];
    private readonly List<(int Article, int Earlier)> _postings = [];
    private readonly float[] _promise;
    private readonly List<int> _touched = [];

    private NearbyArticles(IReadOnlyList<WeightedLead> leads)
    {
        _leads = leads;
        _promise = new float[leads.Count];
    }

    /// <summary>Every pair that reaches <see cref="StoryBars.Likeness"/>, the factor of days included.</summary>
    public static List<Nearness> Find(IReadOnlyList<WeightedLead> leads)
    {
        var search = new NearbyArticles(leads);
        var found = new List<Nearness>();
        for (var article = 0; article < leads.Count; article++)
        {
            foreach (var earlier in search.PromisingBefore(article))
            {
                var likeness = leads[article].LikenessTo(leads[earlier]);
                if (likeness >= StoryBars.Likeness)
                    found.Add(new Nearness(earlier, article, likeness));
            }
        }

        return found;
    }

    private List<int> PromisingBefore(int article)
    {
        _touched.Clear();
        foreach (var (term, weight) in TellingTermsOf(_leads[article].Sum))
            LookUpAndPost(article, term, weight);

        var promising = _touched.Where(earlier => _promise[earlier] >= Promising).ToList();
        if (promising.Count > MostCompared)
        {
            promising.Sort((a, b) => (_promise[b], b).CompareTo((_promise[a], a)));
            promising.RemoveRange(MostCompared, promising.Count - MostCompared);
        }

        foreach (var earlier in _touched)
            _promise[earlier] = 0;
        return promising;
    }

    private void LookUpAndPost(int article, uint term, float weight)
    {
        ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, term, out var known);
        var posting = known ? latest : -1;
        latest = _postings.Count;
        _postings.Add((article, posting));
        for (var looked = 0; posting >= 0 && looked < LookBack; looked++)
        {
            var (earlier, next) = _postings[posting];
            if (_promise[earlier] == 0)
                _touched.Add(earlier);
            _promise[earlier] += weight * WeightOf(term, earlier);
            posting = next;
        }
    }

    private float WeightOf(uint term, int article)
    {
        var vector = _leads[article].Sum;
        var at = Array.BinarySearch(vector.Terms, term);
        return vector.Facts[at] + vector.Words[at];
    }

    private static IEnumerable<(uint Term, float Weight)> TellingTermsOf(TermVector vector)
    {
        var telling = TermVector.Heaviest(vector.Terms, vector.Facts, vector.Words, vector.Terms.Length, TellingTerms);
        for (var at = 0; at < telling.Terms.Length; at++)
            yield return (telling.Terms[at], telling.Facts[at] + telling.Words[at]);
    }
}
