using System.Net;
using System.Text;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Mailing.Messages;

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
