using System.Collections.Immutable;
using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>
/// What must be shown of two sentences so that nothing either tells is missing and as little as possible is told twice: the fuller
/// one, and of the other the clauses that add something. All verbatim; no word is made up or moved.
/// </summary>
public static class SentenceUnion
{
    // So few words at a clause's edge are kept although they are told already: cutting them saves less than it spoils.
    private const int KeptEdge = 3;

    /// <summary>The stretches to show, the fuller sentence first.</summary>
    public static ImmutableArray<UnionStretch> Of(string one, string other)
    {
        var reader = new StatementReader(new Vocabulary(), new NameUse());
        var (first, second) = (reader.Read(one), reader.Read(other));
        var (fuller, poorer) = ContentOf(second) > ContentOf(first) ? (second, first) : (first, second);
        var isFirst = fuller == first;
        var stretches = Adding(poorer, fuller).Select(span => new UnionStretch(!isFirst, span));
        return [new UnionStretch(isFirst, new TextSpan(0, fuller.Text.Length)), .. stretches];
    }

    /// <summary>The stretches' texts joined by blanks.</summary>
    public static string TextOf(string one, string other) =>
        string.Join(' ', Of(one, other).Select(stretch => stretch.Span.Of(stretch.IsOfFirst ? one : other)));

    private static IEnumerable<TextSpan> Adding(Statement poorer, Statement fuller)
    {
        var known = fuller.Forms.Select(form => form.Folded).ToHashSet(StringComparer.Ordinal);
        foreach (var (first, end) in Clauses.Of(poorer))
        {
            var (from, to) = (-1, -1);
            for (var at = first; at < end; at++)
            {
                if (poorer.Forms[at].Kind == WordKind.Stop || known.Contains(poorer.Forms[at].Folded))
                    continue;
                from = from < 0 ? at : from;
                to = at;
            }

            if (from >= 0)
                yield return Clauses.SpanOf(poorer, Begin(poorer, first, from), end - to - 1 <= KeptEdge ? end : to + 1);
        }
    }

    // "in the 1972 scandal" begins with its preposition, not with its year.
    private static int Begin(Statement statement, int first, int from)
    {
        if (from - first <= KeptEdge)
            return first;
        while (from > first && statement.Forms[from - 1].Kind == WordKind.Stop)
            from--;
        return from;
    }

    private static int ContentOf(Statement statement) =>
        statement.Forms.Where(form => form.Kind != WordKind.Stop).Select(form => form.Folded).Distinct(StringComparer.Ordinal).Count();
}

/// <param name="IsOfFirst">Whether the span points into the first sentence.</param>
public readonly record struct UnionStretch(bool IsOfFirst, TextSpan Span);
