using System.Collections.Frozen;
using System.Globalization;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>What the server offers in its answer to EHLO.</summary>
internal sealed class SmtpCapabilities
{
    private readonly FrozenDictionary<string, string> _offered;

    public SmtpCapabilities(SmtpReply ehlo)
    {
        // The first line is the server's name; a keyword said twice counts once, with all its words.
        _offered = ehlo.Lines.Skip(1)
            .Select(line => line.Trim().Split([' ', '='], 2))
            .GroupBy(words => words[0].ToUpperInvariant(), StringComparer.Ordinal)
            .ToFrozenDictionary(
                keyword => keyword.Key,
                keyword => string.Join(' ', keyword.Where(words => words.Length > 1).Select(words => words[1])),
                StringComparer.Ordinal);
        Mechanisms = (_offered.GetValueOrDefault("AUTH") ?? "").ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
        MostOctets = long.TryParse(_offered.GetValueOrDefault("SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most : null;
    }

    public bool StartTls => Offers("STARTTLS");
    public bool Pipelining => Offers("PIPELINING");
    public bool EightBitMime => Offers("8BITMIME");
    public bool SmtpUtf8 => Offers("SMTPUTF8");
    public bool Size => Offers("SIZE");
    public bool Dsn => Offers("DSN");

    /// <summary>Of AUTH, in capitals.</summary>
    public FrozenSet<string> Mechanisms { get; }

    /// <summary>RFC 1870; null where the server named no limit.</summary>
    public long? MostOctets { get; }

    private bool Offers(string keyword) => _offered.ContainsKey(keyword);
}
