namespace Briefing.Core.Matching;

/// <summary>
/// Tells a reprint from a text of the same shape about something else: same sentences, other places, people, figures, days.
/// </summary>
/// <remarks>
/// Facts are numbers, and words that stand capitalised wherever either article has them. A copy keeps most of them (one
/// that is cut short has no others); a form filled in anew has lost most and has others in their place.
/// </remarks>
internal sealed class FactComparison
{
    /// <summary>Both articles must have lost at least this share of the other's facts to be about different things.</summary>
    public const double OtherFactsFrom = 0.5;

    /// <summary>Fewer differing facts than this are a correction, whatever their share.</summary>
    public const int FewestOtherFacts = 3;

    private readonly HashSet<uint> _one = [];
    private readonly HashSet<uint> _other = [];
    private readonly HashSet<uint> _plain = [];

    public bool TellOfDifferentThings(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        _plain.Clear();
        CollectPlain(one);
        CollectPlain(other);
        CollectFacts(one, _one);
        CollectFacts(other, _other);

        var kept = 0;
        foreach (var fact in _one)
        {
            if (_other.Contains(fact))
                kept++;
        }

        return IsMostlyOther(_one.Count, kept) && IsMostlyOther(_other.Count, kept);
    }

    private static bool IsMostlyOther(int facts, int kept) =>
        facts - kept >= FewestOtherFacts && facts - kept >= OtherFactsFrom * facts;

    private void CollectPlain(ReadOnlySpan<uint> words)
    {
        foreach (var word in words)
        {
            if (!WordCode.IsCapitalized(word) && !WordCode.IsNumber(word))
                _plain.Add(WordCode.Key(word));
        }
    }

    private void CollectFacts(ReadOnlySpan<uint> words, HashSet<uint> facts)
    {
        facts.Clear();
        foreach (var word in words)
        {
            if (WordCode.IsNumber(word) || (WordCode.IsCapitalized(word) && !_plain.Contains(WordCode.Key(word))))
                facts.Add(WordCode.Key(word));
        }
    }
}
