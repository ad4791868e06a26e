using System.Text;

namespace Briefing.Worker.Mail;

/// <summary>
/// A finished message as pieces of memory, which many messages may share. Always fit to be sent: every line ends in CRLF, no CR
/// or LF stands alone, no line is too long, no NUL.
/// </summary>
internal sealed class MessageContent
{
    /// <summary>RFC 5322, 2.1.1: octets, without CRLF.</summary>
    private const int LongestLine = 998;

    private bool _inHeaders = true;
    private bool _afterReturn;
    private int _line;

    private MessageContent(IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        Pieces = pieces;
        foreach (var piece in pieces)
        {
            Length += piece.Length;
            Inspect(piece.Span);
        }

        if (_afterReturn || _line > 0 || Length == 0)
            throw new FormatException("The message does not end with its last line.");
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Pieces { get; }

    /// <summary>Octets, before dots are doubled.</summary>
    public long Length { get; private init; }

    /// <summary>Its headers are not ASCII: only a server with SMTPUTF8 (RFC 6531) may be given it.</summary>
    public bool HasUtf8Headers { get; private set; }

    /// <summary>Its body is not ASCII: only a server with 8BITMIME (RFC 6152) may be given it.</summary>
    public bool HasEightBitBody { get; private set; }

    /// <exception cref="FormatException">It is no message that may be sent as it is.</exception>
    public static MessageContent Of(params IReadOnlyList<ReadOnlyMemory<byte>> pieces) => new(pieces);

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        var at = 0;
        foreach (var piece in Pieces)
        {
            piece.Span.CopyTo(bytes.AsSpan(at));
            at += piece.Length;
        }

        return bytes;
    }

    private void Inspect(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            if (_afterReturn)
            {
                if (piece[0] != '\n')
                    throw new FormatException("A CR stands alone in the message.");
                EndLine();
                piece = piece[1..];
                continue;
            }

            var end = piece.IndexOfAny((byte)'\r', (byte)'\n', (byte)0);
            var text = end < 0 ? piece : piece[..end];
            Note(text);
            if (end < 0)
                return;
            if (piece[end] != '\r')
                throw new FormatException(piece[end] == 0 ? "The message has a NUL." : "An LF stands alone in the message.");
            _afterReturn = true;
            piece = piece[(end + 1)..];
        }
    }

    private void Note(ReadOnlySpan<byte> text)
    {
        _line += text.Length;
        if (_line > LongestLine)
            throw new FormatException($"A line of the message is longer than {LongestLine} octets.");
        if (Ascii.IsValid(text))
            return;
        if (_inHeaders)
            HasUtf8Headers = true;
        else
            HasEightBitBody = true;
    }

    private void EndLine()
    {
        _inHeaders &= _line > 0;
        _line = 0;
        _afterReturn = false;
    }
}
