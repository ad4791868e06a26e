namespace Briefing.Core.Matching;

/// <summary>
/// Tells a reprint from a text of the same shape about something else: same sentences, other places, people, figures, days.
/// </summary>
/// <remarks>
/// Facts are numbers and capitalised words. A copy keeps most of them (one that is cut short has no others); a form filled
/// in anew has lost most and has others in their place.
/// </remarks>
internal sealed class FactComparison
{
    /// <summary>Each article must lack at least this share of the other's facts for them to be about different things.</summary>
    public const double OtherFactsFrom = 0.5;

    /// <summary>Fewer differing facts than this are a correction, whatever their share.</summary>
    public const int FewestOtherFacts = 3;

    private readonly KeySet _one = new();
    private readonly KeySet _other = new();

    public bool TellOfDifferentThings(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        _one.Clear();
        foreach (var word in one)
        {
            if (WordCode.IsFact(word))
                _one.Add(WordCode.Key(word));
        }

        _other.Clear();
        var kept = 0;
        foreach (var word in other)
        {
            if (!WordCode.IsFact(word))
                continue;
            var key = WordCode.Key(word);
            var before = _other.Count;
            _other.Add(key);
            if (_other.Count > before && _one.Contains(key))
                kept++;
        }

        return AreMostlyOthers(_one.Count, kept) && AreMostlyOthers(_other.Count, kept);
    }

    private static bool AreMostlyOthers(int facts, int kept) =>
        facts - kept >= FewestOtherFacts && facts - kept >= OtherFactsFrom * facts;
}
