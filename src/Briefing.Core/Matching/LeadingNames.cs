namespace Briefing.Core.Matching;

/// <summary>
/// The names that an article is about: those it mentions again and again. Reused from article to article.
/// </summary>
internal sealed class LeadingNames
{
    private const int FewestMentions = 2;

    // Of the mentions that the name mentioned most has: one in so many, at least.
    private const int PartOfMost = 3;

    private uint[] _keys = [];

    /// <summary>Which of the article's leading names a set of keys does not hold.</summary>
    /// <param name="words">The article, as <see cref="WordCode"/>s.</param>
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
            if (mentions >= FewestMentions && mentions * PartOfMost >= most)
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
            if (WordCode.IsCapitalized(word))
                _keys[count++] = WordCode.Key(word);
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
