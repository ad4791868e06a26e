using Briefing.Core.Language;
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

    // Statements so alike, in so many words, with other names and figures or days tell of two occasions.
    private const double Likeness = 0.5;
    private const int LeastLikeness = 4;

    // A fuller statement has so much of its first clause from the earlier one; else that is a background to other news.
    private const double MostOfOpening = 0.4;

    // And it has so many of the earlier one's words: on one day fewer suffice, but here the two stand beside each other.
    private const double MostOfEarlier = 0.8;

    // Weekdays a week apart are another occasion, when the articles lie so many days apart that both cannot mean one day.
    private const int WeekApart = 7;
    private const int DaysBetweenArticles = 4;

    /// <param name="isCorrected">Whether both stood in one article, which was changed since; there another word is meant.</param>
    public static Bond Of(PrintedStatement today, PrintedStatement earlier, bool isCorrected)
    {
        var (now, then) = (today.Wording, earlier.Wording);
        var isWordForWord = today.IsWordForWord(earlier);
        if (!isWordForWord && Coverage.Share(now, then) < Coverage.Least && Coverage.Share(then, now) < Coverage.Least)
            return RepeatsQuotation(today.Telling, earlier.Telling) ? Bond.Same : Bond.None;
        if (AreOfOtherDays(today, earlier))
            return Bond.Another;
        if (isWordForWord || RepeatsQuotation(today.Telling, earlier.Telling))
            return Bond.Same;
        if (isCorrected && Math.Min(Coverage.Share(now, then), Coverage.Share(then, now)) >= CorrectedInPlace)
            return Bond.Changed;
        var mayCarry = earlier.Telling.MayCarry(today.Telling);
        var hasComeToPass = HasComeToPass(today, earlier);
        if (mayCarry && !hasComeToPass && ToldAgain.Of(now, then))
            return Bond.Same;
        if (IsAnotherOccasion(now, then))
            return Bond.Another;
        if (FactAlignment.Conflicts(earlier.AsClaim, today.AsClaim).Any(conflict => !IsOfSaying(conflict, now, then)))
            return OfConflict(today, earlier);
        if (mayCarry && then.Content.Length >= LeastContent && OpensWith(now, then) && Coverage.Share(then, now) >= MostOfEarlier && Coverage.Absorbs(now, then))
            return hasComeToPass ? Bond.Changed : Bond.Fuller;
        return hasComeToPass && Coverage.IsInOrder(now, then) && Coverage.Share(then, now) >= Coverage.Enough ? Bond.Changed : Bond.None;
    }

    // The same words of the same person are no news, whatever sentence carries them.
    private static bool RepeatsQuotation(Telling today, Telling earlier) =>
        today.Quotation is { IsTelling: true, IsMost: true } quotation && earlier.Quotation is { IsTelling: true } known
        && quotation.IsPartOf(known) && !Speakers.Differ(today, earlier);

    private static bool OpensWith(Wording now, Wording then) =>
        Coverage.Share(now.Part(0, Clauses.Of(now.Statement)[0].End), then) >= MostOfOpening;

    /// <summary>"Will sign" and then "signed": a plan is not told again but has come to pass, unless its day is still ahead.</summary>
    public static bool HasComeToPass(PrintedStatement today, PrintedStatement earlier)
    {
        var (now, then) = (today.Wording, earlier.Wording);
        if (then.Statement.Dates.Exists(date => date.Resolve(earlier.Day) is { } due && due.Start > today.Day))
            return false;
        if (!Array.Exists(then.Forces, force => force.Modality != Level.None) || Array.Exists(now.Forces, force => force.Modality != Level.None))
            return false;
        foreach (var word in then.Content)
        {
            if (then.Forces[word].Modality != Level.None && now.Has(then.StemAt(word)))
                return true;
        }

        return false;
    }

    // One fact may change, but not who or where with it.
    private static bool IsAnotherOccasion(Wording now, Wording then)
    {
        if (Math.Min(Coverage.Share(now, then), Coverage.Share(then, now)) < Likeness || now.CountOf(then.Plain) < LeastLikeness)
            return false;
        var (lost, added) = (FactLoss.Of(then, now), FactLoss.Of(now, then));
        if (lost.LostNames.Count == 0 || added.LostNames.Count == 0)
            return false;
        return lost.FigureConflicts.Count > 0 || lost.DateConflicts.Exists(conflict => !IsOfSaying(conflict.Fuller, now, conflict.Poorer, then));
    }

    private static Bond OfConflict(PrintedStatement today, PrintedStatement earlier)
    {
        var (now, then) = (today.Wording, earlier.Wording);
        foreach (var (was, isNow) in FactLoss.Of(then, now).DateConflicts)
        {
            if (!IsOfSaying(isNow, now, was, then) && !MayMove(was, earlier, isNow, today))
                return Bond.Another;
        }

        return Bond.Changed;
    }

    private static bool IsOfSaying((FactMention One, FactMention Other) conflict, Wording now, Wording then) =>
        conflict is { One.Value: DateExpression was, Other.Value: DateExpression isNow } && IsOfSaying(isNow, now, was, then);

    private static bool IsOfSaying(DateExpression isNow, Wording now, DateExpression was, Wording then) =>
        SayingDay.Is(now.Statement, isNow) || SayingDay.Is(then.Statement, was);

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
