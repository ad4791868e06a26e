using System.Text;

namespace Briefing.Core.Language;

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
            Letters.AppendFolded(builder, c);
        }

        var folded = builder.ToString();
        if (folded.EndsWith("'s", StringComparison.Ordinal))
            folded = folded[..^2];
        return SpellingFolding.Fold(folded);
    }
}
