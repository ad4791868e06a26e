using System.CommandLine;
using Briefing.Core.Extraction;
using Briefing.Core.Sources;
using Briefing.Worker.Fetching;
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
