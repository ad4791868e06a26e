using Briefing.Core.Claims.Relations;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Novelty;

/// <summary>
/// Whether a statement says nothing that an earlier one did not. As on one day (<see cref="Entailment.Absorbs"/>), but the parts between
/// commas may have changed places ("…, the minister said" after "The minister said …"), and another day of saying it is nothing new.
/// </summary>
internal static class Redundancy
{
    // Three content words in a row that the earlier one lacks are a statement of their own; two in place of two others are
    // another thing ("offered to pay for radio equipment", "for field hospitals").
    private const int MissingInARow = 2;

    // A part of fewer has no order.
    private const int MinContent = 2;

    /// <param name="isKnown">Whether the reader knows a name that the earlier statement lacks; without it, none is known.</param>
    public static bool Of(ComparableClause now, ComparableClause then, Func<NameRun, bool>? isKnown = null)
    {
        if (LongestMissing(now, then) is var missing && (missing > MissingInARow || (missing == MissingInARow && LongestMissing(then, now) >= MissingInARow)))
            return false;
        if (Entailment.Absorbs(then, now))
            return true;
        if (Entailment.Share(now, then) < Entailment.Enough || !Parts(now).All(part => Entailment.IsInOrder(part, then)) || !StatementComparison.MaySayAll(then, now))
            return false;
        var added = FactDiff.Of(now, then);
        return added is { LostFigures.Count: 0, LosesCondition: false, LosesDenial: false, ModalityConflicts.Count: 0 }
            && added.LostDates.TrueForAll(date => ReportingDate.Is(now.Sentence, date))
            && (added.LostNames.Count == 0 || (isKnown is not null && added.LostNames.TrueForAll(name => isKnown(name)) && FactDiff.Of(then, now).LostNames.Count == 0));
    }

    private static int LongestMissing(ComparableClause clause, ComparableClause other)
    {
        var (longest, run) = (0, 0);
        foreach (var word in clause.Content)
        {
            run = Entailment.IsFact(clause, word) || clause.Sentence.IsName[word] || other.Has(clause.StemAt(word)) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static IEnumerable<ComparableClause> Parts(ComparableClause clause)
    {
        var statement = clause.Sentence;
        var first = 0;
        for (var at = 1; at <= statement.Count; at++)
        {
            if (at < statement.Count && !statement.Text.AsSpan(statement.Words[at - 1].Span.End, statement.Words[at].Span.Start - statement.Words[at - 1].Span.End).Contains(','))
                continue;
            if (clause.Part(first, at) is { } part && part.Content.Length >= MinContent)
                yield return part;
            first = at;
        }
    }
}

/// <summary>Whether a date is that of the saying and not of what is said: "…, the minister told reporters on Monday" is reported again on Tuesday.</summary>
internal static class ReportingDate
{
    // Between the verb and the date stand the hearers at most: "told reporters in Tokyo late on Monday".
    private const int Reach = 5;

    public static bool Is(Sentence statement, DateExpression date)
    {
        var looked = 0;
        for (var at = statement.Count - 1; at >= 0 && looked < Reach; at--)
        {
            if (statement.Words[at].Span.End > date.Span.Start)
                continue;
            looked++;
            var form = statement.Forms[at];
            if (form.Folded is "said" or "says" or "told" or "announced" or "added" or "stated" or "confirmed" or "declared" or "reported" or "wrote" or "noted")
                return true;
            if (form.Kind == WordKind.Content && !statement.IsName[at] && form.Folded is not ("reporters" or "journalists" or "lawmakers" or "parliament" or "late" or "early"))
                return false;
        }

        return false;
    }
}
