namespace Briefing.Core.Stories.Claims;

/// <summary>Finds wordings that share much with one at hand, without comparing all with all.</summary>
internal sealed class Candidates
{
    // A word that so many wordings have finds too much; it is taken to be shared.
    private const int LongestList = 200;
    private const int Most = 24;
    private const int SharedWords = 2;

    private readonly Dictionary<int, List<int>> _postings = [];
    private readonly List<int> _found = [];
    private readonly List<(int Shared, int Id)> _near = [];
    private int[] _shared = new int[64];

    public void Add(int id, Wording wording)
    {
        if (id >= _shared.Length)
            Array.Resize(ref _shared, 2 * id);
        foreach (var word in wording.Content)
        {
            var stem = wording.StemAt(word);
            if (!_postings.TryGetValue(stem, out var list))
                _postings.Add(stem, list = []);
            if (list.Count <= LongestList)
                list.Add(id);
        }
    }

    /// <summary>The ids that may share at least this part of the wording's content words, those that share most first, then the earliest.</summary>
    public int[] For(Wording wording, double leastShare, int leastWords = SharedWords) => For(wording.Statement, wording.Content, leastShare, leastWords);

    /// <param name="content">Indices of different content words.</param>
    /// <inheritdoc cref="For(Wording, double, int)"/>
    public int[] For(Statement statement, ReadOnlySpan<int> content, double leastShare, int leastWords = SharedWords)
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
}
