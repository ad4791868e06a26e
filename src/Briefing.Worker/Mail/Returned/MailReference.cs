using System.Buffers;
using System.Collections.Immutable;
using System.Text;

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

/// <summary>Header fields as received, unfolded (RFC 5322, 2.2.3). Names are compared without regard to case.</summary>
internal sealed class ReceivedFields(ImmutableArray<(string Name, string Value)> fields)
{
    /// <summary>More fields are not read.</summary>
    private const int Most = 300;

    /// <summary>Characters; what a longer field has beyond is cut off.</summary>
    private const int Longest = 8192;

    private const int LongestName = 100;

    public bool IsEmpty => fields.IsEmpty;

    /// <summary>The first of this name; null where there is none.</summary>
    public string? this[string name] => fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads one group of fields, up to the empty line that ends it or the end of the text.</summary>
    /// <param name="rest">Behind the empty line.</param>
    public static ReceivedFields Read(ReadOnlyMemory<byte> text, out ReadOnlyMemory<byte> rest)
    {
        var fields = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        var (name, value) = ("", new StringBuilder());
        rest = text;
        while (!rest.IsEmpty)
        {
            var line = ByteLines.Take(rest, out rest).Span;
            if (line.IsEmpty)
                break;
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                Append(value, line);
            }
            else if (line.IndexOf((byte)':') is var colon and > 0)
            {
                Close(fields, name, value);
                name = TransferDecoding.CharactersOf(line[..Math.Min(colon, LongestName)]).Trim();
                Append(value, line[(colon + 1)..]);
            }

            // A mailbox file's "From " line, or rubbish: not a field, and no end of them either.
        }

        Close(fields, name, value);
        return new ReceivedFields(fields.ToImmutable());
    }

    private static void Append(StringBuilder value, ReadOnlySpan<byte> text)
    {
        var room = Longest - value.Length;
        if (room > 0)
            value.Append(' ').Append(TransferDecoding.CharactersOf(text[..Math.Min(text.Length, room)]).Trim());
    }

    private static void Close(ImmutableArray<(string Name, string Value)>.Builder fields, string name, StringBuilder value)
    {
        if (name.Length > 0 && fields.Count < Most)
            fields.Add((name, value.ToString().Trim()));
        value.Clear();
    }
}
