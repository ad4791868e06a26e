using Briefing.Core.Claims.Differences;
using Briefing.Core.Claims.Quotations;
using Briefing.Core.Claims.Relations;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Text.Dates;
using NodaTime;

namespace Briefing.Core.Novelty;

/// <summary>What a statement of today's is to an earlier one.</summary>
internal enum NoveltyRelation
{
    /// <summary>Nothing that can be told from the two.</summary>
    None,

    /// <summary>It says nothing that the earlier one did not tell, in whatever words.</summary>
    Same,

    /// <summary>It says all of the earlier one, and more.</summary>
    Fuller,

    /// <summary>It is the same statement with another figure, date or name, or told more or less firmly.</summary>
    Changed,

    /// <summary>It reads like the earlier one and is of another occasion: last month's figures, another summit.</summary>
    Another,
}

/// <summary>
/// Decides what a statement of today's is to an earlier one, by the comparison that merges the statements of one day and the one
/// that finds differences between them. What days apart add: what had happened by the earlier day cannot have moved since, and
/// what was to come then may have come to pass now.
/// </summary>
internal static class NoveltyComparer
{
    // Fewer content words state too little to be reported again or added to.
    private const int MinContent = 3;

    // Of a sentence corrected in place so much stays.
    private const double CorrectedInPlace = 0.6;

    // Statements so alike, in so many words, with other names and figures or days report two occasions.
    private const double Likeness = 0.5;
    private const int MinLikeness = 4;

    // A fuller statement has so much of its first clause from the earlier one; else that is a background to other news.
    private const double MaxOfOpening = 0.4;

    // And it has so many of the earlier one's words: on one day fewer suffice, but here the two stand beside each other.
    private const double MaxOfEarlier = 0.8;

    // With fewer words in common two statements contradict each other by chance.
    private const double Contradicted = 0.7;

    // Weekdays a week apart are another occasion, when the articles lie so many days apart that both cannot mean one day.
    private const int WeekApart = 7;
    private const int DaysBetweenArticles = 4;

    /// <param name="isCorrected">Whether both stood in one article, which was changed since; there another word is meant.</param>
    public static NoveltyRelation Of(ComparableStatement today, ComparableStatement earlier, bool isCorrected)
    {
        var (now, then) = (today.ComparableClause, earlier.ComparableClause);
        var isWordForWord = today.IsWordForWord(earlier);
        if (!isWordForWord && Entailment.Share(now, then) < Entailment.Least && Entailment.Share(then, now) < Entailment.Least)
            return RepeatsQuotation(today.DistinctSentence, earlier.DistinctSentence) ? NoveltyRelation.Same : NoveltyRelation.None;
        if (AreOfOtherDays(today, earlier))
            return NoveltyRelation.Another;
        if (isWordForWord || RepeatsQuotation(today.DistinctSentence, earlier.DistinctSentence))
            return NoveltyRelation.Same;
        if (isCorrected && Math.Min(Entailment.Share(now, then), Entailment.Share(then, now)) >= CorrectedInPlace)
            return NoveltyRelation.Changed;
        var mayCarry = earlier.DistinctSentence.MayCarry(today.DistinctSentence);
        var hasComeToPass = HasComeToPass(today, earlier);
        var contradicts = Contradicts(now, then);
        if (mayCarry && !hasComeToPass && !contradicts && Redundancy.Of(now, then))
            return NoveltyRelation.Same;
        if (IsAnotherOccasion(now, then))
            return NoveltyRelation.Another;
        if (FactAlignment.Conflicts(earlier.AsClaim, today.AsClaim).Any(conflict => !IsOfSaying(conflict, now, then)))
            return OfConflict(today, earlier);
        if (contradicts && !hasComeToPass)
            return NoveltyRelation.Changed;
        if (mayCarry && then.Content.Length >= MinContent && OpensWith(now, then) && Entailment.Share(then, now) >= MaxOfEarlier && (hasComeToPass || Entailment.Absorbs(now, then)))
            return hasComeToPass ? NoveltyRelation.Changed : NoveltyRelation.Fuller;
        return hasComeToPass && Entailment.IsInOrder(now, then) && Entailment.Share(then, now) >= Entailment.Enough ? NoveltyRelation.Changed : NoveltyRelation.None;
    }

    // The same words of the same person are no news, whatever sentence carries them.
    private static bool RepeatsQuotation(DistinctSentence today, DistinctSentence earlier) =>
        today.Quotation is { IsSubstantial: true, IsMost: true } quotation && earlier.Quotation is { IsSubstantial: true } known
        && quotation.IsPartOf(known) && !Speakers.Differ(today, earlier);

    // "Rejected" after "approved": nearly all else is the same.
    private static bool Contradicts(ComparableClause now, ComparableClause then) =>
        Math.Min(Entailment.Share(now, then), Entailment.Share(then, now)) >= Contradicted
        && StatementComparison.Compare(now, then).Relation == StatementRelation.Contradicts;

    private static bool OpensWith(ComparableClause now, ComparableClause then) =>
        Entailment.Share(now.Part(0, ClauseSplitter.Of(now.Sentence)[0].End), then) >= MaxOfOpening;

    /// <summary>"Will sign" and then "signed": a plan is not reported again but has come to pass, unless its day is still ahead.</summary>
    public static bool HasComeToPass(ComparableStatement today, ComparableStatement earlier)
    {
        var (now, then) = (today.ComparableClause, earlier.ComparableClause);
        if (then.Sentence.Dates.Exists(date => date.Resolve(earlier.Day) is { } due && due.Start > today.Day))
            return false;
        if (Array.Exists(now.Modalities, modality => modality.Prospect != Level.None) || now.Analysis.Operators.Exists(use => use.Kind == Operator.Will))
            return false;
        foreach (var word in then.Content)
        {
            if ((then.Modalities[word].Prospect != Level.None || IsToCome(then, word)) && now.Has(then.StemAt(word)))
                return true;
        }

        return false;
    }

    // "Was to sit down", "due to be signed".
    private static bool IsToCome(ComparableClause clause, int word) =>
        clause.Analysis.Operators.Exists(use => use.Kind == Operator.Will && word >= use.Scope.First && word < use.Scope.End && clause.Analysis.Tokens[word].Class == TokenClass.Verb);

    // One fact may change, but not who or where with it.
    private static bool IsAnotherOccasion(ComparableClause now, ComparableClause then)
    {
        if (Math.Min(Entailment.Share(now, then), Entailment.Share(then, now)) < Likeness || now.CountOf(then.Plain) < MinLikeness)
            return false;
        var (lost, added) = (FactDiff.Of(then, now), FactDiff.Of(now, then));
        if (lost.LostNames.Count == 0 || added.LostNames.Count == 0)
            return false;
        return lost.FigureConflicts.Count > 0 || lost.DateConflicts.Exists(conflict => !IsOfSaying(conflict.Fuller, now, conflict.Poorer, then));
    }

    private static NoveltyRelation OfConflict(ComparableStatement today, ComparableStatement earlier)
    {
        var (now, then) = (today.ComparableClause, earlier.ComparableClause);
        foreach (var (was, isNow) in FactDiff.Of(then, now).DateConflicts)
        {
            if (!IsOfSaying(isNow, now, was, then) && !MayMove(was, earlier, isNow, today))
                return NoveltyRelation.Another;
        }

        return NoveltyRelation.Changed;
    }

    private static bool IsOfSaying((FactMention One, FactMention Other) conflict, ComparableClause now, ComparableClause then) =>
        conflict is { One.Value: DateExpression was, Other.Value: DateExpression isNow } && IsOfSaying(isNow, now, was, then);

    private static bool IsOfSaying(DateExpression isNow, ComparableClause now, DateExpression was, ComparableClause then) =>
        ReportingDate.Is(now.Sentence, isNow) || ReportingDate.Is(then.Sentence, was);

    // A day to come may be moved, and a day gone by corrected; but what had happened by then did not happen later.
    private static bool MayMove(DateExpression then, ComparableStatement earlier, DateExpression now, ComparableStatement today)
    {
        if (then.Resolve(earlier.Day) is not { } was || now.Resolve(today.Day) is not { } isNow)
            return true;
        if (was.Start > earlier.Day)
            return isNow.Start <= was.End || today.Day <= was.End.PlusDays(1);
        return then.IsDay && now.IsDay && isNow.Start <= earlier.Day;
    }

    // Within one day's reports "on Monday" is one Monday; a week later it is another.
    private static bool AreOfOtherDays(ComparableStatement today, ComparableStatement earlier)
    {
        if (Math.Abs(Period.DaysBetween(earlier.Day, today.Day)) < DaysBetweenArticles)
            return false;
        foreach (var then in earlier.ComparableClause.Sentence.Dates)
        {
            foreach (var now in today.ComparableClause.Sentence.Dates)
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
