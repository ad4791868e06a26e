using System.Collections.Immutable;
using System.Text;

namespace Briefing.Worker.Mailing.Bounces;

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
