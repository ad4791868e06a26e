using Briefing.Core.Language;
using Briefing.Core.Sources;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>
/// Decides for two claims whether they speak of the same thing and yet differ in a fact. Precision comes first: a false alarm
/// costs more trust than a difference missed, so that anything short of one sentence in two versions must agree around the fact.
/// </summary>
internal static class FactAlignment
{
    // Two versions of one sentence: nearly all words of each are in the other.
    private const double OneSentence = 0.8;

    // Accounts in other words: most of the shorter, and a good part of the longer.
    private const double MostOfShorter = 0.6;

    /// <summary>Of its content words a claim must share so many to be compared at all.</summary>
    public const double PartOfLonger = 0.35;

    private const int LeastWords = 4;

    /// <summary>Two claims that share fewer words, figures and dates included, are never compared.</summary>
    public const int LeastShared = 3;

    // Content words to each side of a fact, and how many of them the other must have around its own.
    private const int Window = 4;
    private const double SameSurroundings = 0.5;

    /// <summary>The facts in which the two disagree, in pairs.</summary>
    public static IEnumerable<(FactMention One, FactMention Other)> Conflicts(ClaimTelling one, ClaimTelling other)
    {
        var (first, second) = (one.Telling.Wording, other.Telling.Wording);
        var (firstShare, secondShare) = (Coverage.Share(first, second), Coverage.Share(second, first));
        var versions = Math.Min(firstShare, secondShare) >= OneSentence && Math.Min(first.Content.Length, second.Content.Length) >= LeastWords;
        if (!versions && !IsAboutTheSame(first, second, firstShare, secondShare))
            yield break;

        var comparison = FactLoss.Of(first, second);
        var back = FactLoss.Of(second, first);
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

        foreach (var (left, right) in comparison.ForceConflicts)
        {
            var (leftSpan, rightSpan) = (SpanOf(first, left), SpanOf(second, right));
            if (versions || (left.DisagreesInDegree(right) && Surroundings(first, leftSpan, second, rightSpan)))
                yield return (one.Mention(DifferenceKind.Strength, leftSpan, left), other.Mention(DifferenceKind.Strength, rightSpan, right));
        }

        if (Math.Min(Coverage.ShareBesideNames(first, second), Coverage.ShareBesideNames(second, first)) < OneSentence)
            yield break;
        foreach (var (left, right) in NameConflicts(comparison, back))
            yield return (one.Mention(DifferenceKind.Name, SpanOf(first, left), left), other.Mention(DifferenceKind.Name, SpanOf(second, right), right));
    }

    private static bool IsAboutTheSame(Wording first, Wording second, double firstShare, double secondShare)
    {
        var words = Math.Min(firstShare * first.Content.Length, secondShare * second.Content.Length);
        return words >= LeastWords && Math.Max(firstShare, secondShare) >= MostOfShorter && Math.Min(firstShare, secondShare) >= PartOfLonger
            && Coverage.IsInOrder(first, second);
    }

    // "said on Monday" and "held on Sunday" date different things: the word that the date belongs to must be the same, too.
    private static bool IsDateOfTheSame(Wording first, DateExpression left, Wording second, DateExpression right) =>
        Surroundings(first, left.Span, second, right.Span) && Anchor(first.Statement, left) == Anchor(second.Statement, right);

    private static int Anchor(Statement statement, DateExpression date)
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
    private static bool Surroundings(Wording first, TextSpan left, Wording second, TextSpan right)
    {
        var (one, two) = (Around(first, left), Around(second, right));
        var smaller = Math.Min(one.Count, two.Count);
        return smaller > 1 && one.Intersect(two).Count() >= SameSurroundings * smaller;
    }

    private static HashSet<int> Around(Wording wording, TextSpan span)
    {
        var stems = new HashSet<int>();
        var statement = wording.Statement;
        var (before, after) = (0, 0);
        for (var at = statement.Count - 1; at >= 0 && before < Window; at--)
        {
            if (statement.Words[at].Span.End <= span.Start && statement.IsContent(at) && !Coverage.IsFact(wording, at))
            {
                stems.Add(statement.Stems[at]);
                before++;
            }
        }

        for (var at = 0; at < statement.Count && after < Window; at++)
        {
            if (statement.Words[at].Span.Start >= span.End && statement.IsContent(at) && !Coverage.IsFact(wording, at))
            {
                stems.Add(statement.Stems[at]);
                after++;
            }
        }

        return stems;
    }

    private static TextSpan SpanOf(Wording wording, Force force) =>
        new(wording.Statement.Words[force.From].Span.Start, wording.Statement.Words[force.To].Span.End);

    /// <summary>Names that stand in the same place of two sentences, with the same words to both sides, and are not the same.</summary>
    public static IEnumerable<(NameRun One, NameRun Other)> NameConflicts(FactLoss forward, FactLoss back)
    {
        foreach (var left in forward.LostNames)
        {
            foreach (var right in back.LostNames)
            {
                if (Neighbours(forward.Poorer.Statement, left) == Neighbours(forward.Fuller.Statement, right))
                    yield return (left, right);
            }
        }
    }

    private static (string Before, string After) Neighbours(Statement statement, NameRun run) =>
        (run.First > 0 ? statement.Forms[run.First - 1].Folded : "", run.Last + 1 < statement.Count ? statement.Forms[run.Last + 1].Folded : "");

    private static TextSpan SpanOf(Wording wording, NameRun run) =>
        new(wording.Statement.Words[run.Words[0]].Span.Start, wording.Statement.Words[run.Head].Span.End);
}
