using System.Text;

namespace Briefing.Core.Text;

/// <summary>Brings spellings of one word together: case, accents, typographic apostrophes, possessive endings, British and American forms.</summary>
public static class WordFolding
{
    /// <summary>The folded form; numbers are kept as they are but for separators of thousands.</summary>
    public static string Fold(string word)
    {
        var builder = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c == ',')
                continue;
            LetterFolding.AppendFolded(builder, c);
        }

        var folded = builder.ToString();
        if (folded.EndsWith("'s", StringComparison.Ordinal))
            folded = folded[..^2];
        return SpellingVariants.Fold(folded);
    }
}

/// <summary>Letters without case and accents, from a table of our own: the runtime's normalisation is absent in invariant mode.</summary>
public static class LetterFolding
{
    // The base letters of U+00C0 to U+017F, three rows of 64; a dot stands for "no letter" (× ÷).
    private const string LatinBases =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Appends the letter in lower case without its accent; combining marks vanish, a curly apostrophe becomes a straight one.</summary>
    public static void AppendFolded(StringBuilder builder, char c)
    {
        if (c < 0x80)
        {
            builder.Append(char.ToLowerInvariant(c));
            return;
        }

        switch (c)
        {
            case '\u2018' or '\u2019' or '\u02BC':
                builder.Append('\'');
                break;
            case '\u00DF' or '\u1E9E':
                builder.Append("ss");
                break;
            case '\u00C6' or '\u00E6':
                builder.Append("ae");
                break;
            case '\u0152' or '\u0153':
                builder.Append("oe");
                break;
            case '\u00D8' or '\u00F8':
                builder.Append('o');
                break;
            case >= '\u0300' and <= '\u036F':
                break;
            default:
                builder.Append(FoldAccent(c));
                break;
        }
    }

    /// <summary>The lower-case base letter of a Latin letter with an accent; other characters in lower case.</summary>
    public static char FoldAccent(char c) =>
        c is >= '\u00C0' and <= '\u017F' && LatinBases[c - '\u00C0'] is var letter and not '.'
            ? letter
            : char.ToLowerInvariant(c);

    /// <summary>A whole text folded letter by letter.</summary>
    public static string Fold(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
            AppendFolded(builder, c);
        return builder.ToString();
    }
}
