using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Editions.Continuity;

/// <summary>
/// Whether a statement tells nothing that an earlier one did not. As on one day (<see cref="Coverage.Absorbs"/>), but the parts between
/// commas may have changed places: "…, the minister said" after "The minister said …".
/// </summary>
internal static class ToldAgain
{
    // Three content words in a row that the earlier one lacks are a statement of their own.
    private const int MissingInARow = 2;

    // A part of fewer has no order.
    private const int LeastContent = 2;

    public static bool Of(Wording now, Wording then) =>
        Coverage.Absorbs(then, now)
        || (Coverage.Share(now, then) >= Coverage.Enough && LongestMissing(now, then) <= MissingInARow
            && Parts(now).All(part => Coverage.IsInOrder(part, then)) && FactLoss.Of(now, then).IsNone);

    private static int LongestMissing(Wording now, Wording then)
    {
        var (longest, run) = (0, 0);
        foreach (var word in now.Content)
        {
            run = Coverage.IsFact(now, word) || then.Has(now.StemAt(word)) ? 0 : run + 1;
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
