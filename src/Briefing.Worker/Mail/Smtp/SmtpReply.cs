using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>A server's whole reply (RFC 5321, 4.2).</summary>
/// <param name="Code">Three digits, 200 to 599.</param>
/// <param name="Lines">
/// The text of every line, without code and line end, control characters replaced. Servers name the recipient in it: it is stored
/// with the attempt, and never logged.
/// </param>
internal sealed record SmtpReply(int Code, ImmutableArray<string> Lines)
{
    public bool IsPositive => Code < 300;
    public bool IsIntermediate => Code is >= 300 and < 400;
    public bool IsTransient => Code is >= 400 and < 500;
    public bool IsPermanent => Code >= 500;

    /// <summary>RFC 3463, as "5.1.1"; null where the server gave none that fits its code.</summary>
    public string? EnhancedStatus => Lines.Length > 0 && TryEnhanced(Lines[0], out var status) && status[0] - '0' == Code / 100 ? status : null;

    /// <summary>The subject and detail of the status, as ".1.1"; empty without one.</summary>
    public string Detail => EnhancedStatus is { } status ? status[1..] : "";

    public bool Equals(SmtpReply? other) => other is not null && Code == other.Code && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => HashCode.Combine(Code, Lines.Length);

    /// <summary>As it was received, with LF between the lines.</summary>
    public override string ToString() =>
        string.Join('\n', Lines.Select((line, at) => string.Create(CultureInfo.InvariantCulture, $"{Code}{(at < Lines.Length - 1 ? '-' : ' ')}{line}")));

    // class "." subject "." detail, one and up to three digits: RFC 3463, 2.
    private static bool TryEnhanced(string line, [NotNullWhen(true)] out string? status)
    {
        var word = line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal) is var end and >= 0 ? end : line.Length);
        Span<Range> parts = stackalloc Range[4];
        var sound = word.Split(parts, '.') == 3 && word[parts[0]].Length == 1;
        foreach (var part in parts[..3])
            sound = sound && word[part].Length is >= 1 and <= 3 && !word[part].ContainsAnyExceptInRange('0', '9');
        status = sound ? word.ToString() : null;
        return sound;
    }
}

/// <summary>
/// Puts a reply together from octets, however they arrive (RFC 5321, 4.2.1): every line has the same three digits, a hyphen
/// stands before all but the last text. Bounded in length and count; what is neither is no reply.
/// </summary>
internal sealed class ReplyLines
{
    /// <summary>RFC 5321, 4.5.3.1.5 allows 512 octets; some servers say more, none needs this much.</summary>
    private const int LongestLine = 2000;
    private const int MaxLines = 100;

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
        if (line.Length is < 3 or > LongestLine || _lines.Count == MaxLines)
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
