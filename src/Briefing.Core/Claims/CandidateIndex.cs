using Briefing.Core.Claims.Sentences;

namespace Briefing.Core.Claims;

/// <summary>Finds wordings that share much with one at hand, without comparing all with all.</summary>
internal sealed class CandidateIndex
{
    // A word that so many wordings have finds too much; it is taken to be shared.
    private const int LongestList = 200;
    private const int Most = 24;
    private const int SharedWords = 2;

    private readonly Dictionary<int, List<int>> _postings = [];
    private readonly List<int> _found = [];
    private readonly List<(int Shared, int Id)> _near = [];
    private int[] _shared = new int[64];

    /// <param name="id">From 0 upwards, in ascending order.</param>
    public void Add(int id, ComparableClause clause)
    {
        foreach (var word in clause.Content)
            Add(id, clause.StemAt(word));
    }

    /// <summary>The same for a wording that nothing else need be known of as yet.</summary>
    /// <inheritdoc cref="Add(int, ComparableClause)"/>
    public void Add(int id, Sentence statement)
    {
        for (var word = 0; word < statement.Count; word++)
        {
            if (statement.IsContent(word))
                Add(id, statement.Stems[word]);
        }
    }

    /// <summary>The ids that may share at least this part of the wording's content words, those that share most first, then the earliest.</summary>
    public int[] For(ComparableClause clause, double leastShare, int leastWords = SharedWords) => For(clause.Sentence, clause.Content, leastShare, leastWords);

    /// <param name="content">Indices of different content words.</param>
    /// <inheritdoc cref="For(ComparableClause, double, int)"/>
    public int[] For(Sentence statement, ReadOnlySpan<int> content, double leastShare, int leastWords = SharedWords)
    {
        _found.Clear();
        var taken = 0;
        foreach (var word in content)
        {
            if (!_postings.TryGetValue(statement.Stems[word], out var list))
                continue;
            if (list.Count > LongestList)
            {
                taken++;
                continue;
            }

            foreach (var id in list)
            {
                if (_shared[id]++ == 0)
                    _found.Add(id);
            }
        }

        var needed = Math.Max(Math.Min(leastWords - taken, content.Length), (int)(leastShare * content.Length) - taken);
        _near.Clear();
        foreach (var id in _found)
        {
            if (_shared[id] >= needed)
                _near.Add((-_shared[id], id));
            _shared[id] = 0;
        }

        _near.Sort();
        var nearest = _near.Count == 0 ? [] : new int[Math.Min(Most, _near.Count)];
        for (var at = 0; at < nearest.Length; at++)
            nearest[at] = _near[at].Id;
        return nearest;
    }

    private void Add(int id, int stem)
    {
        if (id >= _shared.Length)
            Array.Resize(ref _shared, 2 * id);
        if (!_postings.TryGetValue(stem, out var list))
            _postings.Add(stem, list = []);
        if (list.Count <= LongestList && (list.Count == 0 || list[^1] != id))
            list.Add(id);
    }
}
