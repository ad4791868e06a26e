using Briefing.Core.Language;

namespace Briefing.Core.Stories.Claims;

/// <summary>
/// What of a wording's hard facts another wording loses. A fact is a figure, a date, a name, a force (negation, hedge, plan,
/// demand) or a condition. Lost: the other does not say it. In conflict: the other says something else in its place.
/// </summary>
internal sealed class FactLoss
{
    private FactLoss(Wording poorer, Wording fuller)
    {
        Poorer = poorer;
        Fuller = fuller;
    }

    public Wording Poorer { get; }

    public Wording Fuller { get; }

    public List<Figure> LostFigures { get; } = [];

    public List<DateExpression> LostDates { get; } = [];

    public List<NameRun> LostNames { get; } = [];

    public bool LosesCondition { get; private init; }

    public bool LosesDenial { get; private init; }

    public List<(Figure Poorer, Figure Fuller)> FigureConflicts { get; } = [];

    public List<(DateExpression Poorer, DateExpression Fuller)> DateConflicts { get; } = [];

    public List<(Force Poorer, Force Fuller)> ForceConflicts { get; } = [];

    public bool IsNone => LostFigures.Count == 0 && LostDates.Count == 0 && LostNames.Count == 0 && !LosesCondition && !LosesDenial && ForceConflicts.Count == 0;

    public static FactLoss Of(Wording poorer, Wording fuller)
    {
        var comparison = new FactLoss(poorer, fuller)
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
        foreach (var figure in Poorer.Statement.Figures)
        {
            if (Fuller.Statement.Figures.Any(other => Same(figure, other)))
                continue;
            LostFigures.Add(figure);
            foreach (var other in Fuller.Statement.Figures)
            {
                if (figure.Unit.Matches(other.Unit) && !Poorer.Statement.Figures.Any(own => Same(own, other)))
                    FigureConflicts.Add((figure, other));
            }
        }
    }

    // "All four victims" and "all six victims".
    private void CompareBackwardFigures()
    {
        foreach (var figure in Poorer.Statement.BackwardFigures)
        {
            if (Fuller.Statement.BackwardFigures.Find(other => other.Unit.Matches(figure.Unit)) is not { } told || told.Value == figure.Value
                || Fuller.Statement.BackwardFigures.Exists(other => other.Value == figure.Value) || Poorer.Statement.BackwardFigures.Exists(own => own.Value == told.Value))
            {
                continue;
            }

            LostFigures.Add(figure);
            FigureConflicts.Add((figure, told));
        }
    }

    // "The 15-year-old boy" and "the 15-year-old student" may be one, though boy and student tell nothing of it.
    private static bool Same(Figure one, Figure other) =>
        (one.Unit.Matches(other.Unit) || one.Unit.IsEmpty || other.Unit.IsEmpty || one.Unit is { Symbol: FigureUnit.Age } && other.Unit is { Symbol: FigureUnit.Age })
        && one.IsCompatibleWith(other);

    private void CompareDates()
    {
        foreach (var date in Poorer.Statement.Dates)
        {
            if (Fuller.Statement.Dates.Any(other => Keeps(other, date)))
                continue;
            LostDates.Add(date);
            foreach (var other in Fuller.Statement.Dates)
            {
                if (Excludes(date, other) && !Poorer.Statement.Dates.Any(own => Keeps(other, own) || Keeps(own, other)))
                    DateConflicts.Add((date, other));
            }
        }
    }

    // "January 29" keeps "last week"; not the other way round.
    private bool Keeps(DateExpression other, DateExpression date) =>
        DateReading.Keeps(other, Fuller.Published, date, Poorer.Published);

    private bool Excludes(DateExpression date, DateExpression other) =>
        DateReading.Excludes(date, Poorer.Published, other, Fuller.Published);

    private void CompareNames()
    {
        foreach (var run in Poorer.Names)
        {
            if (!NameMatch.IsNamed(Poorer, run, Fuller))
                LostNames.Add(run);
        }
    }

    // "To sell what is not sold elsewhere" and "to sell what is unknown elsewhere": the plain word answers the other plain one.
    private static bool IsOfOtherMention(Wording wording, Force force, Wording other, Force plain) =>
        !force.IsPlain && plain.IsPlain && wording.WordOf(force) != other.WordOf(plain) && HasForm(wording, other.StemAt(plain.Word), other.WordOf(plain))
        && !HasForm(other, wording.StemAt(force.Word), wording.WordOf(force));

    private static bool HasForm(Wording wording, int stem, string form)
    {
        for (var at = 0; at < wording.Statement.Count; at++)
        {
            if (wording.StemAt(at) == stem && wording.Statement.Forms[at].Folded == form)
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
            var (one, two) = (Poorer.Forces[word], Fuller.Forces[other]);
            if (one.IsPlain && two.IsPlain)
                continue;
            // "found no evidence" and "did not find evidence": both deny, each at its own word.
            if (Poorer.HasNegation && Fuller.HasNegation)
                (one, two) = (one with { Negated = false }, two with { Negated = false });
            if (one.Disagrees(two) && !IsOfOtherMention(Poorer, one, Fuller, two) && !IsOfOtherMention(Fuller, two, Poorer, one))
                ForceConflicts.Add((Poorer.Shown(one, word, Fuller.WordOf(two)), Fuller.Shown(two, other, Poorer.WordOf(one))));
        }
    }
}
