using System.Numerics;

namespace Briefing.Core.Language;

/// <summary>
/// A value for each of some thousand words, looked up by the word's hash alone: one probe a word of a text is what reading a page
/// costs. Two words of the table may not share a hash; that a word of a text shares one with another word of the table is left to
/// chance (about 1 in 10^15).
/// </summary>
internal sealed class WordTable<TValue>
{
    private readonly ulong[] _hashes;
    private readonly TValue[] _values;
    private readonly int _mask;

    /// <exception cref="ArgumentException">A word stands twice in the list.</exception>
    public WordTable(IReadOnlyCollection<KeyValuePair<string, TValue>> entries)
    {
        // At most a quarter full, so that most look-ups for absent words end at the first slot.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 4));
        _hashes = new ulong[size];
        _values = new TValue[size];
        _mask = size - 1;
        foreach (var (word, value) in entries)
        {
            var hash = WordHash.Of(word);
            var slot = SlotOf(hash);
            if (_hashes[slot] == hash)
                throw new ArgumentException($"\"{word}\" stands twice in the table.", nameof(entries));
            _hashes[slot] = hash;
            _values[slot] = value;
        }
    }

    public bool TryGetValue(ulong hash, out TValue value)
    {
        var slot = SlotOf(hash);
        value = _values[slot];
        return _hashes[slot] == hash;
    }

    public bool Contains(ulong hash) => _hashes[SlotOf(hash)] == hash;

    // The slot that holds the hash, or the empty one where it would stand.
    private int SlotOf(ulong hash)
    {
        var slot = (int)hash & _mask;
        while (_hashes[slot] != 0 && _hashes[slot] != hash)
            slot = (slot + 1) & _mask;
        return slot;
    }
}
