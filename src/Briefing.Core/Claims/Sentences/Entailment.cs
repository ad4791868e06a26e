namespace Briefing.Core.Claims.Sentences;

/// <summary>Whether one wording says all that another says: by the content words they share, their order, and their facts.</summary>
internal static class Entailment
{
    /// <summary>With so many content words in common, two wordings of different days are about one thing.</summary>
    public const double Enough = 0.7;

    // Of a poorer wording's content words so many must stand in the fuller one.
    private const double EnoughShared = 0.65;

    // Sentences that are alike as wholes may differ in more words.
    private const double EnoughOfParaphrase = 0.55;

    // Two versions of one sentence: so many of the runs of three words are the same, and at least so many words.
    private const double SameRuns = 0.15;
    private const double EnoughOfVersion = 0.5;
    private const int LongLength = 10;

    /// <summary>Below this share of its content words nothing says what a wording says, figures and dates counted in.</summary>
    public const double Least = 0.4;

    private const double Paraphrase = 0.7;

    // One of three words may be another ("no start date was given", "no start date was set"), if the words around are the same.
    private const int ShortLength = 3;
    private const double EnoughOfShort = 0.66;
    private const double SameRunsOfShort = 0.4;

    // Three content words in a row that the other lacks are a statement of their own, in a version of the sentence four.
    private const int MissingInARow = 2;
    private const int MissingInAVersion = 4;

    /// <summary>Of the words in common so many must come in the same order; else others may be doing it to others.</summary>
    private const double SameOrder = 0.5;

    /// <summary>The share of <paramref name="poorer"/>'s content words (dates and figures aside, which are compared as facts) that <paramref name="fuller"/> has.</summary>
    public static double Share(ComparableClause poorer, ComparableClause fuller) =>
        poorer.Plain.Length == 0 ? 0 : (double)fuller.CountOf(poorer.Plain) / poorer.Plain.Length;

    /// <summary>The same without names, for sentences that differ in one.</summary>
    public static double ShareBesideNames(ComparableClause poorer, ComparableClause fuller)
    {
        var (all, found) = (0, 0);
        foreach (var word in poorer.Content)
        {
            if (poorer.Sentence.IsName[word] || IsFact(poorer, word))
                continue;
            all++;
            if (fuller.Has(poorer.StemAt(word)))
                found++;
        }

        return all == 0 ? 0 : (double)found / all;
    }

    /// <summary>
    /// Whether all that <paramref name="poorer"/> says is said by <paramref name="fuller"/>, but for whose word it is where that
    /// is reported at the end.
    /// </summary>
    public static bool Absorbs(ComparableClause fuller, ComparableClause poorer) => AbsorbedBy(fuller, poorer) is not null;

    /// <summary>The name of the rule by which <see cref="Absorbs"/> holds; null where it does not.</summary>
    public static string? AbsorbedBy(ComparableClause fuller, ComparableClause poorer) =>
        EntailedBy(fuller, poorer.Stated) is { } rule && !CountsOtherSources(fuller, poorer) ? rule : null;

    // "Two diplomats said" is not "four diplomats said".
    private static bool CountsOtherSources(ComparableClause fuller, ComparableClause poorer) =>
        poorer.Stated != poorer && fuller.Stated != fuller && FactDiff.Of(poorer, fuller).FigureConflicts.Count > 0;

    /// <summary>The same, whose word it is included: enough for a later wording to stand in place of an earlier one.</summary>
    public static bool Replaces(ComparableClause fuller, ComparableClause poorer) => ReplacedBy(fuller, poorer) is not null;

    /// <summary>The name of the rule by which <see cref="Replaces"/> holds; null where it does not.</summary>
    public static string? ReplacedBy(ComparableClause fuller, ComparableClause poorer)
    {
        if (EntailedBy(fuller, poorer) is { } rule)
            return rule;
        return poorer.Stated != poorer && fuller.Stated != fuller ? AbsorbedBy(fuller, poorer) : null;
    }

    // In order: the first that applies is the one that is named. All ask for the same order of words and for no lost fact besides.
    private static readonly (string Name, Func<WordOverlap, bool> Applies)[] Rules =
    [
        ("short-version", overlap => overlap.IsShort && overlap.Share >= EnoughOfShort && overlap.SameRuns >= SameRunsOfShort),
        ("shared-words", overlap => !overlap.IsShort && overlap.Share >= EnoughShared),
        ("same-runs", overlap => overlap.Share >= EnoughOfVersion && overlap.SameRuns >= SameRuns && overlap.Poorer.Content.Length >= LongLength),
        ("paraphrase", overlap => !overlap.IsShort && overlap.Share >= EnoughOfParaphrase && ParaphraseSimilarity.Of(overlap.Poorer.Sentence, overlap.Fuller.Sentence) >= Paraphrase),
    ];

    private static string? EntailedBy(ComparableClause fuller, ComparableClause poorer)
    {
        var overlap = new WordOverlap(poorer, fuller, Share(poorer, fuller), SharedRuns(poorer, fuller));
        var rule = Array.Find(Rules, rule => rule.Applies(overlap)).Name;
        var missing = overlap.SameRuns >= SameRuns ? MissingInAVersion : MissingInARow;
        return rule is not null && LongestMissing(poorer, fuller) <= missing && IsInOrder(poorer, fuller) && FactDiff.Of(poorer, fuller).IsNone ? rule : null;
    }

    private readonly record struct WordOverlap(ComparableClause Poorer, ComparableClause Fuller, double Share, double SameRuns)
    {
        public bool IsShort => Poorer.Content.Length <= ShortLength;
    }

    // Of the poorer wording's runs of three words the part that the fuller one has.
    private static double SharedRuns(ComparableClause poorer, ComparableClause fuller)
    {
        var (runs, shared) = (poorer.Runs, 0);
        foreach (var run in runs)
        {
            if (Array.BinarySearch(fuller.Runs, run) >= 0)
                shared++;
        }

        return runs.Length == 0 ? 0 : (double)shared / runs.Length;
    }

    private static int LongestMissing(ComparableClause poorer, ComparableClause fuller)
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
    public static bool IsInOrder(ComparableClause poorer, ComparableClause fuller)
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

    /// <summary>Whether a word is a number, or part of a date or an age.</summary>
    public static bool IsFact(ComparableClause clause, int word) =>
        clause.Sentence.IsInDate(word) || clause.Sentence.Words[word].IsNumber || clause.Sentence.IsInAge(word);
}
