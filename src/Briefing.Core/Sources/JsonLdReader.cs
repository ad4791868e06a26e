using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Briefing.Core.Sources;

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
