using Briefing.Core.Language;

namespace Briefing.Core.Stories.Claims;

/// <summary>
/// Which words the texts themselves write as names: with a capital inside a sentence more often than without. It decides for
/// words that open a sentence, where the capital tells nothing.
/// </summary>
internal sealed class NameUse
{
    private readonly Dictionary<string, int> _balance = new(StringComparer.Ordinal);

    public void Add(string text, IReadOnlyList<Word> words, Vocabulary vocabulary)
    {
        foreach (var word in words)
        {
            if (word.IsNumber || (word.IsCapitalized && OpensSentence(text, word.Span.Start)))
                continue;
            var form = vocabulary.Of(word.Text);
            if (form.Kind == WordKind.Content)
                _balance[form.Folded] = _balance.GetValueOrDefault(form.Folded) + (word.IsCapitalized ? 1 : -1);
        }
    }

    public bool IsName(string folded) => _balance.TryGetValue(folded, out var balance) && balance > 0;

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
