namespace Briefing.Core.Stories.Claims;

/// <summary>How much of one wording another says: by its content words, in which order, and by its facts.</summary>
internal static class Coverage
{
    /// <summary>
    /// Of a poorer wording's content words so many must stand in the fuller one.
    /// </summary>
    public const double Enough = 0.7;

    // Sentences that are alike as wholes may differ in more words.
    private const double EnoughOfParaphrase = 0.55;

    /// <summary>Below this share of its content words nothing says what a wording says, figures and dates counted in.</summary>
    public const double Least = 0.4;

    private const double Paraphrase = 0.7;

    // One of three words may be another ("no start date was given", "no start date was set").
    private const int ShortLength = 3;
    private const double EnoughOfShort = 0.66;

    private const double NearlyAll = 0.85;

    // Three content words in a row that the other lacks are a statement of their own.
    private const int MissingInARow = 2;

    /// <summary>Of the words in common so many must come in the same order; else others may be doing it to others.</summary>
    private const double SameOrder = 0.6;

    /// <summary>The share of <paramref name="poorer"/>'s content words (dates and figures aside, which are compared as facts) that <paramref name="fuller"/> has.</summary>
    public static double Share(Wording poorer, Wording fuller) =>
        poorer.Plain.Length == 0 ? 0 : (double)fuller.CountOf(poorer.Plain) / poorer.Plain.Length;

    /// <summary>The same without names, for sentences that differ in one.</summary>
    public static double ShareBesideNames(Wording poorer, Wording fuller)
    {
        var (all, found) = (0, 0);
        foreach (var word in poorer.Content)
        {
            if (poorer.Statement.IsName[word] || IsFact(poorer, word))
                continue;
            all++;
            if (fuller.Has(poorer.StemAt(word)))
                found++;
        }

        return all == 0 ? 0 : (double)found / all;
    }

    /// <summary>Whether all that <paramref name="poorer"/> says is said by <paramref name="fuller"/>.</summary>
    public static bool Absorbs(Wording fuller, Wording poorer) => IsToldBy(fuller, poorer) && KeepsOrderAndFacts(fuller, poorer);

    /// <summary>The same with hardly a word lost: enough for a later wording to stand in place of an earlier one.</summary>
    public static bool Replaces(Wording fuller, Wording poorer) => Share(poorer, fuller) >= NearlyAll && KeepsOrderAndFacts(fuller, poorer);

    private static bool KeepsOrderAndFacts(Wording fuller, Wording poorer) =>
        LongestMissing(poorer, fuller) <= MissingInARow && IsInOrder(poorer, fuller) && FactComparison.Of(poorer, fuller).KeepsAll;

    private static bool IsToldBy(Wording fuller, Wording poorer)
    {
        var share = Share(poorer, fuller);
        return share >= Enough
            || (share >= EnoughOfShort && poorer.Content.Length == ShortLength)
            || (share >= EnoughOfParaphrase && StatementSimilarity.Of(poorer.Statement, fuller.Statement) >= Paraphrase);
    }

    private static int LongestMissing(Wording poorer, Wording fuller)
    {
        var (longest, run) = (0, 0);
        foreach (var word in poorer.Content)
        {
            run = IsFact(poorer, word) || fuller.Has(poorer.StemAt(word)) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

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
