using Briefing.Core.Model;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;
using Briefing.Core.Text.Numbers;

namespace Briefing.Core.Claims.Sentences;

/// <summary>
/// A sentence taken apart for comparing: its words, names, figures, dates and quoted parts. Spans point into <see cref="Text"/>.
/// Most sentences resemble no other, so that facts are read only when one is compared.
/// </summary>
internal sealed class Sentence
{
    private readonly Func<Sentence, int[]> _readStems;
    private readonly Func<Sentence, SentenceFacts> _readFacts;
    private int[]? _stems;
    private SentenceFacts? _facts;
    private string? _folded;

    /// <param name="stems">Reads the stems when they are first asked for.</param>
    /// <param name="facts">Reads the facts when they are first asked for.</param>
    public Sentence(
        string text, List<Word> words, WordForm[] forms, Func<Sentence, int[]> stems, IReadOnlyList<TextSpan> quotes, Func<Sentence, SentenceFacts> facts)
    {
        (Text, Words, Forms, Quotes) = (text, words, forms, quotes);
        (_readStems, _readFacts) = (stems, facts);
    }

    public string Text { get; }

    public List<Word> Words { get; }

    public WordForm[] Forms { get; }

    /// <summary>For each word the number of its stem; −1 for a word that belongs to the name before it ("States" of "United States").</summary>
    public int[] Stems => _stems ??= _readStems(this);

    /// <summary>What stands between quotation marks, without them.</summary>
    public IReadOnlyList<TextSpan> Quotes { get; }

    /// <summary>For each word whether it is part of a proper name.</summary>
    public bool[] IsName => Facts.IsName;

    public List<Figure> Figures => Facts.Figures;

    /// <summary>Numbers of what was mentioned before (<see cref="FigureReader.ReadBackward"/>).</summary>
    public List<Figure> BackwardFigures => Facts.BackwardFigures;

    public List<DateExpression> Dates => Facts.Dates;

    public int Count => Forms.Length;

    /// <summary>The folded words joined by blanks: equal for passages that agree word for word.</summary>
    public string FoldedText => _folded ??= string.Join(' ', Array.ConvertAll(Forms, form => form.Folded));

    private SentenceFacts Facts => _facts ??= _readFacts(this);

    public bool IsContent(int word) => Stems[word] >= 0 && Forms[word].Kind == WordKind.Content;

    public bool IsInDate(int word)
    {
        foreach (var date in Dates)
        {
            if (date.Span.Contains(Words[word].Span))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is one of the words of "24-year-old".</summary>
    public bool IsInAge(int word)
    {
        foreach (var figure in Figures)
        {
            if (figure.Unit.Symbol == FigureUnit.Age && figure.Span.Contains(Words[word].Span))
                return true;
        }

        return false;
    }

    public bool IsQuoted(int word)
    {
        for (var at = 0; at < Quotes.Count; at++)
        {
            if (Quotes[at].Contains(Words[word].Span))
                return true;
        }

        return false;
    }

    /// <summary>The marks and blanks between two words.</summary>
    public ReadOnlySpan<char> TextBetween(int left, int right) =>
        Text.AsSpan(Words[left].Span.End, Words[right].Span.Start - Words[left].Span.End);

    /// <summary>A run of its words (end exclusive), with the facts that lie inside.</summary>
    public Sentence Part(int first, int end)
    {
        var stretch = new TextSpan(Words[first].Span.Start, Words[end - 1].Span.End);
        return new Sentence(
            Text,
            Words.GetRange(first, end - first),
            Forms[first..end],
            _ => Stems[first..end],
            [.. Quotes.Where(quote => quote.Overlaps(stretch))],
            _ => new SentenceFacts(
                IsName[first..end],
                Figures.FindAll(figure => stretch.Contains(figure.Span)),
                BackwardFigures.FindAll(figure => stretch.Contains(figure.Span)),
                Dates.FindAll(date => stretch.Contains(date.Span))));
    }
}

/// <summary>The hard facts of a sentence.</summary>
internal sealed record SentenceFacts(bool[] IsName, List<Figure> Figures, List<Figure> BackwardFigures, List<DateExpression> Dates);

/// <summary>
/// Cuts a sentence where a statement of its own begins: behind a comma, semicolon or dash that a conjunction, relative pronoun
/// or participle follows, outside quotations. A rough cut that needs no parser; parts too short to state anything stay with
/// the part before.
/// </summary>
internal static class ClauseSplitter
{
    private const int ShortestWords = 4;

    /// <summary>Runs of word indices (end exclusive) that together are the whole sentence, in order.</summary>
    public static List<(int First, int End)> Of(Sentence statement)
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
    public static TextSpan SpanOf(Sentence statement, int first, int end)
    {
        var start = first == 0 ? 0 : statement.Words[first].Span.Start;
        if (start > 0 && first > 0 && statement.Text[start - 1] is '"' or '\u201C')
            start--;
        return new TextSpan(start, end == statement.Count ? statement.Text.Length : statement.Words[end - 1].Span.End);
    }

    private static bool IsCut(Sentence statement, int at)
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
