using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Briefing.Templating.Functions;

namespace Briefing.Templating.BuiltIns;

/// <summary>The <c>html</c> object.</summary>
internal static class HtmlBuiltIns
{
    // Scripts, comments and styles with their content; other tags with quoted attributes that may hold '>'.
    private const string Markup = """<script.*?</script>|<!--.*?-->|<style.*?</style>|<(?:[^>=]|='[^']*'|="[^"]*"|=[^'"][^\s>]*)*>""";

    // What URLs may hold unescaped (RFC 3986): the unreserved and the reserved characters.
    private const string UrlCharacters = "-_.~!*'();:@&=+$,/?#[]%";

    public static ScriptObject Create()
    {
        var html = new ScriptObject();
        html.Add("escape", "text:text", Escape);
        html.Add("strip", "text:text", call => string.IsNullOrEmpty(call.Text(0)) ? call.Text(0)
            : RegexBuiltIns.Run(call, Markup, RegexOptions.IgnoreCase | RegexOptions.Singleline, regex => regex.Replace(call.Text(0)!, string.Empty)));
        html.Add("newline_to_br", "text:text", call => NewLineToBreak(call.Text(0)));
        html.Add("url_encode", "text:text", call => string.IsNullOrEmpty(call.Text(0)) ? call.Text(0) : Uri.EscapeDataString(call.Text(0)!));
        html.Add("url_escape", "text:text", call => string.IsNullOrEmpty(call.Text(0)) ? call.Text(0) : EscapeUrl(call.Text(0)!));
        return html;
    }

    private static object? Escape(Call call)
    {
        if (string.IsNullOrEmpty(call.Text(0)))
            return call.Text(0);
        var escaped = WebUtility.HtmlEncode(call.Text(0)!);
        return call.Context.Options.Encode is null ? escaped : new EncodedText(escaped);
    }

    private static string? NewLineToBreak(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        var builder = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\r' || (text[at] == '\n' && (at == 0 || text[at - 1] != '\r')))
                builder.Append("<br />");
            builder.Append(text[at]);
        }

        return builder.ToString();
    }

    private static string EscapeUrl(string text)
    {
        var builder = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || UrlCharacters.Contains((char)rune.Value, StringComparison.Ordinal)))
                builder.Append((char)rune.Value);
            else
                builder.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return builder.ToString();
    }
}
