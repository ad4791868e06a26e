using System.Collections.Immutable;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>A message, or a part of one, as it was received (RFC 2045).</summary>
/// <param name="Body">As transferred: see <see cref="TransferDecoding"/>. Empty where there are parts.</param>
/// <param name="Parts">Of a multipart, in order; what lies deeper or further than <see cref="MimeReader"/> looks is left out.</param>
internal sealed record MimeEntity(ReceivedFields Fields, ReadOnlyMemory<byte> Body, ImmutableArray<MimeEntity> Parts)
{
    /// <summary>Text, ASCII in small letters: "text/plain" where none is said (RFC 2045, 5.2).</summary>
    public ContentType Type { get; } = ContentType.Read(Fields["Content-Type"]);

    /// <summary>The body, decoded, as text; empty for a multipart.</summary>
    public string Text => TransferDecoding.TextOf(Body.Span, Fields["Content-Transfer-Encoding"]);

    /// <summary>This and everything in it, outermost first.</summary>
    public IEnumerable<MimeEntity> Everything => [this, .. Parts.SelectMany(part => part.Everything)];
}
