using System.Collections.Immutable;
using MimeKit;
using Leaf = MimeKit.MimePart;

namespace Briefing.Worker.Mail.Returned;

/// <summary>
/// A message, or a part of one, as it was received: read by MimeKit, within limits. Anybody may send us one, so reading never throws, and
/// what lies beyond a limit is left out.
/// </summary>
/// <param name="fields">Of its header.</param>
internal sealed class ReceivedPart(MimeEntity entity, ReceivedFields fields, ImmutableArray<ReceivedPart> parts)
{
    /// <summary>Octets that are looked at. A notice that returns the whole message, pack and all, is longer; what is wanted of it comes before.</summary>
    public const int MaxOctets = 1024 * 1024;

    private const int MaxDepth = 6;
    private const int MaxParts = 40;

    public ReceivedFields Fields => fields;

    /// <summary>Of a multipart, in order; those of a returned message are not parts of the notice.</summary>
    public ImmutableArray<ReceivedPart> Parts => parts;

    /// <summary>"text/plain", in small letters, also where none is said (RFC 2045, 5.2).</summary>
    public string Type { get; } = entity.ContentType.MimeType.ToLowerInvariant();

    /// <summary>The body, decoded, as text; empty for a multipart and for a message that MimeKit has read.</summary>
    public string Text => entity is Leaf { Content: { } content } ? ReceivedText.Of(Decoded(content)) : "";

    /// <summary>The header of the message that the part holds, or the fields that its text holds.</summary>
    public ReceivedFields InnerFields => entity switch
    {
        // Some put an empty line before it, which makes the header a body.
        MessagePart { Message: { Headers.Count: 0, Body: Leaf { Content: { } content } } } => ReceivedFields.Read(ReceivedText.Of(Decoded(content))),
        MessagePart { Message: { } message } => ReceivedFields.Of(message.Headers),
        _ => ReceivedFields.Read(Text),
    };

    /// <summary>This and everything in it, outermost first.</summary>
    public IEnumerable<ReceivedPart> Everything => [this, .. Parts.SelectMany(part => part.Everything)];

    /// <returns>Null where it has no header, so that it is no message.</returns>
    public static ReceivedPart? Read(ReadOnlyMemory<byte> message)
    {
        var text = FromFirstField(message.Length <= MaxOctets ? message : message[..MaxOctets]);
        if (text.IsEmpty)
            return null;
        try
        {
            using var stream = new MemoryStream(text.ToArray(), writable: false);
            var entity = new MimeParser(new ParserOptions { MaxMimeDepth = MaxDepth }, stream, MimeFormat.Entity).ParseEntity();
            var left = MaxParts;
            return entity.Headers.Count == 0 ? null : Of(entity, ref left);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ReceivedPart Of(MimeEntity entity, ref int left)
    {
        var parts = ImmutableArray.CreateBuilder<ReceivedPart>();
        foreach (var part in entity as Multipart ?? [])
        {
            if (left-- <= 0)
                break;
            parts.Add(Of(part, ref left));
        }

        return new ReceivedPart(entity, ReceivedFields.Of(entity.Headers), parts.ToImmutable());
    }

    // A mailbox file's "From " line, or rubbish, may come first; MimeKit takes neither for part of a header there.
    private static ReadOnlyMemory<byte> FromFirstField(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var end = message.Span.IndexOf((byte)'\n');
            var line = (end < 0 ? message : message[..end]).Span.TrimEnd((byte)'\r');
            if (line.IsEmpty)
                return default;
            if (line.IndexOfAny(" \t:"u8) is var at and > 0 && line[at] == (byte)':')
                return message;
            message = end < 0 ? default : message[(end + 1)..];
        }

        return message;
    }

    private static byte[] Decoded(IMimeContent content)
    {
        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return decoded.ToArray();
    }
}
