using Briefing.Core.Language;
using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>
/// A sentence taken apart for comparing: its words, names, figures, dates and quoted parts. Spans point into <see cref="Text"/>.
/// Most sentences resemble no other, so that facts are read only when one is compared.
/// </summary>
internal sealed class Statement
{
    private readonly Func<Statement, int[]> _readStems;
    private readonly Func<Statement, StatementFacts> _readFacts;
    private int[]? _stems;
    private StatementFacts? _facts;
    private string? _folded;

    /// <param name="stems">Reads the stems when they are first asked for.</param>
    /// <param name="facts">Reads the facts when they are first asked for.</param>
    public Statement(
        string text, List<Word> words, WordForm[] forms, Func<Statement, int[]> stems, IReadOnlyList<TextSpan> quotes, Func<Statement, StatementFacts> facts)
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

    /// <summary>Numbers of what was told before (<see cref="FigureReader.ReadBackward"/>).</summary>
    public List<Figure> BackwardFigures => Facts.BackwardFigures;

    public List<DateExpression> Dates => Facts.Dates;

    public int Count => Forms.Length;

    /// <summary>The folded words joined by blanks: equal for passages that agree word for word.</summary>
    public string FoldedText => _folded ??= string.Join(' ', Array.ConvertAll(Forms, form => form.Folded));

    private StatementFacts Facts => _facts ??= _readFacts(this);

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
    public Statement Part(int first, int end)
    {
        var stretch = new TextSpan(Words[first].Span.Start, Words[end - 1].Span.End);
        return new Statement(
            Text,
            Words.GetRange(first, end - first),
            Forms[first..end],
            _ => Stems[first..end],
            [.. Quotes.Where(quote => quote.Overlaps(stretch))],
            _ => new StatementFacts(
                IsName[first..end],
                Figures.FindAll(figure => stretch.Contains(figure.Span)),
                BackwardFigures.FindAll(figure => stretch.Contains(figure.Span)),
                Dates.FindAll(date => stretch.Contains(date.Span))));
    }
}

/// <summary>The hard facts of a sentence.</summary>
internal sealed record StatementFacts(bool[] IsName, List<Figure> Figures, List<Figure> BackwardFigures, List<DateExpression> Dates);
