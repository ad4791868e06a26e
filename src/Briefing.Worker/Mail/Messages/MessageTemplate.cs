using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Briefing.Worker.Mail.Dkim;

namespace Briefing.Worker.Mail.Messages;

/// <summary>
/// A body that is encoded once and sent to many: multipart/alternative of text and HTML, inside multipart/mixed where there are
/// attachments (RFC 2046, 5.1). Messages filled from it share its memory. No clock, no chance: the same values give the same bytes.
/// </summary>
internal sealed class MessageTemplate
{
    private readonly string _contentType;
    private readonly IReadOnlyList<TemplatePiece> _pieces;

    private MessageTemplate(string contentType, IReadOnlyList<TemplatePiece> pieces) => (_contentType, _pieces) = (contentType, pieces);

    /// <param name="placeholders">Those that the texts were rendered with; null for texts without any.</param>
    public static MessageTemplate Of(string text, string html, IReadOnlyList<MimePart> attachments, Placeholders? placeholders = null)
    {
        var body = BodyPart.Multipart("alternative", [BodyPart.Text("plain", text, placeholders), BodyPart.Text("html", html, placeholders)]);
        if (attachments.Count > 0)
            body = BodyPart.Multipart("mixed", [body, .. attachments.Select(BodyPart.Of)]);
        return new MessageTemplate(body.ContentType, TemplatePieces.Of(body.Content));
    }

    /// <summary>One finished message. What it shares with others is not copied.</summary>
    /// <param name="signer">Null: it is not signed.</param>
    /// <exception cref="FormatException">A header cannot be written as it is given.</exception>
    public MessageContent Fill(MessageHeaders headers, PersonalValues values, DkimSigner? signer = null)
    {
        var filled = _pieces.Select(piece => piece as TemplatePiece.Shared ?? TemplatePieces.Filled((TemplatePiece.Slot)piece, values)).ToList();
        var written = new HeaderWriter();
        headers.WriteTo(written);
        written.Structured("Content-Type", _contentType);
        var top = written.ToString();
        if (signer is not null)
            top = signer.Sign(top, BodyHash(filled), headers.Date) + top;
        return MessageContent.Of([Encoding.UTF8.GetBytes(top + "\r\n"), .. filled.Select(piece => piece.Wire)]);
    }

    // Relaxed canonical form goes line by line, and pieces are whole lines. It also drops empty lines at the end: a multipart's
    // last line is its boundary.
    private static byte[] BodyHash(List<TemplatePiece.Shared> pieces)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces)
            hash.AppendData(piece.Canonical.Span);
        return hash.GetHashAndReset();
    }
}

/// <summary>Puts what is the same for all together into as few pieces as there are.</summary>
internal static class TemplatePieces
{
    /// <summary>Bytes. What is at least so long, as a pack is, stays the memory that all its templates share.</summary>
    private const int TooLongToCopy = 64 * 1024;

    /// <param name="content">byte[] and <see cref="TemplatePiece.Slot"/> in order.</param>
    public static IReadOnlyList<TemplatePiece> Of(IEnumerable<object> content)
    {
        var pieces = new List<TemplatePiece>();
        var run = new ArrayBufferWriter<byte>();
        foreach (var item in content)
        {
            if (item is byte[] bytes)
            {
                if (bytes.Length < TooLongToCopy)
                {
                    run.Write(bytes);
                    continue;
                }

                Flush();
                pieces.Add(Shared(bytes));
                continue;
            }

            Flush();
            pieces.Add((TemplatePiece.Slot)item);
        }

        Flush();
        return pieces;

        void Flush()
        {
            if (run.WrittenCount > 0)
                pieces.Add(Shared(run.WrittenSpan.ToArray()));
            run = new ArrayBufferWriter<byte>();
        }
    }

    public static TemplatePiece.Shared Filled(TemplatePiece.Slot slot, PersonalValues values) => Shared(PersonalText.Encode(slot.Value(values)));

    private static TemplatePiece.Shared Shared(byte[] wire) => new(wire, RelaxedCanonical.Body(wire));
}

/// <summary>A part of a body that begins and ends with whole lines: bytes that all messages share, or the place of a value.</summary>
internal abstract record TemplatePiece
{
    /// <param name="Canonical">The same as DKIM hashes it; the very same memory where that makes no difference.</param>
    internal sealed record Shared(ReadOnlyMemory<byte> Wire, ReadOnlyMemory<byte> Canonical) : TemplatePiece;

    /// <summary>In quoted-printable text.</summary>
    internal sealed record Slot(Func<PersonalValues, string> Value) : TemplatePiece;
}
