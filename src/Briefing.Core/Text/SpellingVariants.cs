using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// Folds British spellings onto American ones. The result is a key for comparing, never shown: where a rule also changes
/// a word that has one spelling only ("promise" to "promize"), it changes it everywhere alike.
/// </summary>
public static class SpellingVariants
{
    // Words that follow no rule below, British form first.
    private static readonly FrozenDictionary<string, string> Words = Table(Lexicon.Text("spelling"));

    private static readonly string[] OurStems =
    [
        "arb", "arm", "ard", "behavi", "cand", "clam", "col", "demean", "endeav", "fav", "ferv", "flav", "glam", "harb", "hon",
        "hum", "lab", "neighb", "od", "parl", "ranc", "rig", "rum", "sav", "savi", "splend", "succ", "tum", "val", "vap", "vig",
    ];

    private static readonly (string British, string American)[] Digraphs =
    [
        ("anaem", "anem"), ("anaesth", "anesth"), ("archaeo", "archeo"), ("encyclopaed", "encycloped"), ("foet", "fet"),
        ("gynaec", "gynec"), ("haem", "hem"), ("leukaem", "leukem"), ("oesoph", "esoph"), ("oestr", "estr"), ("paed", "ped"),
        ("diarrhoe", "diarrhe"), ("manoeuvr", "maneuver"),
    ];

    private static readonly string[] IseEndings = ["ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations"];
    private static readonly string[] YseEndings = ["yse", "ysed", "yses", "ysing", "yser"];
    private static readonly string[] DoubledEndings = ["led", "ling", "ler", "lers", "lor", "lors", "list", "lists"];

    /// <summary>The words that fold by a table of their own rather than by a rule.</summary>
    internal static IEnumerable<string> SingleWords => Words.Keys;

    /// <summary>The comparing key of a lower-case word without accents.</summary>
    public static string Fold(string word)
    {
        if (word.Length < 4)
            return word;
        if (Words.TryGetValue(word, out var american))
            return american;

        word = FoldOur(word);
        word = FoldEnding(word, IseEndings, 's', 'z', minimumStem: 2);
        word = FoldEnding(word, YseEndings, 's', 'z', minimumStem: 2);
        word = FoldDoubledL(word);
        foreach (var (british, folded) in Digraphs)
        {
            if (word.Contains(british, StringComparison.Ordinal))
                return word.Replace(british, folded, StringComparison.Ordinal);
        }

        return word;
    }

    private static string FoldOur(string word)
    {
        var at = word.IndexOf("our", StringComparison.Ordinal);
        if (at < 2)
            return word;
        var stem = word.AsSpan(0, at);
        foreach (var known in OurStems)
        {
            if (stem.EndsWith(known, StringComparison.Ordinal) && (stem.Length == known.Length || IsPrefix(stem[..^known.Length])))
                return string.Concat(stem, "or", word.AsSpan(at + 3));
        }

        return word;
    }

    private static bool IsPrefix(ReadOnlySpan<char> start) =>
        start is "dis" or "un" or "mis" or "re" or "multi" or "over" or "out";

    private static string FoldEnding(string word, string[] endings, char british, char american, int minimumStem)
    {
        foreach (var ending in endings)
        {
            if (word.Length < ending.Length + minimumStem || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var at = word.Length - ending.Length + ending.IndexOf(british, StringComparison.Ordinal);
            return string.Concat(word.AsSpan(0, at), [american], word.AsSpan(at + 1));
        }

        return word;
    }

    // "travelled" and "traveled"; a stem of one syllable keeps both letters, since "filled" is not "filed".
    private static string FoldDoubledL(string word)
    {
        foreach (var ending in DoubledEndings)
        {
            var at = word.Length - ending.Length;
            if (at < 4 || word[at - 1] != 'l' || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            return VowelGroups(word.AsSpan(0, at)) >= 2 ? word.Remove(at, 1) : word;
        }

        return word;
    }

    private static int VowelGroups(ReadOnlySpan<char> letters)
    {
        var groups = 0;
        var inside = false;
        foreach (var letter in letters)
        {
            var vowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            if (vowel && !inside)
                groups++;
            inside = vowel;
        }

        return groups;
    }

    private static FrozenDictionary<string, string> Table(string pairs) =>
        pairs.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(' '))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
