using System.Globalization;
using Briefing.Core.Model;

namespace Briefing.Worker.Rendering.Text;

/// <summary>The words around the articles' own: counts, labels, lists.</summary>
internal static class Phrases
{
    /// <summary>1 story, 2 stories.</summary>
    public static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    /// <summary>AFP; AFP and Kyodo; AFP, Kyodo and 3 more.</summary>
    /// <param name="most">How many are named.</param>
    public static string List(IReadOnlyList<string> names, int most = 4)
    {
        var rest = names.Count > most ? names.Count - most + 1 : 0;
        var shown = names.Take(names.Count - rest).Concat(rest > 0 ? [$"{rest} more"] : []).ToList();
        return shown.Count < 2 ? string.Concat(shown) : $"{string.Join(", ", shown.Take(shown.Count - 1))} and {shown[^1]}";
    }

    /// <summary>AFP, Kyodo, Reuters; AFP, Kyodo and 3 more.</summary>
    /// <param name="most">How many are named.</param>
    public static string Series(IReadOnlyList<string> names, int most) =>
        names.Count > most ? List(names, most) : string.Join(", ", names);

    public static string Origins(int origins) =>
        origins == 0 ? "no known origin" : Count(origins, "independent origin", "independent origins");

    public static string Status(NewsStatus status) => status switch
    {
        NewsStatus.New => "new",
        NewsStatus.Updated => "updated",
        _ => "continuing",
    };

    public static string StatusLabel(NewsStatus status) => Capitalised(Status(status));

    public static string About(string about) => about switch
    {
        "date" => "On the date",
        "figure" => "On a figure",
        "name" => "On a name",
        "strength" => "On how firm it is",
        _ => $"On {DisplayText.Label(about)}",
    };

    public static string OriginBasis(string basis) => basis switch
    {
        "byline" => "credited in the byline",
        "told" => "its sources told the agency",
        "same-text" => "same text as a credited copy",
        "outlet" => "the outlet's own account",
        _ => DisplayText.Label(basis),
    };

    public static string DropReason(string reason) => reason switch
    {
        "boilerplate" => "page furniture",
        "navigation" => "menus and link lists",
        "promotion" => "advertisements and promotions",
        "consent" => "consent notices",
        "share" => "share and follow lines",
        "related-link" => "teasers of other stories",
        "language" => "text in another language",
        "caption" => "picture captions",
        "repeated" => "text printed twice",
        "metadata" => "bylines, dates and credits (kept with their article)",
        "no-article" => "documents or parts without an article",
        "out-of-window" => "articles outside the edition's days",
        "no-topic" => "statements under no topic",
        "limit" => "stories beyond the topic's number",
        _ => DisplayText.Label(reason).Replace('-', ' '),
    };

    public static string SourceStatus(string status) => status switch
    {
        "ok" => "Read",
        _ => Capitalised(DisplayText.Label(status)),
    };

    private static string Capitalised(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>How the pack is to be had, in words.</summary>
internal static class PackPhrases
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Null where there is none. What ends in a link has no full stop.</summary>
    public static string? Of(RenderOptions options, string? safeUrl)
    {
        // It is printed once, for all.
        var pack = options.Topics.Count > 0 ? "The pack with all topics" : "The pack";
        if (safeUrl is not null)
            return options.PackBytes is { } bytes ? $"{pack} ({Size(bytes)}) is too large to attach" : $"{pack} is too large to attach";
        return options.HasPack ? $"{pack} is attached." : null;
    }

    /// <summary>9.4 MB; 640 kB.</summary>
    private static string Size(long bytes) => bytes >= Megabyte
        ? $"{(bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture)} MB"
        : $"{Math.Max(1, bytes / 1024)} kB";
}
