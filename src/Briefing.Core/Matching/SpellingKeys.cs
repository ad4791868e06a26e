using System.Runtime.InteropServices;
using System.Text;
using Briefing.Core.Language;

namespace Briefing.Core.Matching;

/// <summary>Codes of words whose spelling may fold: asks <see cref="SpellingFolding"/> once for each and remembers the answer.</summary>
internal sealed class SpellingKeys
{
    // A word's hash chooses its place; a newspaper's vocabulary of such words is some hundreds.
    private const int Places = 1 << 12;
    private const int FilterBits = 1 << 15;
    private const int LongestWord = 64;

    private static readonly ulong[] Filter = FilterOfSingleWords();
    private readonly (ulong Hash, uint Code)[] _codes = new (ulong, uint)[Places];

    /// <summary>Whether the word may be one of the table's; false for all others but one in some two hundred.</summary>
    public static bool MayBeSingleWord(ulong hash) => (Filter[(hash >> 6) & ((FilterBits / 64) - 1)] >> (int)(hash & 63) & 1) != 0;

    /// <param name="hash">Of <paramref name="word"/>, as <see cref="WordHash"/> gives it.</param>
    /// <param name="word">ASCII letters and digits, case as printed.</param>
    public uint CodeOf(ulong hash, ReadOnlySpan<byte> word)
    {
        ref var place = ref _codes[hash >> 40 & (Places - 1)];
        if (place.Hash != hash)
            place = (hash, word.Length > LongestWord ? WordCode.Of(hash, respelt: false) : Fold(hash, word));
        return place.Code;
    }

    private static uint Fold(ulong hash, ReadOnlySpan<byte> printed)
    {
        var word = Encoding.ASCII.GetString(printed).ToLowerInvariant();
        var folded = SpellingFolding.Fold(word);
        return folded == word ? WordCode.Of(hash, respelt: false) : WordCode.Of(HashOf(folded), respelt: true);
    }

    /// <summary>The hash of a word in any letters.</summary>
    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[256 + WordHash.ReadAhead];
        bytes.Clear();
        var length = Encoding.UTF8.TryGetBytes(word, bytes[..256], out var written)
            ? written
            : Encoding.UTF8.GetBytes(word[..64], bytes);
        return WordHash.Of(ref MemoryMarshal.GetReference(bytes), length);
    }

    private static ulong[] FilterOfSingleWords()
    {
        var filter = new ulong[FilterBits / 64];
        foreach (var word in SpellingFolding.SingleWords)
        {
            var hash = HashOf(word);
            filter[(hash >> 6) & ((FilterBits / 64) - 1)] |= 1UL << (int)(hash & 63);
        }

        return filter;
    }
}
