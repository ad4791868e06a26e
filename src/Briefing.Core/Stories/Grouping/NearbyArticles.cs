namespace Briefing.Core.Stories.Grouping;

/// <summary>Two articles, by position, and how alike they are.</summary>
internal readonly record struct Nearness(int Left, int Right, float Likeness);

/// <summary>
/// Finds the pairs of articles alike enough to matter without comparing all: through the most telling terms of each, looking
/// back over a bounded number of earlier articles that have the term. Linear.
/// </summary>
internal sealed class NearbyArticles
{
    /// <summary>Earlier articles looked at for one term. Articles stand in order of publication, so the latest come first.</summary>
    private const int LookBack = 256;

    /// <summary>Earlier articles looked at for all terms of an article together, the heaviest term's first.</summary>
    private const int MostLookedAt = 768;

    /// <summary>Neighbours compared in full, the most promising first.</summary>
    private const int MostCompared = 64;

    // A part of the likeness that must come from telling terms before two articles are compared in full.
    private const float Promising = 0.1f;

    private readonly TellingTerms _terms;
    private readonly float[] _promise;
    private readonly List<int> _touched = [];
    private readonly List<int> _promising = [];

    private NearbyArticles(LeadVectors vectors)
    {
        _terms = new TellingTerms(vectors);
        _promise = new float[vectors.Count];
    }

    /// <summary>Every pair found that reaches <see cref="StoryBars.Likeness"/>.</summary>
    public static List<Nearness> Find(LeadVectors vectors, StoryBars bars)
    {
        var search = new NearbyArticles(vectors);
        var found = new List<Nearness>();
        for (var article = 0; article < vectors.Count; article++)
        {
            foreach (var earlier in search.PromisingBefore(article))
            {
                var likeness = vectors.Likeness(article, earlier, bars);
                if (likeness >= bars.Likeness)
                    found.Add(new Nearness(earlier, article, likeness));
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

        if (_promising.Count > MostCompared)
        {
            _promising.Sort((a, b) => (_promise[b], b).CompareTo((_promise[a], a)));
            _promising.RemoveRange(MostCompared, _promising.Count - MostCompared);
        }

        foreach (var earlier in _touched)
            _promise[earlier] = 0;
        return _promising;
    }

    private void LookUp(int article)
    {
        var left = MostLookedAt;
        for (var rank = 0; rank < TellingTerms.MostPerArticle && left > 0; rank++)
        {
            var looked = _terms.LookBack(article, rank, Math.Min(left, LookBack), _promise, _touched);
            if (looked < 0)
                return;
            left -= looked;
        }
    }
}
