using System.Buffers.Text;

namespace Briefing.Worker.Clustering;

/// <summary>Writes one JSON object a line without building strings.</summary>
internal sealed class ClusterOutput(Stream stream)
{
    private const int BlockLength = 1 << 16;

    // The longest number with its prefix and the members' names.
    private const int LongestRest = 128;

    private byte[] _buffer = new byte[BlockLength];
    private int _length;

    /// <param name="id">As JSON.</param>
    public void Write(ReadOnlySpan<byte> id, int report, int story)
    {
        Need(id.Length + LongestRest);
        Append("{\"id\":"u8);
        Append(id);
        Append(",\"report\":\"r"u8);
        Append(report);
        Append("\",\"story\":\"s"u8);
        Append(story);
        Append("\"}\n"u8);
    }

    /// <summary>Two ids, parted by a tab; strings without their quotation marks.</summary>
    public void WritePair(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Need(one.Length + other.Length + LongestRest);
        Append(one.Trim((byte)'"'));
        Append("\t"u8);
        Append(other.Trim((byte)'"'));
        Append("\n"u8);
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _length);
        stream.Flush();
        _length = 0;
    }

    private void Need(int length)
    {
        if (_length + length <= _buffer.Length)
            return;
        stream.Write(_buffer, 0, _length);
        _length = 0;
        if (length > _buffer.Length)
            _buffer = new byte[length];
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Append(int number)
    {
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var written);
        _length += written;
    }
}
