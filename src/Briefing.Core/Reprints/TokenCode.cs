using System.Runtime.InteropServices;
using System.Text;
using Briefing.Core.Text;

namespace Briefing.Core.Reprints;

/// <summary>
/// One word of an article in 32 bits: what matching and story-finding keep of a text. From the lowest bit: spelling changed
/// by folding, capitalised inside a sentence, begins with a digit; the other 29 bits are a hash of the folded word.
/// </summary>
/// <remarks>
/// The same on every machine. Two different words share a key once in 2^29: with a vocabulary of 100,000 words some nine
/// pairs do, which moves a measured overlap by less than rounding.
/// </remarks>
public static class TokenCode
{
    private const uint RespeltBit = 1;
    private const uint CapitalizedBit = 2;
    private const uint NumberBit = 4;
    private const int KeyShift = 3;

    /// <summary>Equal for words that fold alike.</summary>
    public static uint Key(uint code) => code >> KeyShift;

    /// <summary>Capitalised where no sentence begins (where one does, the case says nothing): a name, mostly.</summary>
    public static bool IsCapitalized(uint code) => (code & CapitalizedBit) != 0;

    public static bool IsNumber(uint code) => (code & NumberBit) != 0;

    /// <summary>A name or a number: what two texts of the same shape differ in when they report different things.</summary>
    public static bool IsFact(uint code) => (code & (CapitalizedBit | NumberBit)) != 0;

    internal static uint Of(ulong hash, bool respelt) =>
        ((uint)(hash >> 35) << KeyShift) | (respelt ? RespeltBit : 0);

    internal static uint Capitalized(uint code) => code | CapitalizedBit;

    internal static uint Number(uint code) => code | NumberBit;
}

/// <summary>Codes of words whose spelling may fold: asks <see cref="SpellingVariants"/> once for each and remembers the answer.</summary>
internal sealed class SpellingKeyCache
{
    // A word's hash chooses its place; a newspaper's vocabulary of such words is some hundreds.
    private const int Places = 1 << 12;
    private const int FilterBits = 1 << 15;
    private const int LongestWord = 64;

    private static readonly ulong[] Filter = FilterOfSingleWords();
    private readonly (ulong Hash, uint Code)[] _codes = new (ulong, uint)[Places];

    /// <summary>Whether the word may be one of the table's; false for all others but one in some two hundred.</summary>
    public static bool MayBeSingleWord(ulong hash) => (Filter[(hash >> 6) & ((FilterBits / 64) - 1)] >> (int)(hash & 63) & 1) != 0;

    /// <param name="hash">Of <paramref name="word"/>, as <see cref="TokenHash"/> gives it.</param>
    /// <param name="word">ASCII letters and digits, case as printed.</param>
    public uint CodeOf(ulong hash, ReadOnlySpan<byte> word)
    {
        ref var place = ref _codes[hash >> 40 & (Places - 1)];
        if (place.Hash != hash)
            place = (hash, word.Length > LongestWord ? TokenCode.Of(hash, respelt: false) : Fold(hash, word));
        return place.Code;
    }

    private static uint Fold(ulong hash, ReadOnlySpan<byte> printed)
    {
        var word = Encoding.ASCII.GetString(printed).ToLowerInvariant();
        var folded = SpellingVariants.Fold(word);
        return folded == word ? TokenCode.Of(hash, respelt: false) : TokenCode.Of(HashOf(folded), respelt: true);
    }

    /// <summary>The hash of a word in any letters.</summary>
    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[256 + TokenHash.ReadAhead];
        bytes.Clear();
        var length = Encoding.UTF8.TryGetBytes(word, bytes[..256], out var written)
            ? written
            : Encoding.UTF8.GetBytes(word[..64], bytes);
        return TokenHash.Of(ref MemoryMarshal.GetReference(bytes), length);
    }

    private static ulong[] FilterOfSingleWords()
    {
        var filter = new ulong[FilterBits / 64];
        foreach (var word in SpellingVariants.SingleWords)
        {
            var hash = HashOf(word);
            filter[(hash >> 6) & ((FilterBits / 64) - 1)] |= 1UL << (int)(hash & 63);
        }

        return filter;
    }
}
