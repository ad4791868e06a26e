namespace Briefing.Core.Stories.Claims;

/// <summary>Finds wordings that share rare words with one at hand, without comparing all with all.</summary>
/// <param name="frequencies">In how many wordings of the story each stem stands.</param>
internal sealed class Candidates(IReadOnlyDictionary<int, int> frequencies)
{
    // The rarest words of a sentence decide; a word of half the story finds nothing that they do not.
    private const int RarestWords = 16;
    private const int LongestList = 200;
    private const int Most = 24;
    private const int SharedWords = 2;

    private readonly Dictionary<int, List<int>> _postings = [];
    private readonly Dictionary<int, int> _shared = [];

    public void Add(int id, Wording wording)
    {
        foreach (var word in wording.Content)
        {
            var stem = wording.StemAt(word);
            if (!_postings.TryGetValue(stem, out var list))
                _postings.Add(stem, list = []);
            list.Add(id);
        }
    }

    /// <summary>The ids sharing most of the wording's rare words, most first, then the earliest.</summary>
    public List<int> For(Wording wording)
    {
        _shared.Clear();
        var rarest = wording.Content.Select(wording.StemAt).OrderBy(stem => frequencies.GetValueOrDefault(stem)).ThenBy(stem => stem).Take(RarestWords);
        foreach (var stem in rarest)
        {
            if (!_postings.TryGetValue(stem, out var list) || list.Count > LongestList)
                continue;
            foreach (var id in list)
                _shared[id] = _shared.GetValueOrDefault(id) + 1;
        }

        var needed = Math.Min(SharedWords, wording.Content.Length);
        return [.. _shared.Where(pair => pair.Value >= needed).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Most).Select(pair => pair.Key)];
    }
}
