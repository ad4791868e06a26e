using Briefing.Core.Language;
using Briefing.Core.Sources;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>A fact where a claim tells it.</summary>
/// <param name="Telling">The one of the claim's wordings that does, into which <paramref name="Span"/> points.</param>
/// <param name="Value">The figure, toll, date, name or force; compared with <see cref="Agrees"/>.</param>
internal sealed record FactMention(DifferenceKind Kind, DraftClaim Claim, Telling Telling, TextSpan Span, object Value)
{
    public string Text => Span.Of(Telling.Wording.Statement.Text);

    /// <summary>Whether both mentions tell the same.</summary>
    public bool Agrees(FactMention other) => (Value, other.Value) switch
    {
        (Figure one, Figure two) => one.IsCompatibleWith(two),
        (Toll one, Toll two) => one.Agrees(two),
        (DateExpression one, DateExpression two) =>
            !DateReading.Excludes(one, Telling.Wording.Published, two, other.Telling.Wording.Published),
        (Force one, Force two) => !one.Disagrees(two),
        _ => string.Equals(Letters.Fold(Text), Letters.Fold(other.Text), StringComparison.Ordinal),
    };

    /// <summary>Whether a passage that carries the claim tells this fact, too: a poorer one may leave it out.</summary>
    public bool IsToldBy(Carried carried)
    {
        if (carried.Telling == Telling)
            return true;
        var wording = carried.Telling.Wording;
        return Value switch
        {
            Figure figure => wording.Statement.Figures.Any(own => IsInside(carried, own.Span) && own.Unit.Matches(figure.Unit) && own.IsCompatibleWith(figure)),
            Toll toll => TollReader.Read(wording).Exists(own => IsInside(carried, own.Figure.Span) && own.Agrees(toll)),
            DateExpression date => wording.Statement.Dates.Any(own =>
                IsInside(carried, own.Span) && DateReading.Keeps(own, wording.Published, date, Telling.Wording.Published)),
            Force force => wording.PositionOf(Telling.Wording.StemAt(force.Word)) is var at and >= 0
                && IsInside(carried, wording.Statement.Words[at].Span) && !wording.Forces[at].Disagrees(force),
            NameRun run => NameMatch.IsNamed(Telling.Wording, run, wording),
            _ => false,
        };
    }

    private static bool IsInside(Carried carried, TextSpan part) => carried.Span.Contains(carried.Carrier.SpanOf(part));
}
