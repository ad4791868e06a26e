using System.Globalization;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;
using Briefing.Core.Text.Numbers;
using NodaTime;

namespace Briefing.Core.Claims.Differences;

/// <summary>A difference while the claims it is about are still drafts.</summary>
/// <param name="IsOfOneStatement">Whether the claims say the same but for the fact at issue; else they only touch the same event.</param>
internal sealed record DraftDifference(DifferenceKind About, List<DraftVariant> Variants, bool IsOfOneStatement)
{
    /// <param name="claims">With the place of each in the order to be read.</param>
    public Difference ToDifference(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims) =>
        new(About, [.. Variants.Select(variant => variant.In(claims)).OrderBy(variant => claims[variant.Claims[0]].Place).Select(variant => variant.ToVariant(claims))]);

    /// <summary>Where in the order its first claim stands.</summary>
    public int Place(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims) =>
        Variants.SelectMany(variant => variant.Claims).Min(claim => claims[claim].Place);
}

/// <param name="Mention">The fact where it is reported first.</param>
internal sealed record DraftVariant(FactMention Mention, string? Note, List<DraftClaim> Claims)
{
    public DraftVariant In(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims) =>
        this with { Claims = [.. Claims.OrderBy(claim => claims[claim].Place)] };

    public Variant ToVariant(IReadOnlyDictionary<DraftClaim, (int Place, Claim Claim)> claims)
    {
        var articles = new List<Article>();
        foreach (var carried in Claims.SelectMany(claim => claim.Occurrences).Where(Mention.IsToldBy).OrderBy(carried => carried.PassageOccurrence.Rank))
        {
            if (!articles.Exists(known => ReferenceEquals(known, carried.PassageOccurrence.Article)))
                articles.Add(carried.PassageOccurrence.Article);
        }

        return new Variant(Mention.Text, Note, [.. Claims.Select(claim => claims[claim].Claim)], [.. articles]);
    }
}

/// <summary>A fact where a claim tells it.</summary>
/// <param name="DistinctSentence">The one of the claim's wordings that does, into which <paramref name="Span"/> points.</param>
/// <param name="Value">The figure, toll, date, name or force; compared with <see cref="Agrees"/>.</param>
internal sealed record FactMention(DifferenceKind Kind, DraftClaim Claim, DistinctSentence DistinctSentence, TextSpan Span, object Value)
{
    public string Text => Span.Of(DistinctSentence.ComparableClause.Sentence.Text);

    /// <summary>Whether both mentions tell the same.</summary>
    public bool Agrees(FactMention other) => (Value, other.Value) switch
    {
        (Figure one, Figure two) => one.IsCompatibleWith(two),
        (Toll one, Toll two) => one.Agrees(two),
        (DateExpression one, DateExpression two) =>
            !DateComparison.Excludes(one, DistinctSentence.ComparableClause.Published, two, other.DistinctSentence.ComparableClause.Published),
        (Modality one, Modality two) => !one.Disagrees(two),
        _ => string.Equals(LetterFolding.Fold(Text), LetterFolding.Fold(other.Text), StringComparison.Ordinal),
    };

    /// <summary>Whether a passage that carries the claim tells this fact, too: a poorer one may leave it out.</summary>
    public bool IsToldBy(CarriedSentence carried)
    {
        if (carried.DistinctSentence == DistinctSentence)
            return true;
        var clause = carried.DistinctSentence.ComparableClause;
        return Value switch
        {
            Figure figure => clause.Sentence.Figures.Any(own => IsInside(carried, own.Span) && own.Unit.Matches(figure.Unit) && own.IsCompatibleWith(figure)),
            Toll toll => TollReader.Read(clause).Exists(own => IsInside(carried, own.Figure.Span) && own.Agrees(toll)),
            DateExpression date => clause.Sentence.Dates.Any(own =>
                IsInside(carried, own.Span) && DateComparison.Keeps(own, clause.Published, date, DistinctSentence.ComparableClause.Published)),
            Modality modality => clause.PositionOf(DistinctSentence.ComparableClause.StemAt(modality.Word)) is var at and >= 0
                && IsInside(carried, clause.Sentence.Words[at].Span) && !clause.Modalities[at].Disagrees(modality),
            NameRun run => NameMatch.IsNamed(DistinctSentence.ComparableClause, run, clause),
            _ => false,
        };
    }

    private static bool IsInside(CarriedSentence carried, TextSpan part) => carried.Span.Contains(carried.PassageOccurrence.SpanOf(part));
}

/// <summary>One of a claim's wordings.</summary>
internal sealed record ClaimSentence(DraftClaim Claim, DistinctSentence DistinctSentence)
{
    public FactMention Mention(DifferenceKind kind, TextSpan span, object value) => new(kind, Claim, DistinctSentence, span, value);
}

/// <summary>Says how a date was read where its words alone do not tell.</summary>
internal static class DateNote
{
    /// <summary>"Saturday, 31 January 2026 by the day of publication"; null for a date printed in full, or one that nothing resolves.</summary>
    public static string? Of(DateExpression date, LocalDate? published)
    {
        if ((date.Weekday is null || date.Day is not null) && date.Shift is null)
            return null;
        if (date.Resolve(published) is not { } read)
            return null;
        var format = read.Length == 1 ? "dddd, d MMMM uuuu" : "d MMMM uuuu";
        var day = read.Start.ToString(format, CultureInfo.InvariantCulture);
        var days = read.Length == 1 ? day : $"{day} to {read.End.ToString(format, CultureInfo.InvariantCulture)}";
        return $"{days} by the day of publication";
    }
}
