using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;

namespace Briefing.Core.Text;

/// <summary>Words in folded spelling, looked up by hash.</summary>
internal sealed class WordSet(IEnumerable<string> words)
{
    private readonly WordTable<bool> _table = new([.. words.Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, true))]);

    /// <summary>The words of a text, parted by spaces or line feeds.</summary>
    public static WordSet Of(string text) =>
        new(text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    public bool Contains(ulong hash) => _table.Contains(hash);

    public bool Contains(ReadOnlySpan<char> folded) => _table.Contains(WordHash.Of(folded));
}

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

/// <summary>Reads word lists kept as text, which show more words a line than code does.</summary>
internal static class WordTables
{
    /// <summary>Words parted by blanks or line ends.</summary>
    public static FrozenSet<string> Set(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Word and value by turns, parted by blanks or line ends.</summary>
    public static FrozenDictionary<string, string> Pairs(string words) =>
        Split(words).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Word and number by turns.</summary>
    public static FrozenDictionary<string, decimal> Numbers(string words) =>
        Split(words).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => decimal.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static string[] Split(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>English words that carry grammar rather than content. Folded forms (see <see cref="WordFolding"/>).</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> English = Lexicon.Set("stop-words");

    public static bool Contains(string folded) => English.Contains(folded);
}

/// <summary>Words that a rewrite adds or drops without changing what is said.</summary>
internal static class FillerWords
{
    private static readonly FrozenSet<string> Words = WordTables.Set(Lexicon.Text("filler-words"));

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static bool Contains(string folded) => Words.Contains(folded);

    /// <summary>"three" as "3"; null for words that are no small number.</summary>
    public static string? Digits(string folded)
    {
        var value = Array.IndexOf(Numbers, folded);
        return value < 0 ? null : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
