using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;
using Briefing.Core.Text.Numbers;

namespace Briefing.Core.Claims.Differences;

/// <summary>
/// Decides for two claims whether they speak of the same thing and yet differ in a fact. Precision comes first: a false alarm
/// costs more trust than a difference missed, so that anything short of one sentence in two versions must agree around the fact.
/// </summary>
internal static class FactAlignment
{
    // Two versions of one sentence: nearly all words of each are in the other.
    private const double OneSentence = 0.8;

    // Accounts in other words: most of the shorter, and a good part of the longer.
    private const double MaxOfShorter = 0.6;

    /// <summary>Of its content words a claim must share so many to be compared at all.</summary>
    public const double PartOfLonger = 0.35;

    private const int MinWords = 4;

    /// <summary>Two claims that share fewer words, figures and dates included, are never compared.</summary>
    public const int MinShared = 3;

    // Content words to each side of a fact, and how many of them the other must have around its own.
    private const int Window = 4;
    private const double SameSurroundings = 0.5;

    /// <summary>The facts in which the two disagree, in pairs.</summary>
    public static IEnumerable<(FactMention One, FactMention Other)> Conflicts(ClaimSentence one, ClaimSentence other)
    {
        var (first, second) = (one.DistinctSentence.ComparableClause, other.DistinctSentence.ComparableClause);
        var (firstShare, secondShare) = (Entailment.Share(first, second), Entailment.Share(second, first));
        var versions = Math.Min(firstShare, secondShare) >= OneSentence && Math.Min(first.Content.Length, second.Content.Length) >= MinWords;
        if (!versions && !IsAboutTheSame(first, second, firstShare, secondShare))
            yield break;

        var comparison = FactDiff.Of(first, second);
        var back = FactDiff.Of(second, first);
        var otherwiseAlike = comparison.LostDates.Count == comparison.DateConflicts.Count && back.LostDates.Count == back.DateConflicts.Count
            && comparison.LostNames.Count <= 1 && back.LostNames.Count <= 1;
        if (!versions && !otherwiseAlike)
            yield break;

        var single = comparison.LostFigures.Count == 1 && back.LostFigures.Count == 1;
        foreach (var (left, right) in comparison.FigureConflicts)
        {
            if (versions || (single && Surroundings(first, left.Span, second, right.Span)))
                yield return (one.Mention(DifferenceKind.Figure, left.Span, left), other.Mention(DifferenceKind.Figure, right.Span, right));
        }

        // "Rose to 11.4 against": numbers of which the words do not say what they count.
        if (versions && single && comparison.LostFigures[0] is { Unit.IsEmpty: true } bare && back.LostFigures[0] is { Unit.IsEmpty: true } otherBare)
            yield return (one.Mention(DifferenceKind.Figure, bare.Span, bare), other.Mention(DifferenceKind.Figure, otherBare.Span, otherBare));

        foreach (var (left, right) in comparison.DateConflicts)
        {
            if (left.IsDay == right.IsDay && (versions || IsDateOfTheSame(first, left, second, right)))
                yield return (one.Mention(DifferenceKind.Date, left.Span, left), other.Mention(DifferenceKind.Date, right.Span, right));
        }

        foreach (var (left, right) in comparison.ModalityConflicts)
        {
            var (leftSpan, rightSpan) = (SpanOf(first, left), SpanOf(second, right));
            if (versions || (left.DisagreesInDegree(right) && Surroundings(first, leftSpan, second, rightSpan)))
                yield return (one.Mention(DifferenceKind.Strength, leftSpan, left), other.Mention(DifferenceKind.Strength, rightSpan, right));
        }

        if (Math.Min(Entailment.ShareBesideNames(first, second), Entailment.ShareBesideNames(second, first)) < OneSentence)
            yield break;
        foreach (var (left, right) in NameConflicts(comparison, back))
            yield return (one.Mention(DifferenceKind.Name, SpanOf(first, left), left), other.Mention(DifferenceKind.Name, SpanOf(second, right), right));
    }

    private static bool IsAboutTheSame(ComparableClause first, ComparableClause second, double firstShare, double secondShare)
    {
        var words = Math.Min(firstShare * first.Content.Length, secondShare * second.Content.Length);
        return words >= MinWords && Math.Max(firstShare, secondShare) >= MaxOfShorter && Math.Min(firstShare, secondShare) >= PartOfLonger
            && Entailment.IsInOrder(first, second);
    }

    // "said on Monday" and "held on Sunday" date different things: the word that the date belongs to must be the same, too.
    private static bool IsDateOfTheSame(ComparableClause first, DateExpression left, ComparableClause second, DateExpression right) =>
        Surroundings(first, left.Span, second, right.Span) && Anchor(first.Sentence, left) == Anchor(second.Sentence, right);

    private static int Anchor(Sentence statement, DateExpression date)
    {
        var anchor = -1;
        for (var at = 0; at < statement.Count; at++)
        {
            if (statement.Forms[at].Kind == WordKind.Stop || statement.Stems[at] < 0 || statement.IsInDate(at))
                continue;
            if (statement.Words[at].Span.End <= date.Span.Start)
                anchor = statement.Stems[at];
            else if (anchor < 0)
                return statement.Stems[at];
        }

        return anchor;
    }

    // Whether the content words around the two facts are mostly the same.
    private static bool Surroundings(ComparableClause first, TextSpan left, ComparableClause second, TextSpan right)
    {
        var (one, two) = (Around(first, left), Around(second, right));
        var smaller = Math.Min(one.Count, two.Count);
        return smaller > 1 && one.Intersect(two).Count() >= SameSurroundings * smaller;
    }

    private static HashSet<int> Around(ComparableClause clause, TextSpan span)
    {
        var stems = new HashSet<int>();
        var statement = clause.Sentence;
        var (before, after) = (0, 0);
        for (var at = statement.Count - 1; at >= 0 && before < Window; at--)
        {
            if (statement.Words[at].Span.End <= span.Start && statement.IsContent(at) && !Entailment.IsFact(clause, at))
            {
                stems.Add(statement.Stems[at]);
                before++;
            }
        }

        for (var at = 0; at < statement.Count && after < Window; at++)
        {
            if (statement.Words[at].Span.Start >= span.End && statement.IsContent(at) && !Entailment.IsFact(clause, at))
            {
                stems.Add(statement.Stems[at]);
                after++;
            }
        }

        return stems;
    }

    private static TextSpan SpanOf(ComparableClause clause, Modality modality) =>
        new(clause.Sentence.Words[modality.From].Span.Start, clause.Sentence.Words[modality.To].Span.End);

    /// <summary>Names that stand in the same place of two sentences, with the same words to both sides, and are not the same.</summary>
    public static IEnumerable<(NameRun One, NameRun Other)> NameConflicts(FactDiff forward, FactDiff back)
    {
        foreach (var left in forward.LostNames)
        {
            foreach (var right in back.LostNames)
            {
                if (Neighbours(forward.Poorer.Sentence, left) == Neighbours(forward.Fuller.Sentence, right))
                    yield return (left, right);
            }
        }
    }

    private static (string Before, string After) Neighbours(Sentence statement, NameRun run) =>
        (run.First > 0 ? statement.Forms[run.First - 1].Folded : "", run.Last + 1 < statement.Count ? statement.Forms[run.Last + 1].Folded : "");

    private static TextSpan SpanOf(ComparableClause clause, NameRun run) =>
        new(clause.Sentence.Words[run.Words[0]].Span.Start, clause.Sentence.Words[run.Head].Span.End);
}

/// <summary>
/// A number of one particular thing that two accounts tell in other words: "40 engineers from each side" and "some 60 engineers
/// from each country". The thing must be a word that is rare in general and counted once in each account; a name and one thing
/// more must agree, and no name or date may speak against it.
/// </summary>
internal static class CountedThing
{
    /// <summary>The two figures; null when they agree, or may be of two things.</summary>
    public static (FactMention One, FactMention Other)? Conflict(ClaimSentence one, ClaimSentence other)
    {
        var (first, second) = (one.DistinctSentence.ComparableClause, other.DistinctSentence.ComparableClause);
        foreach (var left in first.Sentence.Figures)
        {
            if (Thing(first.Sentence, left) is not { } thing || second.Sentence.Figures.FindAll(right => Counts(right, thing)) is not [var right]
                || first.Sentence.Figures.Count(figure => Counts(figure, thing)) > 1 || left.IsCompatibleWith(right))
            {
                continue;
            }

            if (AgreeOtherwise(first, left.Span, second))
                return (one.Mention(DifferenceKind.Figure, left.Span, left), other.Mention(DifferenceKind.Figure, right.Span, right));
        }

        return null;
    }

    /// <summary>Whether the wording counts the thing of a figure, and tells another number.</summary>
    public static bool CountsOtherwise(ComparableClause clause, FactMention mention) =>
        mention.Value is Figure figure && Thing(mention.DistinctSentence.ComparableClause.Sentence, figure) is { } thing && clause.Sentence.Figures.Exists(other => Counts(other, thing) && !other.IsCompatibleWith(figure));

    // "People", "days" and "officers" are counted for one purpose here and for another there: no common word is particular enough.
    private static string? Thing(Sentence statement, Figure figure)
    {
        if (figure.Unit is not { Symbol: null, Stems: [var thing, ..] })
            return null;
        for (var at = 0; at < statement.Count; at++)
        {
            if (figure.Span.Contains(statement.Words[at].Span) && EnglishStemmer.Stem(statement.Forms[at].Folded) == thing)
                return DocumentFrequency.OfWord(statement.Forms[at].Folded) <= DocumentFrequency.OfUnknownWords ? thing : null;
        }

        return null;
    }

    private static bool Counts(Figure figure, string thing) => figure.Unit.Symbol is null && Array.IndexOf(figure.Unit.Stems, thing) >= 0;

    private static bool AgreeOtherwise(ComparableClause first, TextSpan figure, ComparableClause second)
    {
        var (lost, back) = (FactDiff.Of(first, second), FactDiff.Of(second, first));
        if (lost.LostNames.Count + back.LostNames.Count > 0 || lost.DateConflicts.Count > 0 || lost.ModalityConflicts.Count > 0)
            return false;
        if (first.Names.Count == 0 || second.Names.Count == 0)
            return false;
        var more = first.Content.Count(word =>
            !figure.Contains(first.Sentence.Words[word].Span) && !first.Sentence.IsName[word] && second.Has(first.StemAt(word)));
        return more > 0;
    }
}
