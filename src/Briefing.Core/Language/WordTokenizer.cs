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
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            at = EndOf(text, start);
            words.Add(new Word(new TextSpan(start, at), text[start..at]));
        }

        return words;
    }

    /// <summary>Where the word that begins at a letter or digit ends, exclusive.</summary>
    public static int EndOf(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && Continues(text, at))
            at++;
        return at;
    }

    private static bool Continues(string text, int at)
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
