using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Briefing.Worker.Printing;

/// <summary>
/// Puts page numbers where pack.html asks for them: into every empty element with <c>data-page-of="ID"</c>. Chromium has no
/// <c>target-counter()</c>, so a pack is printed once to learn where things fell and once with the numbers in place.
/// </summary>
internal static class ContentsPages
{
    private const string Mark = "data-page-of=\"";

    /// <summary>Stands for a number not yet known. Three digits, as wide as any number of the first thousand pages.</summary>
    private const string Unknown = "000";

    /// <summary>The ids asked for, in order, each once.</summary>
    public static ImmutableArray<string> AskedFor(string html) =>
        [.. Places(html).Select(place => place.Id).Distinct(StringComparer.Ordinal)];

    /// <param name="pages">Pages by id, from 1; null before they are known. An id without a page stays empty.</param>
    public static string Fill(string html, IReadOnlyDictionary<string, int>? pages)
    {
        var filled = new StringBuilder(html.Length + 1024);
        var done = 0;
        foreach (var (id, at) in Places(html))
        {
            filled.Append(html, done, at - done);
            if (pages is null)
                filled.Append(Unknown);
            else if (pages.TryGetValue(id, out var page))
                filled.Append(page.ToString(CultureInfo.InvariantCulture));
            done = at;
        }

        return filled.Append(html, done, html.Length - done).ToString();
    }

    // Text of articles cannot look like this: its quotation marks and angle brackets are encoded.
    private static IEnumerable<(string Id, int At)> Places(string html)
    {
        for (var from = 0; (from = html.IndexOf(Mark, from, StringComparison.Ordinal)) >= 0;)
        {
            from += Mark.Length;
            var idEnd = html.IndexOf('"', from);
            var tagEnd = idEnd < 0 ? -1 : html.IndexOf('>', idEnd);
            if (tagEnd < 0)
                yield break;
            if (html.AsSpan(tagEnd + 1).StartsWith("</", StringComparison.Ordinal))
                yield return (html[from..idEnd], tagEnd + 1);
            from = tagEnd;
        }
    }
}
