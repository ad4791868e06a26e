using System.Buffers;

namespace Briefing.Worker.Mail.Returned;

/// <summary>What may name a delivery of ours.</summary>
/// <param name="Key">The delivery's key (<see cref="OutgoingMessage.Key"/>).</param>
/// <param name="MessageId">Without angle brackets; null where the key was given by itself, as an envelope's id.</param>
internal sealed record MailReference(string Key, string? MessageId)
{
    private const int LongestId = 400;

    private static readonly SearchValues<char> Ends = SearchValues.Create("<> \r\n\t");

    /// <summary>By an envelope's id (RFC 3461, 4.4). Ours has nothing that xtext would write otherwise.</summary>
    public static IEnumerable<MailReference> OfEnvelope(string? id) =>
        id?.Trim() is { Length: > 0 and <= LongestId } key ? [new MailReference(key, null)] : [];

    /// <summary>By every Message-ID, <c>&lt;KEY@domain&gt;</c>, that stands in a text.</summary>
    public static IEnumerable<MailReference> In(string? text)
    {
        for (var at = 0; text is not null && at < text.Length && text.IndexOf('<', at) is var open and >= 0;)
        {
            at = open + 1;
            if (text.AsSpan(at, Math.Min(LongestId, text.Length - at)).IndexOfAny(Ends) is var length and > 0 && text[at + length] == '>'
                && text.AsSpan(at, length).LastIndexOf('@') is var sign and > 0)
            {
                yield return new MailReference(text.Substring(at, sign), text.Substring(at, length));
            }
        }
    }
}
