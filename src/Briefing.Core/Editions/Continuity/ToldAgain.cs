using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Editions.Continuity;

/// <summary>
/// Whether a statement tells nothing that an earlier one did not. As on one day (<see cref="Coverage.Absorbs"/>), but the parts between
/// commas may have changed places ("…, the minister said" after "The minister said …"), and another day of saying it is nothing new.
/// </summary>
internal static class ToldAgain
{
    // Three content words in a row that the earlier one lacks are a statement of their own; two in place of two others are
    // another thing ("offered to pay for radio equipment", "for field hospitals").
    private const int MissingInARow = 2;

    // A part of fewer has no order.
    private const int LeastContent = 2;

    /// <param name="isKnown">Whether the reader knows a name that the earlier statement lacks; without it, none is known.</param>
    public static bool Of(Wording now, Wording then, Func<NameRun, bool>? isKnown = null)
    {
        if (LongestMissing(now, then) is var missing && (missing > MissingInARow || (missing == MissingInARow && LongestMissing(then, now) >= MissingInARow)))
            return false;
        if (Coverage.Absorbs(then, now))
            return true;
        if (Coverage.Share(now, then) < Coverage.Enough || !Parts(now).All(part => Coverage.IsInOrder(part, then)))
            return false;
        var added = FactLoss.Of(now, then);
        return added is { LostFigures.Count: 0, LosesCondition: false, LosesDenial: false, ForceConflicts.Count: 0 }
            && added.LostDates.TrueForAll(date => SayingDay.Is(now.Statement, date))
            && (added.LostNames.Count == 0 || (isKnown is not null && added.LostNames.TrueForAll(name => isKnown(name)) && FactLoss.Of(then, now).LostNames.Count == 0));
    }

    private static int LongestMissing(Wording wording, Wording other)
    {
        var (longest, run) = (0, 0);
        foreach (var word in wording.Content)
        {
            run = Coverage.IsFact(wording, word) || wording.Statement.IsName[word] || other.Has(wording.StemAt(word)) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static IEnumerable<Wording> Parts(Wording wording)
    {
        var statement = wording.Statement;
        var first = 0;
        for (var at = 1; at <= statement.Count; at++)
        {
            if (at < statement.Count && !statement.Text.AsSpan(statement.Words[at - 1].Span.End, statement.Words[at].Span.Start - statement.Words[at - 1].Span.End).Contains(','))
                continue;
            if (wording.Part(first, at) is { } part && part.Content.Length >= LeastContent)
                yield return part;
            first = at;
        }
    }
}
