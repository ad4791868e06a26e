using System.Collections.Concurrent;
using Briefing.Core.Text;
using Briefing.Core.Text.Words;

namespace Briefing.Core.Claims.Relations;

/// <summary>How the meanings of two words stand to each other. By WordNet and the project's own tables; names and figures are compared elsewhere.</summary>
internal static class WordMatcher
{
    // So many senses of a word, the most frequent first, can be meant; swept 1 to 6 on one half of the contrasts.
    private const int Senses = 4;
    private const int GeneralSenses = 2;
    private const int MaxStepsUp = 2;
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
        if (Thesaurus.Share(word, other))
            return WordMatch.Synonym;
        if (Any(word, other, net.AreAntonyms))
            return WordMatch.Antonym;
        for (var kind = WordClass.Noun; kind <= WordClass.Adverb; kind++)
        {
            foreach (var one in word.Bases[(int)kind])
            {
                foreach (var two in other.Bases[(int)kind])
                {
                    if (net.AreSynonyms(one, two, kind, Senses))
                        return WordMatch.Synonym;
                }
            }
        }

        if (Any(word, other, net.AreDerivations) && !AreGiverAndTaker(word.Text, other.Text))
            return WordMatch.Derivation;
        if (SynonymTable.HeadOf(word.Root) == SynonymTable.HeadOf(other.Root) && word.Root.Length > 0 && !AreGiverAndTaker(word.Text, other.Text))
            return WordMatch.Synonym;
        if (IsDerivedSynonym(net, word, other) || IsDerivedSynonym(net, other, word))
            return WordMatch.Derivation;
        return General(net, word, other) ?? Rival(net, word, other);
    }

    private static WordMatch? General(WordNet net, LexicalWord word, LexicalWord other)
    {
        for (var kind = WordClass.Noun; kind <= WordClass.Verb; kind++)
        {
            foreach (var one in word.Bases[(int)kind])
            {
                foreach (var two in other.Bases[(int)kind])
                {
                    if (net.StepsUp(two, one, kind, GeneralSenses, MaxStepsUp) is > 0 || net.Entails(two, one, kind, GeneralSenses))
                        return WordMatch.MoreGeneral;
                    if (net.StepsUp(one, two, kind, GeneralSenses, MaxStepsUp) is > 0 || net.Entails(one, two, kind, GeneralSenses))
                        return WordMatch.MoreSpecial;
                }
            }
        }

        return null;
    }

    private static WordMatch Rival(WordNet net, LexicalWord word, LexicalWord other)
    {
        for (var kind = WordClass.Noun; kind <= WordClass.Verb; kind++)
        {
            foreach (var one in word.Bases[(int)kind])
            {
                foreach (var two in other.Bases[(int)kind])
                {
                    if (net.AreSisters(one, two, kind, GeneralSenses))
                        return WordMatch.Rival;
                }
            }
        }

        return WordMatch.None;
    }

    // "Approval" and "endorsed": what the one is derived from is a synonym of the other.
    private static bool IsDerivedSynonym(WordNet net, LexicalWord word, LexicalWord other)
    {
        for (var kind = WordClass.Noun; kind <= WordClass.Adverb; kind++)
        {
            foreach (var one in word.Bases[(int)kind])
            {
                foreach (var (derived, its) in net.DerivationsOf(one, kind))
                {
                    if (its == kind)
                        continue;
                    foreach (var two in other.Bases[(int)its])
                    {
                        if (net.AreSynonyms(derived, two, its, GeneralSenses))
                            return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool AreGiverAndTaker(string one, string other) => AreGiverAndTakerAlone(one.TrimEnd('s'), other.TrimEnd('s'));

    private static bool AreGiverAndTakerAlone(string one, string other) =>
        (one.EndsWith("er", StringComparison.Ordinal) || one.EndsWith("or", StringComparison.Ordinal)) && other.EndsWith("ee", StringComparison.Ordinal)
        || (other.EndsWith("er", StringComparison.Ordinal) || other.EndsWith("or", StringComparison.Ordinal)) && one.EndsWith("ee", StringComparison.Ordinal);

    private static bool Any(LexicalWord word, LexicalWord other, Func<int, int, bool> holds)
    {
        foreach (var mine in word.Bases)
        {
            foreach (var one in mine)
            {
                foreach (var its in other.Bases)
                {
                    foreach (var two in its)
                    {
                        if (one != two && holds(one, two))
                            return true;
                    }
                }
            }
        }

        return false;
    }
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
