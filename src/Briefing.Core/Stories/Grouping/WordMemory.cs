using Briefing.Core.Language;

namespace Briefing.Core.Stories.Grouping;

internal enum WordKind : byte
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
internal sealed class WordMemory
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

        return new Known((uint)(entry >> 32), (WordKind)(entry & KindBits), Term.RarityOfBand((byte)entry >> BandShift));
    }

    private static (uint Term, WordKind Kind) FoldNew(string word)
    {
        var folded = WordFolding.Fold(word);
        if (char.IsDigit(word[0]))
            return (Term.OfWord(folded), WordKind.Number);
        if (folded.Length < 2 || StopWords.Contains(folded))
            return (0, WordKind.Stop);
        return (Term.OfWord(EnglishStemmer.Stem(folded.Trim('\''))), WordKind.Word);
    }

    /// <param name="Rarity">Minus the logarithm of the share of articles that hold the term, by general estimate.</param>
    internal readonly record struct Known(uint Term, WordKind Kind, float Rarity);
}
