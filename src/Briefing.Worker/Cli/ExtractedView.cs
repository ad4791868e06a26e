using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Briefing.Core.Model;

namespace Briefing.Worker.Cli;

/// <summary>One document as <c>briefing extract</c> prints it. Stable: fields may be added, none renamed.</summary>
internal sealed record ExtractedView(string Document, string Sha256, ImmutableArray<ExtractedArticleView> Articles, ImmutableArray<ExtractedDropView> Dropped)
{
    public static ExtractedView Of(Document document, ExtractedDocument extracted) => new(
        document.Name,
        document.Sha256,
        [.. extracted.Articles.Select(ExtractedArticleView.Of)],
        [.. extracted.Dropped.Select(drop => new ExtractedDropView(drop.Span.Start, drop.Span.End, Names.Hyphened(drop.Reason.ToString()), drop.Text))]);

    public string ToJson(bool indented) =>
        JsonSerializer.Serialize(this, indented ? ExtractedJson.Indented.ExtractedView : ExtractedJson.Compact.ExtractedView);
}

internal sealed record ExtractedArticleView(
    string Headline, string? Outlet, string? Byline, string? Agency, string? ToldAgency, string? Dateline, string? Published, string Language,
    ExtractedNoticeView? MachineWritten, string Text, ImmutableArray<ExtractedPassageView> Passages)
{
    public static ExtractedArticleView Of(Article article) => new(
        article.Headline,
        article.Outlet,
        article.Byline,
        article.Agency,
        article.ToldAgency,
        article.Dateline,
        article.Published?.ToString(),
        article.Language,
        article.MachineWritten is { } notice ? new ExtractedNoticeView(Names.Hyphened(notice.Scope.ToString()), notice.Notice) : null,
        article.Text,
        [.. article.Passages.Select(passage =>
            new ExtractedPassageView(passage.Span.Start, passage.Span.End, Names.Hyphened(passage.Kind.ToString()), passage.Paragraph, passage.Text))]);
}

/// <param name="Scope">article or page.</param>
internal sealed record ExtractedNoticeView(string Scope, string Text);

internal sealed record ExtractedPassageView(int Start, int End, string Kind, int Paragraph, string Text);

internal sealed record ExtractedDropView(int Start, int End, string Reason, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExtractedView))]
internal sealed partial class ExtractedJson : JsonSerializerContext
{
    // Everything is read as JSON, never set into HTML: letters of all scripts stay letters.
    private static JsonSerializerOptions Unescaped(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };

    public static ExtractedJson Compact { get; } = new(Unescaped(indented: false));

    public static ExtractedJson Indented { get; } = new(Unescaped(indented: true));
}

file static class Names
{
    /// <summary>RelatedLink → related-link.</summary>
    public static string Hyphened(string name) =>
        string.Concat(name.Select((c, at) => char.IsUpper(c) && at > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
