using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Briefing.Worker.Mailing.Smtp;

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
