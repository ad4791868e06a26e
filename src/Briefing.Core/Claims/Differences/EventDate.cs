using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Text.Dates;
using NodaTime;

namespace Briefing.Core.Claims.Differences;

/// <summary>
/// Compares the day of the event itself where no two sentences say the same: an account that dates the talks to a day later than
/// the one on which another has their outcome announced disagrees with it. Announcements after the event disagree with nothing.
/// </summary>
internal static class EventDate
{
    // The opening of an account is about its event; farther down stands background.
    private const int OpeningSentences = 5;

    // Content words that an opening must share with the announcement to be about the same event.
    private const int SharedWords = 3;

    // Beyond a few days it is another event that is meant.
    private const int MaxDaysApart = 3;

    /// <summary>The days told, first the day of the announcement; null when the accounts agree or do not tell.</summary>
    public static DraftDifference? Difference(IReadOnlyList<DraftClaim> claims)
    {
        var openings = claims.SelectMany(Openings).OrderBy(opening => opening.Rank).ToList();
        foreach (var announced in openings.Where(opening => opening.IsAnnouncement))
        {
            if (announced.Day(announced.Published) is not { } day)
                continue;
            var later = openings.Where(opening => !opening.IsAnnouncement && Contradicts(announced, day, opening)).ToList();
            if (later.Count == 0)
                continue;
            var first = later[0].Day(day);
            var told = later.Where(opening => opening.Day(day) == first).ToList();
            return new DraftDifference(
                DifferenceKind.Date,
                [
                    new(announced.Mention, DateNote.Of(announced.Date, announced.Published), [announced.Claim]),
                    new(told[0].Mention, DateNote.Of(told[0].Date, told[0].Published), [.. told.Select(opening => opening.Claim).Distinct()]),
                ],
                IsOfOneStatement: false);
        }

        return null;
    }

    private static bool Contradicts(Opening announced, LocalDate day, Opening opening)
    {
        // Two weekdays told in different weeks compare badly; one of the two must be a day of the calendar.
        if (opening.Date.Day is null && announced.Date.Day is null)
            return false;
        if (opening.Rank == announced.Rank || opening.Claim == announced.Claim || opening.Day(day) is not { } told)
            return false;
        var shared = opening.ComparableClause.Content.Count(word => announced.ComparableClause.Has(opening.ComparableClause.StemAt(word)));
        return told > day && Period.DaysBetween(day, told) <= MaxDaysApart && shared >= SharedWords;
    }

    private static IEnumerable<Opening> Openings(DraftClaim claim)
    {
        var shown = claim.Shown;
        if (!IsOpening(shown.First))
            yield break;
        foreach (var date in shown.ComparableClause.Sentence.Dates)
        {
            if (date.IsDay && !date.PointsAhead)
            {
                yield return new Opening(claim, date, IsAnnounced(shown.ComparableClause.Sentence, date));
                yield break;
            }
        }
    }

    private static bool IsOpening(PassageOccurrence occurrence) =>
        occurrence.Article.Passages.Where(passage => passage.Kind == PassageKind.Sentence).Take(OpeningSentences).Contains(occurrence.Passage);

    // "said on Saturday", "announced late Monday"
    private static bool IsAnnounced(Sentence statement, DateExpression date)
    {
        for (var at = statement.Count - 1; at >= 0; at--)
        {
            if (statement.Words[at].Span.End > date.Span.Start)
                continue;
            var word = statement.Forms[at].Folded;
            if (word is "on" or "late" or "early" or "later")
                continue;
            return word is "said" or "announced" or "told" or "added" or "stated" or "confirmed" or "declared";
        }

        return false;
    }

    private sealed record Opening(DraftClaim Claim, DateExpression Date, bool IsAnnouncement)
    {
        public ComparableClause ComparableClause => Claim.Shown.ComparableClause;

        public LocalDate? Published => ComparableClause.Published;

        public int Rank => Claim.Shown.First.Rank;

        public FactMention Mention => new(DifferenceKind.Date, Claim, Claim.Shown, Date.Span, Date);

        // An undated account's "February 1" is of the other's year.
        public LocalDate? Day(LocalDate? published) => Date.Resolve(Published ?? published) is { Length: 1 } day ? day.Start : null;
    }
}
