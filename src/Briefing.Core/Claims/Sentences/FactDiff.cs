using Briefing.Core.Text.Dates;
using Briefing.Core.Text.Numbers;
using NodaTime;

namespace Briefing.Core.Claims.Sentences;

/// <summary>
/// What of a wording's hard facts another wording loses. A fact is a figure, a date, a name, a force (negation, hedge, plan,
/// demand) or a condition. Lost: the other does not say it. In conflict: the other says something else in its place.
/// </summary>
internal sealed class FactDiff
{
    private FactDiff(ComparableClause poorer, ComparableClause fuller)
    {
        Poorer = poorer;
        Fuller = fuller;
    }

    public ComparableClause Poorer { get; }

    public ComparableClause Fuller { get; }

    public List<Figure> LostFigures { get; } = [];

    public List<DateExpression> LostDates { get; } = [];

    public List<NameRun> LostNames { get; } = [];

    public bool LosesCondition { get; private init; }

    public bool LosesDenial { get; private init; }

    public List<(Figure Poorer, Figure Fuller)> FigureConflicts { get; } = [];

    public List<(DateExpression Poorer, DateExpression Fuller)> DateConflicts { get; } = [];

    public List<(Modality Poorer, Modality Fuller)> ModalityConflicts { get; } = [];

    public bool IsNone => LostFigures.Count == 0 && LostDates.Count == 0 && LostNames.Count == 0 && !LosesCondition && !LosesDenial && ModalityConflicts.Count == 0;

    public static FactDiff Of(ComparableClause poorer, ComparableClause fuller)
    {
        var comparison = new FactDiff(poorer, fuller)
        {
            LosesCondition = poorer.IsConditional && !fuller.IsConditional,
            LosesDenial = poorer.HasDenial && !fuller.HasDenial,
        };
        comparison.CompareFigures();
        comparison.CompareBackwardFigures();
        comparison.CompareDates();
        comparison.CompareNames();
        comparison.CompareForces();
        return comparison;
    }

    private void CompareFigures()
    {
        foreach (var figure in Poorer.Sentence.Figures)
        {
            if (Fuller.Sentence.Figures.Any(other => Same(figure, other)))
                continue;
            LostFigures.Add(figure);
            foreach (var other in Fuller.Sentence.Figures)
            {
                if (figure.Unit.MayCountTheSame(other.Unit) && !Poorer.Sentence.Figures.Any(own => Same(own, other)))
                    FigureConflicts.Add((figure, other));
            }
        }
    }

    // "All four victims" and "all six victims".
    private void CompareBackwardFigures()
    {
        foreach (var figure in Poorer.Sentence.BackwardFigures)
        {
            if (Fuller.Sentence.BackwardFigures.Find(other => other.Unit.Matches(figure.Unit)) is not { } told || told.Value == figure.Value
                || Fuller.Sentence.BackwardFigures.Exists(other => other.Value == figure.Value) || Poorer.Sentence.BackwardFigures.Exists(own => own.Value == told.Value))
            {
                continue;
            }

            LostFigures.Add(figure);
            FigureConflicts.Add((figure, told));
        }
    }

    // "The 15-year-old boy" and "the 15-year-old student" may be one, though boy and student say nothing of it.
    private static bool Same(Figure one, Figure other) =>
        (one.Unit.Matches(other.Unit) || one.Unit.IsEmpty || other.Unit.IsEmpty || one.Unit is { Symbol: FigureUnit.Age } && other.Unit is { Symbol: FigureUnit.Age })
        && one.IsCompatibleWith(other);

    private void CompareDates()
    {
        foreach (var date in Poorer.Sentence.Dates)
        {
            if (Fuller.Sentence.Dates.Any(other => Keeps(other, date)))
                continue;
            LostDates.Add(date);
            foreach (var other in Fuller.Sentence.Dates)
            {
                if (Excludes(date, other) && !Poorer.Sentence.Dates.Any(own => Keeps(other, own) || Keeps(own, other)))
                    DateConflicts.Add((date, other));
            }
        }
    }

    // "January 29" keeps "last week"; not the other way round.
    private bool Keeps(DateExpression other, DateExpression date) =>
        DateComparison.Keeps(other, Fuller.Published, date, Poorer.Published);

    private bool Excludes(DateExpression date, DateExpression other) =>
        DateComparison.Excludes(date, Poorer.Published, other, Fuller.Published);

    private void CompareNames()
    {
        foreach (var run in Poorer.Names)
        {
            if (!NameMatch.IsNamed(Poorer, run, Fuller))
                LostNames.Add(run);
        }
    }

    // "To sell what is not sold elsewhere" and "to sell what is unknown elsewhere": the plain word answers the other plain one.
    private static bool IsOfOtherMention(ComparableClause clause, Modality modality, ComparableClause other, Modality plain) =>
        !modality.IsPlain && plain.IsPlain && clause.WordOf(modality) != other.WordOf(plain) && HasForm(clause, other.StemAt(plain.Word), other.WordOf(plain))
        && !HasForm(other, clause.StemAt(modality.Word), clause.WordOf(modality));

    private static bool HasForm(ComparableClause clause, int stem, string form)
    {
        for (var at = 0; at < clause.Sentence.Count; at++)
        {
            if (clause.StemAt(at) == stem && clause.Sentence.Forms[at].Folded == form)
                return true;
        }

        return false;
    }

    private void CompareForces()
    {
        foreach (var word in Poorer.Content)
        {
            var other = Fuller.PositionOf(Poorer.StemAt(word));
            if (other < 0)
                continue;
            var (one, two) = (Poorer.Modalities[word], Fuller.Modalities[other]);
            if (one.IsPlain && two.IsPlain)
                continue;
            // "found no evidence" and "did not find evidence": both deny, each at its own word.
            if (Poorer.HasNegation && Fuller.HasNegation)
                (one, two) = (one with { Negated = false }, two with { Negated = false });
            if (one.Disagrees(two) && !IsOfOtherMention(Poorer, one, Fuller, two) && !IsOfOtherMention(Fuller, two, Poorer, one))
                ModalityConflicts.Add((Poorer.Shown(one, word, Fuller.WordOf(two)), Fuller.Shown(two, other, Poorer.WordOf(one))));
        }
    }
}

/// <summary>Compares dates of different articles, as far as their words and days of publication tell.</summary>
internal static class DateComparison
{
    /// <summary>Whether <paramref name="kept"/> says at least what <paramref name="date"/> says: the same day, or one inside its stretch.</summary>
    public static bool Keeps(DateExpression kept, LocalDate? keptDay, DateExpression date, LocalDate? dateDay)
    {
        if (IsSameWeekday(kept, date))
            return true;
        var (inner, outer) = (kept.Resolve(keptDay), date.Resolve(dateDay));
        if (inner is not null && outer is not null)
            return outer.Contains(inner.Start) && outer.Contains(inner.End);
        return (kept.IsDay == date.IsDay || IsPartOf(date, kept)) && !Excludes(kept, keptDay, date, dateDay);
    }

    // "March" is part of "30 March 2007": nothing is named that the other does not name.
    private static bool IsPartOf(DateExpression date, DateExpression kept) =>
        (date.Month ?? date.Year) is not null && date.Weekday is null && date.Shift is null && date.Day is null
        && (date.Month is null || date.Month == kept.Month) && (date.Year is null || date.Year == kept.Year);

    /// <summary>Whether both cannot be meant of one event. What cannot be told excludes nothing.</summary>
    public static bool Excludes(DateExpression one, LocalDate? oneDay, DateExpression other, LocalDate? otherDay)
    {
        // "Today" in two papers is said of one day, though they came out on different ones: the one repeats the other.
        if (IsSameWeekday(one, other) || (one.Shift is not null && one.Shift == other.Shift))
            return false;
        var (first, second) = (one.Resolve(oneDay), other.Resolve(otherDay));
        if (first is not null && second is not null)
            return first.End < second.Start || second.End < first.Start;
        return Differ(one.Year ?? first?.Start.Year, other.Year ?? second?.Start.Year)
            || Differ(Month(one, first), Month(other, second))
            || Differ(Day(one, first), Day(other, second))
            || Differ((int?)Weekday(one, first), (int?)Weekday(other, second));
    }

    // Accounts of one event that both say "on Saturday" mean one Saturday, also where one of them was published later.
    private static bool IsSameWeekday(DateExpression one, DateExpression other) =>
        one.Weekday is not null && one.Weekday == other.Weekday && (one.Day is null || other.Day is null || one.Day == other.Day)
        && (one.Month is null || other.Month is null || one.Month == other.Month)
        && (one.Year is null || other.Year is null || one.Year == other.Year)
        && (one.Day is null) == (other.Day is null);

    private static int? Month(DateExpression date, DateInterval? read) =>
        date.Month ?? (read is not null && read.Start.Month == read.End.Month ? read.Start.Month : null);

    private static int? Day(DateExpression date, DateInterval? read) => date.Day ?? (read is { Length: 1 } ? read.Start.Day : null);

    private static IsoDayOfWeek? Weekday(DateExpression date, DateInterval? read) =>
        date.Weekday ?? (read is { Length: 1 } ? read.Start.DayOfWeek : null);

    private static bool Differ(int? one, int? other) => one is not null && other is not null && one != other;
}
