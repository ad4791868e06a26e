using System.Collections.Immutable;

namespace Briefing.Core.Model;

/// <summary>One statement: every passage that carries it, in whatever wording.</summary>
/// <param name="Id">Derived from the wording; stable while the wording shown is.</param>
/// <param name="Text">The wording shown: a passage, to the character.</param>
/// <param name="Attributions">The one that <paramref name="Text"/> was taken from first. Never empty.</param>
/// <param name="Speaker">Who says the quoted words, as the text names them; null when no one is named or nothing is quoted.</param>
public sealed record Claim(string Id, string Text, ImmutableArray<Attribution> Attributions, bool IsQuotation, string? Speaker);

/// <summary>Which article and span carries a claim.</summary>
/// <param name="Exact">Whether word for word, quotation marks, case and spelling variants aside.</param>
public sealed record Attribution(Article Article, TextSpan Span, bool Exact)
{
    /// <summary>The name of the rule by which the passage carries the claim ("same-wording", "fuller"); empty where none was asked.</summary>
    public string Rule { get; init; } = "";
}

/// <summary>Claims of one story that disagree. Shown side by side, never resolved.</summary>
/// <param name="Variants">Two or more, in the order of their first claim.</param>
public sealed record Difference(DifferenceKind About, ImmutableArray<Variant> Variants);

/// <param name="Text">The words that differ, verbatim ("under 30 days").</param>
/// <param name="Note">How it was read where the words alone do not tell ("Saturday, 31 January 2026 by the day of publication"); else null.</param>
/// <param name="Claims">The claims that say so.</param>
public sealed record Variant(string Text, string? Note, ImmutableArray<Claim> Claims, ImmutableArray<Article> Articles);

public enum DifferenceKind
{
    Date,
    Figure,
    Name,

    /// <summary>How firm it is: "agreed" against "agreed in principle".</summary>
    Strength,
}
