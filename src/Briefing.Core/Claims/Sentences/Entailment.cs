using Briefing.Core.Claims.Relations;

namespace Briefing.Core.Claims.Sentences;

/// <summary>Whether one wording says all that another says: every difference between them is explained (<see cref="StatementComparison"/>), and no fact is lost.</summary>
internal static class Entailment
{
    /// <summary>With so many content words in common, two wordings of different days are about one thing.</summary>
    public const double Enough = 0.7;

    // One word is no statement: "officials said".
    private const int MinContent = 2;

    // With fewer words in common (by stem or root) nothing that was explained is left to find; others need not be looked up.
    private const double EnoughAlike = 0.5;
    private const int MaxInOtherWords = 5;

    /// <summary>Below this share of its content words nothing says what a wording says, figures and dates counted in.</summary>
    public const double Least = 0.4;

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

    private static string? EntailedBy(ComparableClause fuller, ComparableClause poorer)
    {
        if (poorer.Content.Length < MinContent)
            return null;
        var (plain, shared) = (poorer.Plain.Length, fuller.CountOf(poorer.Plain));
        if (shared < EnoughAlike * plain || plain - shared > MaxInOtherWords || plain == 0)
            return null;
        return StatementComparison.Entailing(fuller, poorer) switch
        {
            StatementRelation.Same => "same",
            StatementRelation.Fuller => "fuller",
            _ => null,
        };
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
