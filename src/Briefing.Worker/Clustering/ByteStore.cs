namespace Briefing.Worker.Clustering;

/// <summary>Many short byte strings, numbered from 0, in blocks, so that it grows without copying.</summary>
internal sealed class ByteStore
{
    private const int BlockLength = 1 << 18;

    private readonly List<byte[]> _blocks = [];
    private readonly List<(int Block, int Start, int Length)> _places = [];
    private int _free;

    public ReadOnlySpan<byte> this[int at]
    {
        get
        {
            var (block, start, length) = _places[at];
            return _blocks[block].AsSpan(start, length);
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_blocks.Count == 0 || _free + bytes.Length > BlockLength)
        {
            _blocks.Add(new byte[Math.Max(BlockLength, bytes.Length)]);
            _free = 0;
        }

        bytes.CopyTo(_blocks[^1].AsSpan(_free));
        _places.Add((_blocks.Count - 1, _free, bytes.Length));
        _free += bytes.Length;
    }
}
