using Briefing.Core.Language;
using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>A sentence taken apart for comparing: its words, names, figures, dates and quoted parts. Spans point into <see cref="Text"/>.</summary>
internal sealed class Statement
{
    public required string Text { get; init; }

    public required IReadOnlyList<Word> Words { get; init; }

    public required WordForm[] Forms { get; init; }

    /// <summary>For each word the number of its stem; −1 for a word that belongs to the name before it ("States" of "United States").</summary>
    public required int[] Stems { get; init; }

    /// <summary>For each word whether it is part of a proper name.</summary>
    public required bool[] IsName { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<DateExpression> Dates { get; init; }

    /// <summary>What stands between quotation marks, without them.</summary>
    public required IReadOnlyList<TextSpan> Quotes { get; init; }

    public int Count => Words.Count;

    /// <summary>The folded words joined by blanks: equal for passages that agree word for word.</summary>
    public string FoldedText => string.Join(' ', Forms.Select(form => form.Folded));

    public bool IsContent(int word) => Stems[word] >= 0 && Forms[word].Kind == WordKind.Content;

    public bool IsInDate(int word)
    {
        for (var at = 0; at < Dates.Count; at++)
        {
            if (Dates[at].Span.Contains(Words[word].Span))
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

    /// <summary>A run of its words (end exclusive), with the facts that lie inside.</summary>
    public Statement Part(int first, int end)
    {
        var stretch = new TextSpan(Words[first].Span.Start, Words[end - 1].Span.End);
        return new Statement
        {
            Text = Text,
            Words = [.. Words.Skip(first).Take(end - first)],
            Forms = Forms[first..end],
            Stems = Stems[first..end],
            IsName = IsName[first..end],
            Figures = [.. Figures.Where(figure => stretch.Contains(figure.Span))],
            Dates = [.. Dates.Where(date => stretch.Contains(date.Span))],
            Quotes = [.. Quotes.Where(quote => quote.Overlaps(stretch))],
        };
    }
}
