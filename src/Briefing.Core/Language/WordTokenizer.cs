using Briefing.Core.Sources;

namespace Briefing.Core.Language;

/// <summary>
/// Words of a text: runs of letters and digits, with apostrophes, and with points and commas inside figures ("1,500", "2.5").
/// A hyphen parts words ("year-old" is two).
/// </summary>
public static class WordTokenizer
{
    /// <summary>The words in order, with their spans. Linear.</summary>
    public static List<Word> Words(string text)
    {
        var words = new List<Word>(text.Length / 5);
        for (var span = NextWord(text, 0); span.Length > 0; span = NextWord(text, span.End))
            words.Add(new Word(span, span.Of(text)));
        return words;
    }

    /// <summary>The first word at or after a place; an empty span when there is none.</summary>
    public static TextSpan NextWord(ReadOnlySpan<char> text, int from)
    {
        var start = from;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        return new TextSpan(start, start < text.Length ? EndOf(text, start) : start);
    }

    /// <summary>Where the word that begins at a letter or digit ends, exclusive.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        while (at < text.Length && Continues(text, at))
            at++;
        return at;
    }

    private static bool Continues(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            return true;
        if (at + 1 >= text.Length)
            return false;
        return c switch
        {
            '\'' or '\u2019' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
            '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
    }
}

/// <param name="Text">As printed.</param>
public readonly record struct Word(TextSpan Span, string Text)
{
    /// <summary>Lower case, without accents or possessive ending, British spelling folded onto American: equal words compare equal.</summary>
    public string Folded => WordFolding.Fold(Text);

    public bool IsNumber => char.IsDigit(Text[0]);

    public bool IsCapitalized => char.IsUpper(Text[0]);
}
