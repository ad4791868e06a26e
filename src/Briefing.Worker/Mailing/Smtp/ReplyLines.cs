using System.Collections.Immutable;
using System.Text;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>
/// Puts a reply together from octets, however they arrive (RFC 5321, 4.2.1): every line has the same three digits, a hyphen
/// stands before all but the last text. Bounded in length and count; what is neither is no reply.
/// </summary>
internal sealed class ReplyLines
{
    /// <summary>RFC 5321, 4.5.3.1.5 allows 512 octets; some servers say more, none needs this much.</summary>
    private const int LongestLine = 2000;
    private const int MostLines = 100;

    private readonly ImmutableArray<string>.Builder _lines = ImmutableArray.CreateBuilder<string>();
    private int _code;

    /// <summary>Takes whole lines from the front of <paramref name="octets"/> until the reply is complete.</summary>
    /// <param name="taken">How many octets belong to the lines taken.</param>
    /// <returns>Null while lines are missing.</returns>
    /// <exception cref="FormatException">It is no reply.</exception>
    public SmtpReply? Take(ReadOnlySpan<byte> octets, out int taken)
    {
        taken = 0;
        while (octets[taken..].IndexOf((byte)'\n') is var end and >= 0)
        {
            var line = octets.Slice(taken, end);
            taken += end + 1;
            if (IsLast(line.EndsWith("\r"u8) ? line[..^1] : line))
                return new SmtpReply(_code, _lines.ToImmutable());
        }

        return octets.Length - taken > LongestLine ? throw new FormatException("a line without end") : null;
    }

    private bool IsLast(ReadOnlySpan<byte> line)
    {
        if (line.Length is < 3 or > LongestLine || _lines.Count == MostLines)
            throw new FormatException("a line too short, too long or one too many");
        var code = 0;
        foreach (var digit in line[..3])
            code = digit is >= (byte)'0' and <= (byte)'9' ? (code * 10) + digit - '0' : -1000;
        if (code is < 200 or > 599 || (_lines.Count > 0 && code != _code) || (line.Length > 3 && line[3] is not ((byte)' ' or (byte)'-')))
            throw new FormatException("a line without a reply's code");
        _code = code;
        _lines.Add(Shown(line.Length > 4 ? line[4..] : default));
        return line.Length == 3 || line[3] == ' ';
    }

    // Kept, shown and perhaps mailed on: nothing in it may move a cursor or end a line.
    private static string Shown(ReadOnlySpan<byte> text) =>
        string.Create(Encoding.UTF8.GetCharCount(text), Encoding.UTF8.GetString(text), static (shown, decoded) =>
        {
            for (var at = 0; at < shown.Length; at++)
                shown[at] = char.IsControl(decoded[at]) ? '\uFFFD' : decoded[at];
        });
}
