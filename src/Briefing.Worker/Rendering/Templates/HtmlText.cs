using System.Buffers;
using System.Text;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>Makes text safe inside HTML elements and quoted attributes.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    /// <summary>Replaces the five characters that mean something in HTML; all others, accents among them, stay.</summary>
    public static string Encode(string text)
    {
        var at = text.AsSpan().IndexOfAny(Special);
        if (at < 0)
            return text;
        var builder = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        while (at >= 0)
        {
            builder.Append(rest[..at]).Append(Entity(rest[at]));
            rest = rest[(at + 1)..];
            at = rest.IndexOfAny(Special);
        }

        return builder.Append(rest).ToString();
    }

    private static string Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "&#39;",
    };
}

/// <summary>
/// Text that an HTML template prints as it is. Four things give it: <c>capture</c>, the <c>raw</c> filter, <c>include</c> and
/// <c>html.escape</c>. In an operation or as a text argument of a function it becomes plain text and loses the mark, so that a value
/// that was worked on is encoded again.
/// </summary>
internal sealed class EncodedText(string text)
{
    public override string ToString() => text;
}
