namespace Briefing.Core.Matching;

/// <summary>
/// Tells a reprint from a text of the same shape about something else: same sentences, other places, people, figures, days.
/// </summary>
/// <remarks>
/// Facts are numbers and capitalised words. A copy keeps most of them (one that is cut short has no others); a form filled
/// in anew has lost most and has others in their place. A long report in which only those who act have been exchanged keeps
/// most of what it mentions in passing, but not whom it names again and again.
/// </remarks>
internal sealed class FactComparison
{
    /// <summary>Each article must lack at least this share of the other's facts for them to be about different things.</summary>
    public const double OtherFactsFrom = 0.5;

    /// <summary>
    /// Or this share of its leading names. Of 69 labelled pairs of one wording there was none in which each lacked more than
    /// .07; of five reports and their copies with people and countries exchanged each lacked .3 to .6; where
    /// only the host of a meeting is another, some .2.
    /// </summary>
    public const double OtherNamesFrom = 0.15;

    /// <summary>Fewer differing facts than this are a correction, whatever their share.</summary>
    public const int FewestOtherFacts = 3;

    private readonly KeySet _one = new();
    private readonly KeySet _other = new();
    private readonly KeySet _kept = new();
    private readonly LeadingNames _names = new();

    public bool TellOfDifferentThings(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        CollectFacts(one, _one);
        CollectFacts(other, _other);
        var kept = CountKept(other);
        if (Math.Min(_one.Count, _other.Count) - kept < FewestOtherFacts)
            return false;
        if (AreMostlyOthers(_one.Count - kept, _one.Count) && AreMostlyOthers(_other.Count - kept, _other.Count))
            return true;
        return AreLedByOthers(_names.MissingFrom(_other, one)) && AreLedByOthers(_names.MissingFrom(_one, other));
    }

    private static void CollectFacts(ReadOnlySpan<uint> words, KeySet facts)
    {
        facts.Clear();
        foreach (var word in words)
        {
            if (WordCode.IsFact(word))
                facts.Add(WordCode.Key(word));
        }
    }

    // How many different facts both have.
    private int CountKept(ReadOnlySpan<uint> other)
    {
        _kept.Clear();
        foreach (var word in other)
        {
            if (WordCode.IsFact(word) && _one.Contains(WordCode.Key(word)))
                _kept.Add(WordCode.Key(word));
        }

        return _kept.Count;
    }

    private static bool AreMostlyOthers(int lacking, int facts) =>
        lacking >= FewestOtherFacts && lacking >= OtherFactsFrom * facts;

    private static bool AreLedByOthers((int Missing, int All) names) =>
        names.Missing >= FewestOtherFacts && names.Missing >= OtherNamesFrom * names.All;
}
