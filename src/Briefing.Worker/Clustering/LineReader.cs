namespace Briefing.Worker.Clustering;

/// <summary>The lines of a file as bytes, without their line ends. Reads ahead in blocks; holds one line at a time.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int BlockLength = 1 << 20;

    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(BlockLength);
    private int _start;
    private int _end;
    private bool _isComplete;

    /// <summary>Counts from 1; 0 before the first.</summary>
    public int LineNumber { get; private set; }

    /// <param name="line">Valid until the next call.</param>
    /// <returns>False at the end of the file.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && !_isComplete)
            {
                ReadMore();
                continue;
            }

            line = rest[..(length < 0 ? rest.Length : length)];
            _start += length < 0 ? rest.Length : length + 1;
            if (length < 0 && rest.IsEmpty)
                return false;
            LineNumber++;
            return true;
        }
    }

    private void ReadMore()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isComplete = read == 0;
    }
}
