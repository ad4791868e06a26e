using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>
/// What a line speaks of: keys of its words that carry content. A word counts by its first letters, so that "minister" meets
/// "ministers" and "ministerial" without a stemmer for each language.
/// </summary>
internal static class ContentKeys
{
    private const int StemLength = 6;
    private const int ShortestWord = 3;

    public static uint[] Of(LineWords words)
    {
        var keys = new uint[words.Count];
        var count = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word.Length < ShortestWord || LanguageProfiles.Words.Contains(words.HashOf(at)))
                continue;
            keys[count++] = KeyOf(word.EndsWith("'s") ? word[..^2] : word);
        }

        return keys.AsSpan(0, count).ToArray();
    }

    /// <summary>Share of the line's distinct keys that the set holds; 0 for a line without any.</summary>
    public static double ShareIn(uint[] keys, HashSet<uint> known)
    {
        if (keys.Length == 0)
            return 0;
        var distinct = new HashSet<uint>(keys);
        return (double)distinct.Count(known.Contains) / distinct.Count;
    }

    // FNV-1a over the first letters.
    private static uint KeyOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word[..Math.Min(word.Length, StemLength)])
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
