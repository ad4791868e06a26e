namespace Briefing.Core.Matching;

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
