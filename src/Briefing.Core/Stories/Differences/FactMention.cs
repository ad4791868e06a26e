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
}
