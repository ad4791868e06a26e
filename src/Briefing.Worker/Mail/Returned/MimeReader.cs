using System.Collections.Immutable;
using System.Text;

namespace Briefing.Worker.Mail.Returned;

/// <summary>
/// Reads a message into its parts, whatever it is: anybody may send us one. Time and space grow with its length, and everything has a
/// limit; what lies beyond is left out. It never throws.
/// </summary>
internal static class MimeReader
{
    /// <summary>Octets that are looked at. A notice that returns the whole message, pack and all, is longer; what is wanted of it stands before.</summary>
    public const int Longest = 1024 * 1024;

    private const int Deepest = 6;
    private const int MostParts = 40;

    // RFC 2046, 5.1.1.
    private const int LongestBoundary = 70;

    public static MimeEntity Read(ReadOnlyMemory<byte> message)
    {
        var left = MostParts;
        return ReadEntity(message.Length <= Longest ? message : message[..Longest], 0, ref left);
    }

    private static MimeEntity ReadEntity(ReadOnlyMemory<byte> text, int depth, ref int left)
    {
        var fields = ReceivedFields.Read(text, out var body);
        var type = ContentType.Read(fields["Content-Type"]);
        if (!type.IsMultipart || depth == Deepest || type["boundary"] is not { Length: > 0 and <= LongestBoundary } boundary)
            return new MimeEntity(fields, body, []);
        var parts = ImmutableArray.CreateBuilder<MimeEntity>();
        foreach (var part in Split(body, boundary))
        {
            if (left-- <= 0)
                break;
            parts.Add(ReadEntity(part, depth + 1, ref left));
        }

        return new MimeEntity(fields, default, parts.ToImmutable());
    }

    // What stands between lines that begin with the boundary; before the first and behind the closing one is nothing of interest. A
    // message that breaks off has a last part that does.
    private static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary)
    {
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        int? start = null;
        for (var at = 0; at < body.Length;)
        {
            var line = ByteLines.Take(body[at..], out var rest);
            var next = body.Length - rest.Length;
            if (IsBoundary(line.Span, delimiter, out var closes))
            {
                if (start is { } begun)
                    yield return body[begun..Math.Max(begun, EndBefore(body.Span, at))];
                start = next;
                if (closes)
                    yield break;
            }

            at = next;
        }

        if (start is { } last)
            yield return body[last..];
    }

    // White space may follow it, and nothing else: another boundary may begin with the same letters.
    private static bool IsBoundary(ReadOnlySpan<byte> line, ReadOnlySpan<byte> delimiter, out bool closes)
    {
        closes = false;
        if (!line.StartsWith(delimiter))
            return false;
        var behind = line[delimiter.Length..].TrimEnd(" \t"u8);
        closes = behind.SequenceEqual("--"u8);
        return closes || behind.IsEmpty;
    }

    // The line end before a boundary belongs to it.
    private static int EndBefore(ReadOnlySpan<byte> body, int at) => at switch
    {
        >= 2 when body[at - 2] == '\r' && body[at - 1] == '\n' => at - 2,
        >= 1 when body[at - 1] == '\n' => at - 1,
        _ => at,
    };
}

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

/// <summary>A media type with its parameters (RFC 2045, 5.1).</summary>
/// <param name="Name">"multipart/report", in small letters.</param>
/// <param name="Parameters">Names in small letters; the first of each name. RFC 2231's pieces are not put together.</param>
internal sealed record ContentType(string Name, ImmutableDictionary<string, string> Parameters)
{
    private const int MostParameters = 30;

    private static readonly ContentType Unsaid = new("text/plain", ImmutableDictionary<string, string>.Empty);

    /// <summary>Null where it has none.</summary>
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    public bool IsMultipart => Name.StartsWith("multipart/", StringComparison.Ordinal);

    /// <param name="field">Null where there is no such field.</param>
    public static ContentType Read(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return Unsaid;
        var pieces = Pieces(field);
        var parameters = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var piece in pieces.Skip(1).Take(MostParameters))
        {
            if (piece.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
                parameters.TryAdd(piece[..equals].Trim().ToLowerInvariant(), Unquoted(piece[(equals + 1)..].Trim()));
        }

        return new ContentType(pieces[0].Trim().ToLowerInvariant(), parameters.ToImmutable());
    }

    // At semicolons that stand in no quotation.
    private static List<string> Pieces(string field)
    {
        var pieces = new List<string>();
        var (start, quoted) = (0, false);
        for (var at = 0; at < field.Length; at++)
        {
            if (field[at] == '\\' && quoted)
                at++;
            else if (field[at] == '"')
                quoted = !quoted;
            else if (field[at] == ';' && !quoted)
            {
                pieces.Add(field[start..at]);
                start = at + 1;
            }
        }

        pieces.Add(field[start..]);
        return pieces;
    }

    private static string Unquoted(string value) =>
        value is ['"', .. var inner, '"'] ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal)
        // A comment may follow, though it hardly ever does.
        : value.Split(' ', 2)[0];
}

/// <summary>Lines that end in LF or CRLF, or with the text.</summary>
internal static class ByteLines
{
    /// <param name="rest">Behind the line's end.</param>
    /// <returns>The first line without its end.</returns>
    public static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> text, out ReadOnlyMemory<byte> rest)
    {
        var end = text.Span.IndexOf((byte)'\n');
        rest = end < 0 ? default : text[(end + 1)..];
        var line = end < 0 ? text : text[..end];
        return line.Span is [.., (byte)'\r'] ? line[..^1] : line;
    }
}
