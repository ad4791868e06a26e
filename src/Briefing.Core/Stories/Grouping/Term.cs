using Briefing.Core.Language;

namespace Briefing.Core.Stories.Grouping;

/// <summary>Hashes of words and word pairs: 31 bits and a lowest bit that tells a pair. The same on every machine.</summary>
internal static class Term
{
    private static readonly Dictionary<uint, float> CommonWords = CommonShares();

    /// <summary>A pair of neighbouring words that is no name is found in few articles.</summary>
    private const float ShareOfPairs = 0.001f;

    public static uint OfWord(ReadOnlySpan<char> stem)
    {
        // FNV-1a (Fowler, Noll, Vo), then the finishing step of SplitMix64: FNV alone leaves the low bits poor.
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in stem)
            hash = (hash ^ c) * 0x100000001B3UL;
        return Finish(hash) & ~1u;
    }

    public static uint OfPair(uint first, uint second) => Finish((((ulong)first << 32) | second) * 0x9E3779B97F4A7C15UL) | 1u;

    /// <summary>The share of news articles that hold the term, estimated without counting.</summary>
    public static float BackgroundShare(uint term)
    {
        if ((term & 1) != 0)
            return ShareOfPairs;
        return CommonWords.TryGetValue(term, out var share) ? share : (float)WordCommonness.OfUnknownWords;
    }

    /// <summary>Whether the term is a word of a band of <see cref="WordCommonness"/>.</summary>
    public static bool IsCommon(uint term) => CommonWords.ContainsKey(term);

    private static uint Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return (uint)(hash >> 32);
    }

    private static Dictionary<uint, float> CommonShares()
    {
        var shares = new Dictionary<uint, float>();
        foreach (var (stem, share) in WordCommonness.All)
            shares.TryAdd(OfWord(stem), (float)share);
        return shares;
    }
}
