using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>
/// Cuts a sentence where a statement of its own begins: behind a comma, semicolon or dash that a conjunction, relative pronoun
/// or participle follows, outside quotations. A rough cut that needs no parser; parts too short to state anything stay with
/// the part before.
/// </summary>
internal static class Clauses
{
    private const int ShortestWords = 4;

    /// <summary>Runs of word indices (end exclusive) that together are the whole sentence, in order.</summary>
    public static List<(int First, int End)> Of(Statement statement)
    {
        var cuts = new List<int> { 0 };
        for (var at = 1; at < statement.Count; at++)
        {
            if (at - cuts[^1] >= ShortestWords && statement.Count - at >= ShortestWords && IsCut(statement, at))
                cuts.Add(at);
        }

        return [.. cuts.Select((first, index) => (first, index + 1 < cuts.Count ? cuts[index + 1] : statement.Count))];
    }

    /// <summary>The text of a run of words, with the marks that end it but not those that lead to the next.</summary>
    public static TextSpan SpanOf(Statement statement, int first, int end)
    {
        var start = first == 0 ? 0 : statement.Words[first].Span.Start;
        if (start > 0 && first > 0 && statement.Text[start - 1] is '"' or '\u201C')
            start--;
        return new TextSpan(start, end == statement.Count ? statement.Text.Length : statement.Words[end - 1].Span.End);
    }

    private static bool IsCut(Statement statement, int at)
    {
        if (statement.IsQuoted(at) && statement.IsQuoted(at - 1))
            return false;
        var gap = statement.Text.AsSpan(statement.Words[at - 1].Span.End, statement.Words[at].Span.Start - statement.Words[at - 1].Span.End);
        if (gap.ContainsAny(";\u2014\u2013:") || gap.Contains("--", StringComparison.Ordinal))
            return true;
        var word = statement.Forms[at].Folded;
        if (!gap.Contains(','))
            return word is "although" or "whereas" or "while" or "though" or "where";
        return IsConnective(word) || (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal));
    }

    private static bool IsConnective(string word) =>
        word is "and" or "but" or "or" or "while" or "although" or "though" or "which" or "who" or "whose" or "where" or "when" or "with"
            or "after" or "before" or "as" or "because" or "since" or "until" or "whereas" or "so" or "including" or "despite" or "amid"
            or "following" or "if" or "unless" or "even" or "yet" or "ahead" or "without" or "including" or "to";
}
