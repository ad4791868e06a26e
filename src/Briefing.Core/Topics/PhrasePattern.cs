using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Topics;

/// <summary>A configured phrase, read as <see cref="Topic"/> says: words in a row, or two such rows some words apart.</summary>
/// <param name="First">Never empty.</param>
/// <param name="Second">Empty for a plain phrase.</param>
/// <param name="Reach">The most words that may stand between the two rows; 0 for a plain phrase.</param>
public sealed record PhrasePattern(ImmutableArray<WordPattern> First, ImmutableArray<WordPattern> Second, int Reach)
{
    private const int MaxReach = 20;

    /// <summary>Reads a phrase as it was written.</summary>
    /// <param name="fault">What is wrong with it, in plain words; null when it was read.</param>
    public static PhrasePattern? Parse(string phrase, out string? fault)
    {
        var rows = new List<List<WordPattern>> { new() };
        var reach = 0;
        fault = null;
        foreach (var piece in phrase.Split((char[])[' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece[0] == '~')
            {
                fault = OpenSecondRow(piece, rows, ref reach);
                if (fault is not null)
                    return null;
            }
            else
            {
                foreach (var word in PiecesOf(piece))
                    rows[^1].Add(word);
            }
        }

        if (rows.Exists(row => row.Count == 0))
        {
            fault = rows.Count == 1 ? $"\"{phrase}\" holds no word." : $"A word should stand on both sides of ~ in \"{phrase}\".";
            return null;
        }

        return new PhrasePattern([.. rows[0]], rows.Count > 1 ? [.. rows[1]] : [], reach);
    }

    private static string? OpenSecondRow(string piece, List<List<WordPattern>> rows, ref int reach)
    {
        if (rows.Count > 1)
            return "A phrase may hold one ~ only.";
        if (!int.TryParse(piece.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out reach) || reach is < 1 or > MaxReach)
            return $"After ~ a number of words from 1 to {MaxReach} should stand (\"trip ~5 China\"), not \"{piece}\".";
        rows.Add([]);
        return null;
    }

    // A hyphen parts words in texts ("visa-free" is two), and so it does here.
    private static IEnumerable<WordPattern> PiecesOf(string piece)
    {
        var words = Tokenizer.Words(piece.Replace(".", "", StringComparison.Ordinal));
        var open = piece.EndsWith('*');
        for (var at = 0; at < words.Count; at++)
            yield return WordPattern.Of(words[at].Text, isPrefix: open && at == words.Count - 1);
    }
}

/// <param name="Key">The folded word; for a prefix, the folded beginning.</param>
/// <param name="CapitalsOnly">A short abbreviation, which a word in small letters does not meet.</param>
public readonly record struct WordPattern(string Key, bool IsPrefix, bool CapitalsOnly)
{
    // From four letters on, an abbreviation is no other word in small letters ("Nato", "Gcap").
    private const int LongestShortAbbreviation = 3;

    public static WordPattern Of(string word, bool isPrefix)
    {
        var capitals = word.Length is > 1 and <= LongestShortAbbreviation && word.All(char.IsUpper);
        var folded = WordFolding.Fold(word);
        return new WordPattern(isPrefix ? folded : Singular(folded), isPrefix, capitals);
    }

    /// <summary>The key of a folded word that brings singular and plural together; not a word to be shown.</summary>
    public static string Singular(string folded)
    {
        if (folded.Length < 4 || folded[^1] != 's' || folded[^2] is 's' or 'u' or 'i')
            return folded;
        if (folded.Length > 4 && folded.EndsWith("ies", StringComparison.Ordinal))
            return folded[..^3] + "y";
        return EndsInSibilantPlural(folded) ? folded[..^2] : folded[..^1];
    }

    private static bool EndsInSibilantPlural(string folded) =>
        folded.Length > 4
        && (folded.EndsWith("sses", StringComparison.Ordinal) || folded.EndsWith("shes", StringComparison.Ordinal)
            || folded.EndsWith("ches", StringComparison.Ordinal) || folded.EndsWith("xes", StringComparison.Ordinal));
}

/// <summary>What filing has to know of a word, worked out once for each spelling.</summary>
/// <param name="Patterns">The configured word patterns that it meets; mostly none.</param>
internal sealed record TopicWord(string Folded, int[] Patterns, bool IsCapitalized, bool IsFigure, WordRole Duty);

/// <summary>A word of a text, with its place there.</summary>
internal readonly record struct FilingToken(int Start, int End, TopicWord Word);

/// <summary>What a word does in a sentence, as far as filing looks at it.</summary>
internal enum WordRole
{
    None,

    /// <summary>A person's office or form of address: "minister", "Mr".</summary>
    Office,

    /// <summary>A weekday or month: a capital letter, but no name.</summary>
    Calendar,

    /// <summary>Stands for someone or something named before: "he", "its".</summary>
    Pronoun,

    /// <summary>Points back when it opens a sentence or follows a preposition: "that arrangement".</summary>
    Demonstrative,

    /// <summary>Points back unless a verb of being follows: "signed there", but not "there is".</summary>
    There,
    Being,
    Preposition,
}

/// <summary>The closed classes of English words that filing looks at. Folded forms.</summary>
internal static class WordRoles
{
    private static readonly FrozenDictionary<string, WordRole> Duties = Table(
        (WordRole.Office, Lexicon.Text("word-roles", "office")),
        (WordRole.Calendar, Lexicon.Text("word-roles", "calendar")),
        (WordRole.Pronoun, "he she they it his her hers their theirs its him them himself herself themselves itself"),
        (WordRole.Demonstrative, "this that these those such"),
        (WordRole.There, "there"),
        (WordRole.Being, "is are was were be been has have had will would may might can could remains remain"),
        (WordRole.Preposition, "for of in on at by with from to about into after before over during against behind under"));

    public static WordRole Of(string folded) => Duties.GetValueOrDefault(folded);

    private static FrozenDictionary<string, WordRole> Table(params (WordRole Duty, string Words)[] rows)
    {
        var duties = new Dictionary<string, WordRole>(StringComparer.Ordinal);
        foreach (var (duty, words) in rows)
        {
            foreach (var word in words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                duties.TryAdd(word, duty);
        }

        return duties.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
