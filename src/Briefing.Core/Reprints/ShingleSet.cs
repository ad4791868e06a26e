using System.Numerics;
using System.Runtime.CompilerServices;

namespace Briefing.Core.Reprints;

/// <summary>The shingles of one article at a time, to measure exactly what others share with it. Reused from article to article.</summary>
internal sealed class ShingleSet
{
    // A slot: the shingle's hash in the upper half; below it the serial of the last text that met it, the spelling of its
    // words (one bit each: respelt or not) and whether the slot is taken.
    private const ulong Taken = 1;
    private const int SpellingShift = 1;
    private const ulong SpellingBits = (1 << Shingles.Words) - 1;
    private const int SerialShift = SpellingShift + Shingles.Words;
    private const int LargestSerial = (1 << (32 - SerialShift)) - 1;

    private ulong[] _slots = [];
    private uint[] _hashes = [];
    private int _mask;
    private int _serial;

    /// <summary>Different shingles of the article.</summary>
    public int Count { get; private set; }

    public void Fill(ReadOnlySpan<uint> words)
    {
        var count = HashesOf(words);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * count));
        if (_slots.Length < size)
            _slots = new ulong[size];
        else
            Array.Clear(_slots, 0, size);
        _mask = size - 1;
        _serial = 0;
        Count = 0;

        var spelling = SpellingBefore(words);
        for (var at = 0; at < count; at++)
        {
            spelling = Next(spelling, words, at);
            var slot = Find(_hashes[at]);
            if (_slots[slot] != 0)
                continue;
            _slots[slot] = ((ulong)_hashes[at] << 32) | (spelling << SpellingShift) | Taken;
            Count++;
        }
    }

    /// <summary>What another article shares with this one (the overlap's One). Cost: one look-up a shingle of the other.</summary>
    /// <param name="otherCount">Different shingles of the other article.</param>
    public ShingleOverlap Measure(ReadOnlySpan<uint> other, int otherCount)
    {
        if (_serial == LargestSerial)
            ForgetSerials();
        _serial++;
        var count = HashesOf(other);
        var spelling = SpellingBefore(other);
        int shared = 0, asPrinted = 0;
        for (var at = 0; at < count; at++)
        {
            spelling = Next(spelling, other, at);
            var slot = Find(_hashes[at]);
            var content = _slots[slot];
            if (content == 0 || (uint)content >> SerialShift == _serial)
                continue;
            _slots[slot] = (content & ~((ulong)LargestSerial << SerialShift)) | ((ulong)_serial << SerialShift);
            shared++;
            if (((content >> SpellingShift) & SpellingBits) == spelling)
                asPrinted++;
        }

        return new ShingleOverlap(shared, asPrinted, Count, otherCount);
    }

    private int HashesOf(ReadOnlySpan<uint> words)
    {
        var count = Shingles.CountOf(words.Length);
        if (_hashes.Length < count)
            _hashes = new uint[2 * count];
        Shingles.Hash(words, _hashes);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint hash)
    {
        var slot = (int)hash & _mask;
        while (_slots[slot] is var content && content != 0 && content >> 32 != hash)
            slot = (slot + 1) & _mask;
        return slot;
    }

    private void ForgetSerials()
    {
        for (var slot = 0; slot <= _mask; slot++)
            _slots[slot] &= ~((ulong)LargestSerial << SerialShift);
        _serial = 0;
    }

    private static ulong SpellingBefore(ReadOnlySpan<uint> words)
    {
        ulong spelling = 0;
        for (var at = 0; at < words.Length && at < Shingles.Words - 1; at++)
            spelling = (spelling << 1) | (words[at] & 1);
        return spelling;
    }

    private static ulong Next(ulong spelling, ReadOnlySpan<uint> words, int at) =>
        at + Shingles.Words > words.Length ? spelling : ((spelling << 1) | (words[at + Shingles.Words - 1] & 1)) & SpellingBits;
}

/// <summary>
/// Runs of five words, hashed to 32 bits by a rolling polynomial (Karp and Rabin, "Efficient randomized pattern-matching
/// algorithms", 1987) over the words' keys.
/// </summary>
internal static class Shingles
{
    /// <summary>Words in one shingle. Fewer meet by chance in news prose; more break at every changed word.</summary>
    public const int Words = 5;

    // Odd, so that no word's weight loses bits.
    private const ulong Base = 0x9E3779B97F4A7C15;
    private const ulong Leaving = unchecked(Base * Base * Base * Base * Base);
    private const ulong Spread = 0x94D049BB133111EB;

    /// <summary>Shingles of a text, repeated ones counted again. A text shorter than one shingle is a single one of its own length.</summary>
    public static int CountOf(int words) => words == 0 ? 0 : Math.Max(1, words - Words + 1);

    /// <param name="words">As <see cref="TokenCode"/>s.</param>
    /// <param name="hashes">At least as long as <see cref="CountOf"/> says.</param>
    public static void Hash(ReadOnlySpan<uint> words, Span<uint> hashes)
    {
        ulong rolling = 0;
        var filled = Math.Min(Words, words.Length);
        for (var at = 0; at < filled; at++)
            rolling = (rolling * Base) + TokenCode.Key(words[at]);
        if (filled > 0)
            hashes[0] = (uint)(rolling * Spread >> 32);

        var entering = words.Length > Words ? words[Words..] : default;
        hashes = hashes.Slice(Math.Min(1, filled), entering.Length);
        for (var at = 0; at < entering.Length; at++)
        {
            rolling = (rolling * Base) + TokenCode.Key(entering[at]) - (TokenCode.Key(words[at]) * Leaving);
            hashes[at] = (uint)(rolling * Spread >> 32);
        }
    }
}
