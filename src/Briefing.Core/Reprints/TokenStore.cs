namespace Briefing.Core.Reprints;

/// <summary>
/// The wording of many articles, compactly: four bytes a word, in blocks, so that it grows without copying. Articles are
/// numbered from 0 in the order added.
/// </summary>
public sealed class TokenStore
{
    private const int BlockLength = 1 << 18;

    private readonly List<uint[]> _blocks = [];
    private readonly List<Place> _places = [];
    private int _free;

    public int Count => _places.Count;

    /// <summary>The words of an article, as <see cref="TokenCode"/>s in reading order.</summary>
    public ReadOnlySpan<uint> this[int article]
    {
        get
        {
            var place = _places[article];
            return _blocks[place.Block].AsSpan(place.Start, place.Length);
        }
    }

    /// <summary>Keeps a copy of an article's words.</summary>
    /// <returns>The article's number.</returns>
    public int Add(ReadOnlySpan<uint> words)
    {
        if (_blocks.Count == 0 || _free + words.Length > BlockLength)
        {
            // A text longer than a block has one of its own.
            _blocks.Add(GC.AllocateUninitializedArray<uint>(Math.Max(BlockLength, words.Length)));
            _free = 0;
        }

        words.CopyTo(_blocks[^1].AsSpan(_free));
        _places.Add(new Place(_blocks.Count - 1, _free, words.Length));
        _free += words.Length;
        return _places.Count - 1;
    }

    private readonly record struct Place(int Block, int Start, int Length);
}

/// <summary>A long list of numbers in blocks, so that it grows without copying.</summary>
internal sealed class BlockList
{
    private const int BlockLength = 1 << 16;

    private readonly List<uint[]> _blocks = [];
    private uint[] _last = [];
    private int _free;

    public long Count { get; private set; }

    /// <summary>The numbers in the order added.</summary>
    public IEnumerable<ReadOnlyMemory<uint>> Blocks =>
        _blocks.Select((block, at) => new ReadOnlyMemory<uint>(block, 0, at + 1 < _blocks.Count ? block.Length : _free));

    public void Clear()
    {
        _blocks.Clear();
        _last = [];
        (_free, Count) = (0, 0);
    }

    public void Add(uint number)
    {
        if (_free == _last.Length)
        {
            _last = GC.AllocateUninitializedArray<uint>(BlockLength);
            _blocks.Add(_last);
            _free = 0;
        }

        _last[_free++] = number;
        Count++;
    }
}

/// <summary>A set of words' keys that is emptied at no cost, for use again and again.</summary>
internal sealed class KeySet
{
    // A slot holds the round in which it was filled, above the key: of another round it is free.
    private ulong[] _slots = new ulong[256];
    private ulong _round = 1;

    public int Count { get; private set; }

    public void Clear()
    {
        _round++;
        Count = 0;
    }

    public void Add(uint key)
    {
        if (2 * Count >= _slots.Length)
            Grow();
        var slot = Find(key);
        if (_slots[slot] >> 32 == _round)
            return;
        _slots[slot] = (_round << 32) | key;
        Count++;
    }

    public bool Contains(uint key) => _slots[Find(key)] >> 32 == _round;

    private int Find(uint key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)key & mask;
        while (_slots[slot] >> 32 == _round && (uint)_slots[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new ulong[2 * slots.Length];
        foreach (var slot in slots)
        {
            if (slot >> 32 == _round)
                _slots[Find((uint)slot)] = slot;
        }
    }
}

/// <summary>Sorts by counting digits: linear, stable.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    // Below this many a comparing sort is faster than clearing the counters.
    private const int FewEntries = 512;

    /// <summary>Sorts by the upper 32 bits; equal ones keep their order or are sorted by the lower bits.</summary>
    /// <param name="spare">Room for as many entries.</param>
    public static void ByUpperHalf(Span<ulong> entries, Span<ulong> spare)
    {
        if (entries.Length < FewEntries)
        {
            entries.Sort();
            return;
        }

        spare = spare[..entries.Length];
        var next = new int[Digits + 1];
        Scatter(entries, spare, next, shift: 32);
        Scatter(spare, entries, next, shift: 32 + DigitBits);
        Scatter(entries, spare, next, shift: 32 + (2 * DigitBits));
        spare.CopyTo(entries);
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, int[] next, int shift)
    {
        Array.Clear(next);
        foreach (var entry in from)
            next[((int)(entry >> shift) & (Digits - 1)) + 1]++;
        for (var digit = 0; digit < Digits; digit++)
            next[digit + 1] += next[digit];
        foreach (var entry in from)
            to[next[(int)(entry >> shift) & (Digits - 1)]++] = entry;
    }
}
