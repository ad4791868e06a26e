using System.Buffers;

namespace Briefing.Core.Editions;

/// <summary>Gathers bytes whose number is not known before, in pages: what is there is not copied while more comes.</summary>
internal sealed class BytePages : IBufferWriter<byte>, IDisposable
{
    // Below the size from which the collector treats an array as large.
    private const int PageBytes = 64 * 1024;

    private readonly List<(byte[] Page, int Used)> _full = [];
    private byte[] _page = ArrayPool<byte>.Shared.Rent(PageBytes);
    private int _used;

    public void Advance(int count) => _used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(1, sizeHint);
        if (_page.Length - _used < wanted)
        {
            _full.Add((_page, _used));
            (_page, _used) = (ArrayPool<byte>.Shared.Rent(Math.Max(PageBytes, wanted)), 0);
        }

        return _page.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public byte[] ToArray()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(_full.Sum(page => page.Used) + _used);
        var at = 0;
        foreach (var (page, used) in _full)
        {
            page.AsSpan(0, used).CopyTo(bytes.AsSpan(at));
            at += used;
        }

        _page.AsSpan(0, _used).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    public void Dispose()
    {
        foreach (var (page, _) in _full)
            ArrayPool<byte>.Shared.Return(page);
        ArrayPool<byte>.Shared.Return(_page);
        _full.Clear();
        (_page, _used) = ([], 0);
    }
}
