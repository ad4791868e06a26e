using System.Buffers;
using System.Text;

namespace Briefing.Templating;

/// <summary>Makes text safe inside HTML elements and quoted attributes.</summary>
public static class HtmlText
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
