using System.Numerics;
using System.Runtime.CompilerServices;

namespace Briefing.Core.Matching;

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
    public WordingOverlap Measure(ReadOnlySpan<uint> other, int otherCount)
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

        return new WordingOverlap(shared, asPrinted, Count, otherCount);
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
