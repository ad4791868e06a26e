using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Reading;
using Briefing.Worker.Sources;
using NodaTime;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing extract PATH …</c>: what the reading step finds in documents, for scripts and for people who ask why.</summary>
internal static class ExtractCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files or folders; the files of a folder are read in the order of their names, its subfolders are not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var lines = new Option<bool>("--jsonl") { Description = "One JSON object a line, a line a document." };
        var language = new Option<string?>("--language")
        {
            Description = "Keep text in this language only, as an edition does. Default: each document's own language.",
            HelpName = "CODE",
        };
        var command = new Command("extract", "Show the articles of documents, and what was dropped and why.") { paths, lines, language };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(paths), parsed.GetValue(lines), parsed.GetValue(language)));
        return command;
    }

    private static int Run(CommandContext context, string[] paths, bool asLines, string? language)
    {
        using var output = new StreamWriter(context.OpenOutput(), bufferSize: 1 << 16) { NewLine = "\n" };
        var (read, failed) = (0, 0);
        if (!asLines)
            output.Write('[');
        foreach (var (path, isMember) in paths.SelectMany(path => FilesOf(context, path)))
        {
            if (Read(context, path, isMember, read + 1) is not { } document)
            {
                failed++;
                continue;
            }

            Write(output, ExtractedView.Of(document, ArticleExtractor.Extract(document, language)), asLines, isFirst: read == 0);
            read++;
        }

        if (!asLines)
            output.Write(read == 0 ? "]\n" : "\n]\n");
        return read == 0 ? ExitCode.NothingMade : failed > 0 ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    private static IEnumerable<(string Path, bool IsMember)> FilesOf(CommandContext context, string path) =>
        Directory.Exists(context.PathOf(path))
            ? Directory.EnumerateFiles(context.PathOf(path)).Select(file => Path.Combine(path, Path.GetFileName(file))).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal).Select(file => (file, true))
            : [(path, false)];

    private static Document? Read(CommandContext context, string path, bool isMember, int number)
    {
        string? fault;
        var fullPath = context.PathOf(path);
        try
        {
            // A pipe that is named is meant; one that lies in a folder might never end.
            if (isMember && InputFile.Of(new FileInfo(fullPath), path).Length == 0)
                return Refuse(context, path, $"it {InputFile.WithoutBytes}");
            // The file's own time, so that the same file gives the same result whenever it is read.
            var writtenAt = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(fullPath));
            if (DocumentReader.TryRead(File.ReadAllBytes(fullPath), $"d{number}", Path.GetFileName(path), null, null, writtenAt, out var document, out fault))
                return document;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = "there is no such file or folder";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            fault = "it cannot be read";
        }

        return Refuse(context, path, fault);
    }

    private static Document? Refuse(CommandContext context, string path, string? fault)
    {
        context.Error.WriteLine($"briefing extract: {path}: {fault}");
        return null;
    }

    private static void Write(StreamWriter output, ExtractedView view, bool asLine, bool isFirst)
    {
        if (asLine)
        {
            output.WriteLine(view.ToJson(indented: false));
            return;
        }

        output.Write(isFirst ? "\n" : ",\n");
        output.Write(view.ToJson(indented: true));
    }
}

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
    string Headline, string? Outlet, string? Byline, string? Agency, [property: JsonPropertyName("toldAgency")] string? QuotedAgency, string? Dateline, string? Published, string Language,
    ExtractedNoticeView? MachineWritten, string Text, ImmutableArray<ExtractedPassageView> Passages)
{
    public static ExtractedArticleView Of(Article article) => new(
        article.Headline,
        article.Outlet,
        article.Byline,
        article.Agency,
        article.QuotedAgency,
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
