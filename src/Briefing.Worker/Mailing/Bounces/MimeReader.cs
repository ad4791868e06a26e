using System.Collections.Immutable;
using System.Text;

namespace Briefing.Worker.Mailing.Bounces;

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
