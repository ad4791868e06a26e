using Briefing.Core.Language;
using Briefing.Core.Sources;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>A fact where a claim tells it.</summary>
/// <param name="Value">The figure, date, name or force; compared with <see cref="Agrees"/>.</param>
internal sealed record FactMention(DifferenceKind Kind, DraftClaim Claim, TextSpan Span, object Value)
{
    public string Text => Span.Of(Claim.Shown.Wording.Statement.Text);

    /// <summary>Whether both mentions tell the same.</summary>
    public bool Agrees(FactMention other) => (Value, other.Value) switch
    {
        (Figure one, Figure two) => one.IsCompatibleWith(two),
        (DateExpression one, DateExpression two) =>
            !DateReading.Excludes(one, Claim.Shown.Wording.Published, two, other.Claim.Shown.Wording.Published),
        (Force one, Force two) => !one.Disagrees(two),
        _ => string.Equals(Letters.Fold(Text), Letters.Fold(other.Text), StringComparison.Ordinal),
    };

    /// <summary>Whether a passage that carries the claim tells this fact, too: a poorer one may leave it out.</summary>
    public bool IsToldBy(Carried carried)
    {
        if (carried.Exact)
            return true;
        var wording = carried.Telling.Wording;
        return Value switch
        {
            Figure figure => wording.Statement.Figures.Any(own => IsInside(carried, own.Span) && own.Unit.Matches(figure.Unit) && own.IsCompatibleWith(figure)),
            DateExpression date => wording.Statement.Dates.Any(own =>
                IsInside(carried, own.Span) && DateReading.Keeps(own, wording.Published, date, Claim.Shown.Wording.Published)),
            Force force => wording.PositionOf(Claim.Shown.Wording.StemAt(force.Word)) is var at and >= 0
                && IsInside(carried, wording.Statement.Words[at].Span) && !wording.Forces[at].Disagrees(force),
            NameRun run => NameMatch.IsNamed(Claim.Shown.Wording, run, wording),
            _ => false,
        };
    }

    private static bool IsInside(Carried carried, TextSpan part) => carried.Span.Contains(carried.Carrier.SpanOf(part));
}
