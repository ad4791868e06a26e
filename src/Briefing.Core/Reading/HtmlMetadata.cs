using System.Text.Json;
using AngleSharp.Html.Dom;
using Briefing.Core.Model;
using Briefing.Core.Text.Dates;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Core.Reading;

/// <summary>A page's own account of itself: JSON-LD first, then Open Graph and meta elements, then time elements.</summary>
internal static class HtmlMetadataReader
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date",
        "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "article.published", "cxenseparse:recs:publishtime",
    ];

    // Systems that know no date print the first one they can.
    private const int EarliestYear = 1990;

    public static PageMetadata Read(IHtmlDocument page)
    {
        var linked = JsonLdReader.Read(page);
        var named = NamedMeta(page);
        var (date, at) = FirstDate(
            [linked.Published, .. DateNames.Select(name => named.GetValueOrDefault(name)),
             page.QuerySelector("time[pubdate]")?.GetAttribute("datetime"), page.QuerySelector("article time[datetime], time[datetime]")?.GetAttribute("datetime")]);
        return new PageMetadata(
            Title: Clean(linked.Headline) ?? Clean(named.GetValueOrDefault("og:title")) ?? Clean(page.Title),
            SiteName: Clean(named.GetValueOrDefault("og:site_name")) ?? Clean(linked.Publisher) ?? Clean(named.GetValueOrDefault("application-name")),
            Author: Clean(linked.Author) ?? NotAddress(Clean(named.GetValueOrDefault("author"))) ?? NotAddress(Clean(named.GetValueOrDefault("article:author"))),
            Url: Clean(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Clean(named.GetValueOrDefault("og:url")),
            Language: LanguageOf(page.DocumentElement.GetAttribute("lang") ?? named.GetValueOrDefault("og:locale")),
            PublishedOn: date,
            PublishedAt: at);
    }

    private static Dictionary<string, string> NamedMeta(IHtmlDocument page)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (!string.IsNullOrWhiteSpace(name))
                named.TryAdd(name.Trim(), meta.GetAttribute("content")!);
        }

        return named;
    }

    private static (LocalDate? Date, Instant? At) FirstDate(IEnumerable<string?> values)
    {
        foreach (var value in values)
        {
            if (string.IsNullOrWhiteSpace(value))
                continue;
            if (OffsetDateTimePattern.ExtendedIso.Parse(value.Trim()) is { Success: true, Value: var exact } && exact.Year >= EarliestYear)
                return (exact.Date, exact.ToInstant());
            if (PrintedDateReader.Read(value, new TextSpan(0, value.Length)).FirstOrDefault(mention => mention.Year >= EarliestYear) is { } mention)
                return (mention.Date, mention.At);
        }

        return (null, null);
    }

    private static string? LanguageOf(string? tag)
    {
        var code = tag?.Trim().Split('-', '_')[0].ToLowerInvariant();
        return code is { Length: 2 } ? code : null;
    }

    private static string? NotAddress(string? value) =>
        value is not null && value.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : value;

    private static string? Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>What schema.org data in a page says of its article.</summary>
internal readonly record struct JsonLdArticle(string? Headline, string? Author, string? Publisher, string? Published);

internal static class JsonLdReader
{
    private const int Deepest = 12;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static JsonLdArticle Read(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent.Trim().TrimEnd(';'), Lenient);
                if (FindArticle(json.RootElement, 0) is { } article)
                    return article;
            }
            catch (JsonException)
            {
                // Broken data beside an intact page is common; the page's other accounts of itself are read then.
            }
        }

        return default;
    }

    private static JsonLdArticle? FindArticle(JsonElement element, int depth)
    {
        if (depth > Deepest)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (FindArticle(item, depth + 1) is { } article)
                    return article;
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (IsArticle(element))
            return new JsonLdArticle(Text(element, "headline"), Text(element, "author"), Text(element, "publisher"), Text(element, "datePublished"));
        return element.TryGetProperty("@graph", out var graph) ? FindArticle(graph, depth + 1)
            : element.TryGetProperty("mainEntity", out var main) ? FindArticle(main, depth + 1)
            : null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return false;
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(IsArticleType)
            : IsArticleType(type);
    }

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String
        && type.GetString() is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name is "LiveBlogPosting" or "BlogPosting" or "Report");

    // A name may stand as text, as an object with a name, or as a list of either.
    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? Name(value, 0) : null;

    private static string? Name(JsonElement value, int depth) => value.ValueKind switch
    {
        _ when depth > Deepest => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Name(name, depth + 1) : null,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => Name(item, depth + 1)).OfType<string>().Take(6)) is { Length: > 0 } names
            ? names
            : null,
        _ => null,
    };
}
