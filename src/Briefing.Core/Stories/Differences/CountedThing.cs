using Briefing.Core.Language;
using Briefing.Core.Sources;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Differences;

/// <summary>
/// A number of one particular thing that two accounts tell in other words: "40 engineers from each side" and "some 60 engineers
/// from each country". The thing must be a word that is rare in general and counted once in each account; a name and one thing
/// more must agree, and no name or date may speak against it.
/// </summary>
internal static class CountedThing
{
    /// <summary>The two figures; null when they agree, or may be of two things.</summary>
    public static (FactMention One, FactMention Other)? Conflict(ClaimTelling one, ClaimTelling other)
    {
        var (first, second) = (one.Telling.Wording, other.Telling.Wording);
        foreach (var left in first.Statement.Figures)
        {
            if (Thing(first.Statement, left) is not { } thing || second.Statement.Figures.FindAll(right => Counts(right, thing)) is not [var right]
                || first.Statement.Figures.Count(figure => Counts(figure, thing)) > 1 || left.IsCompatibleWith(right))
            {
                continue;
            }

            if (AgreeOtherwise(first, left.Span, second))
                return (one.Mention(DifferenceKind.Figure, left.Span, left), other.Mention(DifferenceKind.Figure, right.Span, right));
        }

        return null;
    }

    /// <summary>Whether the wording counts the thing of a figure, and tells another number.</summary>
    public static bool CountsOtherwise(Wording wording, FactMention mention) =>
        mention.Value is Figure figure && Thing(mention.Telling.Wording.Statement, figure) is { } thing && wording.Statement.Figures.Exists(other => Counts(other, thing) && !other.IsCompatibleWith(figure));

    // "People", "days" and "officers" are counted for one purpose here and for another there: no common word is particular enough.
    private static string? Thing(Statement statement, Figure figure)
    {
        if (figure.Unit is not { Symbol: null, Stems: [var thing, ..] })
            return null;
        for (var at = 0; at < statement.Count; at++)
        {
            if (figure.Span.Contains(statement.Words[at].Span) && EnglishStemmer.Stem(statement.Forms[at].Folded) == thing)
                return WordCommonness.OfWord(statement.Forms[at].Folded) <= WordCommonness.OfUnknownWords ? thing : null;
        }

        return null;
    }

    private static bool Counts(Figure figure, string thing) => figure.Unit.Symbol is null && Array.IndexOf(figure.Unit.Stems, thing) >= 0;

    private static bool AgreeOtherwise(Wording first, TextSpan figure, Wording second)
    {
        var (lost, back) = (FactLoss.Of(first, second), FactLoss.Of(second, first));
        if (lost.LostNames.Count + back.LostNames.Count > 0 || lost.DateConflicts.Count > 0 || lost.ForceConflicts.Count > 0)
            return false;
        if (first.Names.Count == 0 || second.Names.Count == 0)
            return false;
        var more = first.Content.Count(word =>
            !figure.Contains(first.Statement.Words[word].Span) && !first.Statement.IsName[word] && second.Has(first.StemAt(word)));
        return more > 0;
    }
}
