using System.Security.Cryptography;
using System.Text;

namespace Briefing.Worker.Mail.Messages;

/// <summary>A part of a body, with places for personal values where it has any.</summary>
/// <param name="ContentType">The header's value.</param>
/// <param name="TransferEncoding">The header's value; null for a multipart, which has none.</param>
/// <param name="Content">byte[] and <see cref="TemplatePiece.Slot"/> in order, whole lines all.</param>
internal sealed record BodyPart(string ContentType, string? TransferEncoding, IReadOnlyList<object> Content, byte[] Hash)
{
    /// <summary>A part that was encoded before, with its headers; it can only stand inside another.</summary>
    public static BodyPart Of(MimePart part) => new("", TransferEncoding: null, [part.Bytes], SHA256.HashData(part.Bytes));

    public static BodyPart Text(string subtype, string text, Placeholders? placeholders)
    {
        var type = $"text/{subtype}; charset=utf-8";
        if (placeholders is not null && PersonalText.Pieces(subtype, text, placeholders) is { } pieces)
            return new BodyPart(type, "quoted-printable", pieces, HashOf(subtype, pieces));
        var (encoding, body) = Mail.TransferEncoding.OfText(text);
        return new BodyPart(type, encoding, [body], HashOf(subtype, [body]));
    }

    /// <summary>
    /// The boundary is made from what the parts hold, so that equal parts give equal bytes. "=_" stands in no body in
    /// quoted-printable or base64, so in no personal value either, and a plain text would have to hold its own hash.
    /// </summary>
    public static BodyPart Multipart(string subtype, IReadOnlyList<BodyPart> parts)
    {
        var hash = HashOf(subtype, [.. parts.Select(part => part.Hash)]);
        var boundary = $"=_{Convert.ToHexStringLower(hash)[..32]}";
        var content = new List<object>();
        foreach (var part in parts)
        {
            // The line break before a boundary belongs to the boundary, not to the part; the first stands where headers end.
            content.Add(Line(content.Count == 0 ? $"--{boundary}" : $"\r\n--{boundary}"));
            content.Add(Headers(part));
            content.AddRange(part.Content);
        }

        content.Add(Line($"\r\n--{boundary}--"));
        return new BodyPart($"multipart/{subtype}; boundary=\"{boundary}\"", TransferEncoding: null, content, hash);
    }

    private static byte[] Headers(BodyPart part)
    {
        if (part.ContentType.Length == 0)
            return [];
        var headers = new HeaderWriter();
        headers.Structured("Content-Type", part.ContentType);
        if (part.TransferEncoding is { } encoding)
            headers.Structured("Content-Transfer-Encoding", encoding);
        return Line(headers.ToString());
    }

    private static byte[] Line(string ascii) => Encoding.ASCII.GetBytes(ascii + "\r\n");

    private static byte[] HashOf(string subtype, IReadOnlyList<object> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(subtype));
        foreach (var item in content)
        {
            var bytes = item as byte[] ?? [];
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
