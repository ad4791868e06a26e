namespace Briefing.Core.Text;

/// <summary>
/// Cuts an English word to its stem, so that "strengthening" meets "strengthen".
/// Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (3), 1980, pp. 130–137; step names are the paper's.
/// </summary>
public static class EnglishStemmer
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
        ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"),
        ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous",
        "ive", "ize",
    ];

    /// <summary>The stem of a folded word; words with other characters than a to z are returned as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
            return word;
        foreach (var c in word)
        {
            if (c is < 'a' or > 'z')
                return word;
        }

        word = Step1A(word);
        word = Step1B(word);
        if (word.EndsWith('y') && HasVowel(word, word.Length - 1))
            word = word[..^1] + "i";
        word = Replace(word, Step2);
        word = Replace(word, Step3);
        word = Strip(word);
        return Step5(word);
    }

    private static string Step1A(string word)
    {
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^2];
        return word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static string Step1B(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
            return Measure(word, word.Length - 3) > 0 ? word[..^1] : word;

        var cut = word.EndsWith("ed", StringComparison.Ordinal) ? 2 : word.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (cut == 0 || !HasVowel(word, word.Length - cut))
            return word;

        word = word[..^cut];
        if (word.EndsWith("at", StringComparison.Ordinal) || word.EndsWith("bl", StringComparison.Ordinal) || word.EndsWith("iz", StringComparison.Ordinal))
            return word + "e";
        if (EndsInDoubleConsonant(word) && word[^1] is not ('l' or 's' or 'z'))
            return word[..^1];
        return Measure(word, word.Length) == 1 && EndsInShortSyllable(word, word.Length) ? word + "e" : word;
    }

    private static string Replace(string word, (string Suffix, string Replacement)[] rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            var stem = word.Length - suffix.Length;
            return Measure(word, stem) > 0 ? word[..stem] + replacement : word;
        }

        return word;
    }

    private static string Strip(string word)
    {
        // The longest suffix decides, as in the paper.
        var longest = "";
        foreach (var suffix in Step4)
        {
            if (suffix.Length > longest.Length && word.EndsWith(suffix, StringComparison.Ordinal))
                longest = suffix;
        }

        var stem = word.Length - longest.Length;
        if (longest.Length == 0 || Measure(word, stem) <= 1)
            return word;
        return longest == "ion" && word[stem - 1] is not ('s' or 't') ? word : word[..stem];
    }

    private static string Step5(string word)
    {
        if (word.EndsWith('e'))
        {
            var measure = Measure(word, word.Length - 1);
            if (measure > 1 || (measure == 1 && !EndsInShortSyllable(word, word.Length - 1)))
                word = word[..^1];
        }

        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word, word.Length) > 1 ? word[..^1] : word;
    }

    private static bool IsConsonant(string word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => at == 0 || !IsConsonant(word, at - 1),
        _ => true,
    };

    // The paper's m: how often a vowel run is followed by a consonant run.
    private static int Measure(string word, int length)
    {
        var measure = 0;
        for (var at = 1; at < length; at++)
        {
            if (IsConsonant(word, at) && !IsConsonant(word, at - 1))
                measure++;
        }

        return measure;
    }

    private static bool HasVowel(string word, int length)
    {
        for (var at = 0; at < length; at++)
        {
            if (!IsConsonant(word, at))
                return true;
        }

        return false;
    }

    private static bool EndsInDoubleConsonant(string word) =>
        word.Length >= 2 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    // The paper's *o: consonant, vowel, consonant, the last not w, x or y.
    private static bool EndsInShortSyllable(string word, int length) =>
        length >= 3
        && IsConsonant(word, length - 1)
        && !IsConsonant(word, length - 2)
        && IsConsonant(word, length - 3)
        && word[length - 1] is not ('w' or 'x' or 'y');
}
