namespace Briefing.Worker.Mailing.Messages;

/// <summary>A part of a body that begins and ends with whole lines: bytes that all messages share, or the place of a value.</summary>
internal abstract record TemplatePiece
{
    /// <param name="Canonical">The same as DKIM hashes it; the very same memory where that makes no difference.</param>
    internal sealed record Shared(ReadOnlyMemory<byte> Wire, ReadOnlyMemory<byte> Canonical) : TemplatePiece;

    /// <summary>In quoted-printable text.</summary>
    internal sealed record Slot(Func<PersonalValues, string> Value) : TemplatePiece;
}
