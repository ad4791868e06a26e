using Briefing.Core.Language;
using Briefing.Core.Stories;
using Briefing.Core.Stories.Claims;
using Briefing.Core.Stories.Differences;
using Briefing.Core.Stories.Quotations;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>
/// Decides what a statement of today's is to an earlier one, by the comparison that merges the statements of one day and the one
/// that finds differences between them. What days apart add: what had happened by the earlier day cannot have moved since, and
/// what was to come then may have come to pass now.
/// </summary>
internal static class StatementBond
{
    // Fewer content words state too little to be told again or added to.
    private const int LeastContent = 3;

    // Of a sentence corrected in place so much stays.
    private const double CorrectedInPlace = 0.6;

    // Two versions of one sentence share so much of either.
    private const double OneSentence = 0.7;

    // Weekdays a week apart are another occasion, when the articles lie so many days apart that both cannot mean one day.
    private const int WeekApart = 7;
    private const int DaysBetweenArticles = 4;

    /// <param name="isCorrected">Whether both stood in one article, which was changed since; there another word is meant.</param>
    public static Bond Of(PrintedStatement today, PrintedStatement earlier, bool isCorrected)
    {
        var (now, then) = (today.Wording, earlier.Wording);
        if (AreOfOtherDays(today, earlier))
            return Bond.Another;
        if (today.FoldedText == earlier.FoldedText || RepeatsQuotation(today.Telling, earlier.Telling))
            return Bond.Same;
        if (isCorrected && Math.Min(Coverage.Share(now, then), Coverage.Share(then, now)) >= CorrectedInPlace)
            return Bond.Changed;
        var mayCarry = earlier.Telling.MayCarry(today.Telling);
        var hasComeToPass = HasComeToPass(now, then);
        if (mayCarry && !hasComeToPass && ToldAgain.Of(now, then))
            return Bond.Same;
        if (FactAlignment.Conflicts(earlier.AsClaim, today.AsClaim).ToList() is { Count: > 0 } conflicts)
            return OfConflict(conflicts, today, earlier);
        if (mayCarry && then.Content.Length >= LeastContent && Coverage.Absorbs(now, then))
            return hasComeToPass ? Bond.Changed : Bond.Fuller;
        return hasComeToPass && Coverage.IsInOrder(now, then) && Coverage.Share(then, now) >= Coverage.Enough ? Bond.Changed : Bond.None;
    }

    // The same words of the same person are no news, whatever sentence carries them.
    private static bool RepeatsQuotation(Telling today, Telling earlier) =>
        today.Quotation is { IsTelling: true, IsMost: true } quotation && earlier.Quotation is { IsTelling: true } known
        && quotation.IsPartOf(known) && !Speakers.Differ(today, earlier);

    // "will sign" and then "signed": a plan is not told again but has come to pass.
    private static bool HasComeToPass(Wording now, Wording then)
    {
        if (!Array.Exists(then.Forces, force => force.Modality != Level.None) || Array.Exists(now.Forces, force => force.Modality != Level.None))
            return false;
        foreach (var word in then.Content)
        {
            if (then.Forces[word].Modality != Level.None && now.Has(then.StemAt(word)))
                return true;
        }

        return false;
    }

    // One fact may change, but not who or where with it; and two versions of one sentence with other names tell of two events.
    private static Bond OfConflict(List<(FactMention One, FactMention Other)> conflicts, PrintedStatement today, PrintedStatement earlier)
    {
        var (now, then) = (today.Wording, earlier.Wording);
        var (lost, added) = (FactLoss.Of(then, now), FactLoss.Of(now, then));
        if (lost.DateConflicts.Exists(conflict => !MayMove(conflict.Poorer, earlier, conflict.Fuller, today)))
            return Bond.Another;
        if (lost.LostNames.Count == 0 || added.LostNames.Count == 0 || conflicts.TrueForAll(conflict => conflict.One.Kind == DifferenceKind.Name))
            return Bond.Changed;
        return Math.Min(Coverage.Share(now, then), Coverage.Share(then, now)) >= OneSentence ? Bond.Another : Bond.None;
    }

    // A day to come may be moved, and a day gone by corrected; but what had happened by then did not happen later.
    private static bool MayMove(DateExpression then, PrintedStatement earlier, DateExpression now, PrintedStatement today)
    {
        if (then.Resolve(earlier.Day) is not { } was || now.Resolve(today.Day) is not { } isNow)
            return true;
        if (was.Start > earlier.Day)
            return isNow.Start <= was.End || today.Day <= was.End.PlusDays(1);
        return then.IsDay && now.IsDay && isNow.Start <= earlier.Day;
    }

    // Within one day's reports "on Monday" is one Monday; a week later it is another.
    private static bool AreOfOtherDays(PrintedStatement today, PrintedStatement earlier)
    {
        if (Math.Abs(Period.DaysBetween(earlier.Day, today.Day)) < DaysBetweenArticles)
            return false;
        foreach (var then in earlier.Wording.Statement.Dates)
        {
            foreach (var now in today.Wording.Statement.Dates)
            {
                if (then.Weekday is not null && then.Weekday == now.Weekday
                    && then.Resolve(earlier.Day) is { } was && now.Resolve(today.Day) is { } isNow
                    && Math.Abs(Period.DaysBetween(was.Start, isNow.Start)) >= WeekApart)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
