namespace Briefing.Core.Reprints;

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
    public const int MinOtherFacts = 3;

    private readonly KeySet _one = new();
    private readonly KeySet _other = new();
    private readonly KeySet _kept = new();
    private readonly RepeatedNames _names = new();

    public bool AreAboutDifferentThings(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        CollectFacts(one, _one);
        CollectFacts(other, _other);
        var kept = CountKept(other);
        if (Math.Min(_one.Count, _other.Count) - kept < MinOtherFacts)
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
            if (TokenCode.IsFact(word))
                facts.Add(TokenCode.Key(word));
        }
    }

    // How many different facts both have.
    private int CountKept(ReadOnlySpan<uint> other)
    {
        _kept.Clear();
        foreach (var word in other)
        {
            if (TokenCode.IsFact(word) && _one.Contains(TokenCode.Key(word)))
                _kept.Add(TokenCode.Key(word));
        }

        return _kept.Count;
    }

    private static bool AreMostlyOthers(int lacking, int facts) =>
        lacking >= MinOtherFacts && lacking >= OtherFactsFrom * facts;

    private static bool AreLedByOthers((int Missing, int All) names) =>
        names.Missing >= MinOtherFacts && names.Missing >= OtherNamesFrom * names.All;
}

/// <summary>
/// The names that an article is about: those it mentions again and again. Reused from article to article.
/// </summary>
internal sealed class RepeatedNames
{
    private const int MinMentions = 2;

    // Of the mentions that the name mentioned most has: one in so many, at least.
    private const int PartOfMost = 3;

    private uint[] _keys = [];

    /// <summary>Which of the article's leading names a set of keys does not hold.</summary>
    /// <param name="words">The article, as <see cref="TokenCode"/>s.</param>
    /// <param name="known">Keys of another article's facts.</param>
    /// <returns>How many are missing and how many there are.</returns>
    public (int Missing, int All) MissingFrom(KeySet known, ReadOnlySpan<uint> words)
    {
        var names = CollectNames(words);
        var most = 0;
        for (var at = 0; at < names.Length; at += MentionsOf(names, at))
            most = Math.Max(most, MentionsOf(names, at));

        var (missing, all) = (0, 0);
        for (var at = 0; at < names.Length;)
        {
            var mentions = MentionsOf(names, at);
            if (mentions >= MinMentions && mentions * PartOfMost >= most)
            {
                all++;
                missing += known.Contains(names[at]) ? 0 : 1;
            }

            at += mentions;
        }

        return (missing, all);
    }

    // Figures are left out: a copy may carry newer ones.
    private Span<uint> CollectNames(ReadOnlySpan<uint> words)
    {
        if (_keys.Length < words.Length)
            _keys = new uint[2 * words.Length];
        var count = 0;
        foreach (var word in words)
        {
            if (TokenCode.IsCapitalized(word))
                _keys[count++] = TokenCode.Key(word);
        }

        var names = _keys.AsSpan(0, count);
        names.Sort();
        return names;
    }

    private static int MentionsOf(ReadOnlySpan<uint> sorted, int from)
    {
        var end = from + 1;
        while (end < sorted.Length && sorted[end] == sorted[from])
            end++;
        return end - from;
    }
}
