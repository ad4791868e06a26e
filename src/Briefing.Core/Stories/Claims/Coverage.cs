namespace Briefing.Core.Stories.Claims;

/// <summary>How much of one wording another says: by its content words, in which order, and by its facts.</summary>
internal static class Coverage
{
    /// <summary>
    /// Of a poorer wording's content words so many must stand in the fuller one.
    /// </summary>
    public const double Enough = 0.7;

    /// <summary>Of the words in common so many must come in the same order; else others may be doing it to others.</summary>
    private const double SameOrder = 0.6;

    /// <summary>The share of <paramref name="poorer"/>'s content words (dates and figures aside, which are compared as facts) that <paramref name="fuller"/> has.</summary>
    public static double Share(Wording poorer, Wording fuller) => Share(poorer, fuller, withNames: true);

    /// <summary>The same without names, for sentences that differ in one.</summary>
    public static double ShareBesideNames(Wording poorer, Wording fuller) => Share(poorer, fuller, withNames: false);

    private static double Share(Wording poorer, Wording fuller, bool withNames)
    {
        var (all, found) = (0, 0);
        foreach (var word in poorer.Content)
        {
            if (IsFact(poorer, word) || (!withNames && poorer.Statement.IsName[word]))
                continue;
            all++;
            if (fuller.Has(poorer.StemAt(word)))
                found++;
        }

        return all == 0 ? 0 : (double)found / all;
    }

    /// <summary>Whether all that <paramref name="poorer"/> says is said by <paramref name="fuller"/>.</summary>
    public static bool Absorbs(Wording fuller, Wording poorer) =>
        Share(poorer, fuller) >= Enough && IsInOrder(poorer, fuller) && FactComparison.Of(poorer, fuller).KeepsAll;

    /// <summary>Whether the words in common come mostly in one order (longest increasing subsequence).</summary>
    public static bool IsInOrder(Wording poorer, Wording fuller)
    {
        Span<int> tails = stackalloc int[poorer.Content.Length];
        var (common, length) = (0, 0);
        foreach (var word in poorer.Content)
        {
            var position = fuller.PositionOf(poorer.StemAt(word));
            if (position < 0)
                continue;
            common++;
            var at = tails[..length].BinarySearch(position);
            at = at < 0 ? ~at : at;
            tails[at] = position;
            length = Math.Max(length, at + 1);
        }

        return length >= SameOrder * common;
    }

    public static bool IsFact(Wording wording, int word) => wording.Statement.IsInDate(word) || wording.Statement.Words[word].IsNumber;
}
