using System.Collections.Frozen;
using System.Numerics;
using Briefing.Core.Text;

namespace Briefing.Core.Stories;

/// <summary>Hashes of words and word pairs: 31 bits and a lowest bit that tells a pair. The same on every machine.</summary>
internal static class Term
{
    /// <summary>A pair of neighbouring words that is no name is found in few articles.</summary>
    private const float ShareOfPairs = 0.001f;

    // Of unknown words first.
    private static readonly float[] Shares = [(float)DocumentFrequency.OfUnknownWords, .. DocumentFrequency.All.Select(word => (float)word.Value).Distinct().Order()];
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

    /// <summary>Whether the term is a word of a band of <see cref="DocumentFrequency"/>.</summary>
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
        foreach (var (stem, share) in DocumentFrequency.All)
            bands.TryAdd(OfWord(stem), Array.IndexOf(Shares, (float)share, 1));
        return bands.ToFrozenDictionary();
    }
}

internal enum TermKind : byte
{
    Word = 1,
    Number,

    /// <summary>Grammar, or a single letter.</summary>
    Stop,
}

/// <summary>
/// Remembers what printed words fold and stem to: news repeats its words, and folding one is a hundred times dearer than
/// finding it here. Of fixed size, small enough for a processor's cache; a word that lands on another's place replaces it.
/// </summary>
internal sealed class TokenCache
{
    private const int PlaceBits = 17;

    // The term in the upper half; below it 24 bits of the printed word's hash, its band and its kind. With the place that is
    // 40 bits of hash: of a billion words some hundred are taken for others.
    private const ulong HashBits = 0xFFFFFF00UL;
    private const int BandShift = 2;
    private const int KindBits = 3;

    private readonly ulong[] _entries = new ulong[1 << PlaceBits];

    public Known Fold(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in word)
            hash = (hash ^ c) * 0x100000001B3UL;

        // Multiplied once more, since the bits of short words are poorly mixed; the best ones are on top.
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        ref var entry = ref _entries[hash >> (64 - PlaceBits)];
        var check = hash & HashBits;
        if ((entry & HashBits) != check || entry == 0)
        {
            var (term, kind) = FoldNew(word.ToString());
            entry = ((ulong)term << 32) | check | ((ulong)Term.BandOf(term) << BandShift) | (ulong)kind;
        }

        return new Known((uint)(entry >> 32), (TermKind)(entry & KindBits), Term.RarityOfBand((byte)entry >> BandShift));
    }

    private static (uint Term, TermKind Kind) FoldNew(string word)
    {
        var folded = WordFolding.Fold(word);
        if (char.IsDigit(word[0]))
            return (Term.OfWord(folded), TermKind.Number);
        if (folded.Length < 2 || StopWords.Contains(folded))
            return (0, TermKind.Stop);
        return (Term.OfWord(EnglishStemmer.Stem(folded.Trim('\''))), TermKind.Word);
    }

    /// <param name="Rarity">Minus the logarithm of the share of articles that hold the term, by general estimate.</param>
    internal readonly record struct Known(uint Term, TermKind Kind, float Rarity);
}

/// <summary>
/// Counts the terms of one article at a time: a table that is emptied at no cost. What a dictionary takes for it was a third
/// of the time of reading a lead.
/// </summary>
internal sealed class TermCounts
{
    // A slot holds the number of its entry, above it the round in which it was filled: of another round it is free.
    private ulong[] _slots = new ulong[1024];
    private Entry[] _entries = new Entry[512];
    private uint _round = 1;

    public int Count { get; private set; }

    /// <summary>In the order in which their terms first came.</summary>
    public ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, Count);

    public void Clear()
    {
        _round++;
        Count = 0;
    }

    /// <param name="rarity">Minus the logarithm of the share of articles that hold the term.</param>
    public void Add(uint term, int count, bool isFact, float rarity)
    {
        var slot = Find(term);
        if (_slots[slot] >> 32 == _round)
        {
            _entries[(int)(uint)_slots[slot]].Count += count;
            return;
        }

        if (Count == _entries.Length)
        {
            Grow();
            slot = Find(term);
        }

        _slots[slot] = ((ulong)_round << 32) | (uint)Count;
        _entries[Count++] = new Entry { Term = term, Count = count, IsFact = isFact, Rarity = rarity };
    }

    private int Find(uint term)
    {
        var mask = _slots.Length - 1;
        var slot = (int)BitOperations.RotateLeft(term, 16) & mask;
        while (_slots[slot] >> 32 == _round && _entries[(int)(uint)_slots[slot]].Term != term)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _slots = new ulong[2 * _entries.Length];
        for (var at = 0; at < Count; at++)
            _slots[Find(_entries[at].Term)] = ((ulong)_round << 32) | (uint)at;
    }

    internal struct Entry
    {
        public uint Term;
        public int Count;
        public bool IsFact;
        public float Rarity;
    }
}
