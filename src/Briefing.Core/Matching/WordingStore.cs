namespace Briefing.Core.Matching;

/// <summary>
/// The wording of many articles, compactly: four bytes a word, in blocks, so that it grows without copying. Articles are
/// numbered from 0 in the order added.
/// </summary>
public sealed class WordingStore
{
    private const int BlockLength = 1 << 18;

    private readonly List<uint[]> _blocks = [];
    private readonly List<Place> _places = [];
    private int _free;

    public int Count => _places.Count;

    /// <summary>The words of an article, as <see cref="WordCode"/>s in reading order.</summary>
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
