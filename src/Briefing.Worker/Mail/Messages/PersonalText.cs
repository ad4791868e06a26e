using System.Net;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Model;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Mail.Messages;

/// <summary>
/// A text part with places for personal values. It travels as quoted-printable, which a value may interrupt anywhere: before and
/// after it stands a soft line break, which readers take out again (RFC 2045, 6.7 (5)), so that what surrounds a value is encoded
/// once whatever the value is, and the value can end neither its line nor its part.
/// </summary>
internal static class PersonalText
{
    /// <param name="subtype">plain or html; in HTML, values are encoded for it.</param>
    /// <returns>Null where the text has no place for a value.</returns>
    public static IReadOnlyList<object>? Pieces(string subtype, string text, Placeholders placeholders)
    {
        var pieces = new List<object>();
        var rest = text.ReplaceLineEndings("\r\n");
        if (!rest.EndsWith("\r\n", StringComparison.Ordinal))
            rest += "\r\n";
        while (Next(rest, placeholders) is var (at, placeholder, value))
        {
            pieces.Add(QuotedPrintable.Encode(Encoding.UTF8.GetBytes(rest[..at])));
            pieces.Add(new TemplatePiece.Slot(subtype == "html" ? personal => WebUtility.HtmlEncode(value(personal)) : value));
            rest = rest[(at + placeholder.Length)..];
        }

        if (pieces.Count == 0)
            return null;
        pieces.Add(QuotedPrintable.Encode(Encoding.UTF8.GetBytes(rest)));
        return pieces;
    }

    /// <summary>The value as it stands in a slot: whole lines that end in a soft break; nothing for nothing.</summary>
    public static byte[] Encode(string value) => QuotedPrintable.Encode(Encoding.UTF8.GetBytes(EncodedWords.OneLine(value)));

    private static (int At, string Placeholder, Func<PersonalValues, string> Value)? Next(string text, Placeholders placeholders)
    {
        (int At, string Placeholder, Func<PersonalValues, string> Value)? first = null;
        foreach (var (placeholder, value) in Places(placeholders))
        {
            var at = text.IndexOf(placeholder, StringComparison.Ordinal);
            if (at >= 0 && (first is null || at < first.Value.At))
                first = (at, placeholder, value);
        }

        return first;
    }

    private static (string Placeholder, Func<PersonalValues, string> Value)[] Places(Placeholders placeholders) =>
    [
        (placeholders.Unsubscribe, personal => personal.Unsubscribe),
        (placeholders.Preferences, personal => personal.Preferences),
        (placeholders.Greeting, personal => DisplayText.Clean(personal.Greeting)),
    ];
}

/// <summary>What differs per subscriber, as plain text; where it stands in HTML it is encoded there.</summary>
/// <param name="Unsubscribe">The address of the subscriber's own page.</param>
/// <param name="Preferences">The address of the page with the subscriber's choices; empty for texts that have no place for it.</param>
internal sealed record PersonalValues(string Unsubscribe, string Greeting, string Preferences)
{
    /// <summary>For messages that have no place for any.</summary>
    public static PersonalValues None { get; } = new("", "", "");
}

/// <summary>
/// What stands in a rendered edition for that which differs per subscriber. Made from a hash of the whole edition: a news text that
/// wanted to forge one would have to contain its own hash. Each is an address that leads nowhere (RFC 2606), so that it may stand
/// wherever an address or a text may.
/// </summary>
internal sealed record Placeholders
{
    private Placeholders(byte[] hash)
    {
        // No longer: templates break long words.
        var name = Convert.ToHexStringLower(hash)[..20];
        Unsubscribe = $"https://u{name}.invalid/";
        Preferences = $"https://p{name}.invalid/";
        Greeting = $"https://g{name}.invalid/";
    }

    public string Unsubscribe { get; }

    public string Preferences { get; }

    public string Greeting { get; }

    public static Placeholders Of(Edition edition) => new(SHA256.HashData(EditionJson.Write(edition)));
}
