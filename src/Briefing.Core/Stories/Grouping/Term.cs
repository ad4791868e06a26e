using System.Collections.Frozen;
using Briefing.Core.Language;

namespace Briefing.Core.Stories.Grouping;

/// <summary>Hashes of words and word pairs: 31 bits and a lowest bit that tells a pair. The same on every machine.</summary>
internal static class Term
{
    /// <summary>A pair of neighbouring words that is no name is found in few articles.</summary>
    private const float ShareOfPairs = 0.001f;

    // Of unknown words first.
    private static readonly float[] Shares = [(float)WordCommonness.OfUnknownWords, .. WordCommonness.All.Select(word => (float)word.Value).Distinct().Order()];
    private static readonly float[] Rarities = Array.ConvertAll(Shares, share => -MathF.Log(share));
    private static readonly FrozenDictionary<uint, int> Bands = BandsOfWords();

    /// <summary>Minus the logarithm of the share of articles that hold a pair of words.</summary>
    public static readonly float RarityOfPairs = -MathF.Log(ShareOfPairs);

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
        return Shares[BandOf(term)];
    }

    /// <summary>Whether the term is a word of a band of <see cref="WordCommonness"/>.</summary>
    public static bool IsCommon(uint term) => BandOf(term) > 0;

    /// <summary>The word's band, 0 for none.</summary>
    public static int BandOf(uint term) => Bands.GetValueOrDefault(term);

    /// <summary>Minus the logarithm of the share of articles that hold a word of the band.</summary>
    public static float RarityOfBand(int band) => Rarities[band];

    private static uint Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return (uint)(hash >> 32);
    }

    private static FrozenDictionary<uint, int> BandsOfWords()
    {
        var bands = new Dictionary<uint, int>();
        foreach (var (stem, share) in WordCommonness.All)
            bands.TryAdd(OfWord(stem), Array.IndexOf(Shares, (float)share, 1));
        return bands.ToFrozenDictionary();
    }
}
