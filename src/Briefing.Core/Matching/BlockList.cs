namespace Briefing.Core.Matching;

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
