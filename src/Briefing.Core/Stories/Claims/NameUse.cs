namespace Briefing.Core.Stories.Claims;

/// <summary>
/// Which words the texts themselves write as names: with a capital inside a sentence more often than without. It decides for
/// words that open a sentence, where the capital tells nothing.
/// </summary>
internal sealed class NameUse
{
    private readonly List<Statement> _unread = [];
    private readonly Dictionary<string, int> _balance = new(StringComparer.Ordinal);

    /// <summary>Takes note of a sentence; it is read when the first question comes.</summary>
    public void Add(Statement statement) => _unread.Add(statement);

    public bool IsName(WordForm form)
    {
        foreach (var statement in _unread)
            Read(statement);
        _unread.Clear();
        return _balance.TryGetValue(form.Folded, out var balance) && balance > 0;
    }

    private void Read(Statement statement)
    {
        for (var at = 0; at < statement.Count; at++)
        {
            var (word, form) = (statement.Words[at], statement.Forms[at]);
            if (form.Kind != WordKind.Content || word.IsNumber || (word.IsCapitalized && OpensSentence(statement.Text, word.Span.Start)))
                continue;
            _balance[form.Folded] = _balance.GetValueOrDefault(form.Folded) + (word.IsCapitalized ? 1 : -1);
        }
    }

    /// <summary>Whether a word here is written with a capital whatever it is: at the start, behind a full stop or an opening quotation mark.</summary>
    public static bool OpensSentence(string text, int start)
    {
        for (var at = start - 1; at >= 0; at--)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
                continue;
            if (c is '"' or '\u201C' or '\u201E' or '\u00AB')
                return true;
            if (c is '.')
                return !IsAbbreviation(text, at);
            return c is '!' or '?' or ':' or '\u2022' or '\u2014' or '\u2013';
        }

        return true;
    }

    // "U.S. President", "Mr. Smith", "Feb. 2"
    private static bool IsAbbreviation(string text, int point)
    {
        var letters = 0;
        while (point - letters - 1 >= 0 && char.IsLetter(text[point - letters - 1]))
            letters++;
        return letters is > 0 and <= 3 && char.IsUpper(text[point - letters]);
    }
}
