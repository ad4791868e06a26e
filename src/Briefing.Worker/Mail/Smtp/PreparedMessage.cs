using MimeKit;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>A stored, signed message in MailKit's hands: every header as it stands, and a body that MimeKit neither reads nor makes anew.</summary>
internal static class PreparedMessage
{
    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    public static MimeMessage Of(MessageContent content)
    {
        var (head, pieces) = Part(content);
        var message = new MimeMessage { Body = new StoredBody(pieces, content.HasEightBitBody) };
        message.Headers.Clear();
        foreach (var header in HeadersOf(head))
            message.Headers.Add(header);
        return message;
    }

    // The pieces after the empty line that ends the headers.
    private static (byte[] Head, List<ReadOnlyMemory<byte>> Body) Part(MessageContent content)
    {
        var first = content.Pieces[0];
        if (first.Span.IndexOf("\r\n\r\n"u8) is var end and >= 0)
            return (first[..(end + 2)].ToArray(), [first[(end + 4)..], .. content.Pieces.Skip(1)]);
        var whole = content.ToArray();
        end = whole.AsSpan().IndexOf("\r\n\r\n"u8);
        return end < 0 ? (whole, []) : (whole[..(end + 2)], [whole.AsMemory(end + 4)]);
    }

    private static IEnumerable<Header> HeadersOf(byte[] head)
    {
        var at = 0;
        while (at < head.Length)
        {
            var end = at + head.AsSpan(at).IndexOf(LineEnd) + LineEnd.Length;
            while (end < head.Length && head[end] is (byte)' ' or (byte)'\t')
                end += head.AsSpan(end).IndexOf(LineEnd) + LineEnd.Length;
            if (!Header.TryParse(head, at, end - at, out var header))
                throw new FormatException("The message has a header that is none.");

            // Set so, it is written as it is whatever the format.
            header.SetRawValue(header.RawValue);
            yield return header;
            at = end;
        }
    }

    private sealed class StoredBody : Multipart
    {
        private readonly List<ReadOnlyMemory<byte>> _pieces;

        public StoredBody(List<ReadOnlyMemory<byte>> pieces, bool isEightBit)
        {
            _pieces = pieces;

            // All that MailKit asks of it: whether to announce eight-bit text.
            Add(new MimeKit.MimePart { ContentTransferEncoding = isEightBit ? ContentEncoding.EightBit : ContentEncoding.SevenBit });
            Headers.Clear();
        }

        /// <inheritdoc/>
        public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
        {
            foreach (var piece in _pieces)
                stream.Write(piece.Span);
        }

        /// <inheritdoc/>
        public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
        {
            foreach (var piece in _pieces)
                await stream.WriteAsync(piece, cancellationToken);
        }
    }
}
