using System.Collections.Concurrent;
using Briefing.Core.Text;
using Briefing.Core.Text.Words;

namespace Briefing.Core.Claims.Relations;

/// <summary>How the meanings of two words stand to each other. By WordNet and the project's own tables; names and figures are compared elsewhere.</summary>
internal static class WordMatcher
{
    private const int MaxKept = 500_000;

    private static readonly ConcurrentDictionary<(LexicalWord, LexicalWord), WordMatch> Known = new();

    /// <summary>How <paramref name="other"/> answers <paramref name="word"/>.</summary>
    public static WordMatch Match(LexicalWord word, LexicalWord other)
    {
        if (ReferenceEquals(word, other) || word.Text == other.Text)
            return WordMatch.Same;
        if (Known.TryGetValue((word, other), out var known))
            return known;
        if (Known.Count > MaxKept)
            Known.Clear();
        return Known[(word, other)] = Compare(WordNet.Default, word, other);
    }

    /// <summary>Whether the word names one certain place, person or thing.</summary>
    public static bool IsInstance(LexicalWord word) => Array.Exists(word.Bases[(int)WordClass.Noun], WordNet.Default.IsInstance);

    private static WordMatch Compare(WordNet net, LexicalWord word, LexicalWord other)
    {
        for (var kind = WordClass.Noun; kind <= WordClass.Adverb; kind++)
        {
            if (word.Bases[(int)kind].AsSpan().ContainsAny(other.Bases[(int)kind]))
                return WordMatch.Same;
        }

        if (WordFolding.Fold(word.Text) == WordFolding.Fold(other.Text))
            return WordMatch.Same;
        var (mine, its) = (word.Meanings, other.Meanings);
        if (Thesaurus.Share(word, other))
            return WordMatch.Synonym;
        if (AreAntonyms(net, word, other))
            return WordMatch.Antonym;
        if (WordMeanings.Meet(mine.Own, its.Own))
            return WordMatch.Synonym;
        if (AreGiverAndTaker(word.Text, other.Text))
            return WordMatch.Rival;
        if (WordMeanings.Meet(mine.Roots, other.AllBases))
            return WordMatch.Derivation;
        if (word.Root.Length > 0 && SynonymTable.HeadOf(word.Root) == SynonymTable.HeadOf(other.Root))
            return WordMatch.Synonym;
        if (WordMeanings.Meet(mine.Derived, its.Close) || WordMeanings.Meet(its.Derived, mine.Close))
            return WordMatch.Derivation;
        if (WordMeanings.Meet(its.General, mine.Close))
            return WordMatch.MoreGeneral;
        if (WordMeanings.Meet(mine.General, its.Close))
            return WordMatch.MoreSpecial;
        return WordMeanings.Meet(mine.Parents, its.Parents) ? WordMatch.Rival : WordMatch.None;
    }

    private static bool AreAntonyms(WordNet net, LexicalWord word, LexicalWord other)
    {
        foreach (var one in word.AllBases)
        {
            foreach (var two in other.AllBases)
            {
                if (one != two && net.AreAntonyms(one, two))
                    return true;
            }
        }

        return false;
    }

    private static bool AreGiverAndTaker(string one, string other) => AreGiverAndTakerAlone(one.TrimEnd('s'), other.TrimEnd('s'));

    private static bool AreGiverAndTakerAlone(string one, string other) =>
        (one.EndsWith("er", StringComparison.Ordinal) || one.EndsWith("or", StringComparison.Ordinal)) && other.EndsWith("ee", StringComparison.Ordinal)
        || (other.EndsWith("er", StringComparison.Ordinal) || other.EndsWith("or", StringComparison.Ordinal)) && one.EndsWith("ee", StringComparison.Ordinal);
}

/// <summary>How one word answers another. The order is that of preference.</summary>
internal enum WordMatch
{
    /// <summary>The same word, or a form or spelling of it.</summary>
    Same,

    Synonym,

    /// <summary>Of the same stem, or a synonym of such a word: "sign", "signature".</summary>
    Derivation,

    /// <summary>The first word is the more general: what is said with the other, it says too.</summary>
    MoreGeneral,

    /// <summary>The first word says more than the other.</summary>
    MoreSpecial,

    /// <summary>The opposite: "lift", "keep".</summary>
    Antonym,

    /// <summary>Another kind of the same thing: "copper", "tin".</summary>
    Rival,

    None,
}
