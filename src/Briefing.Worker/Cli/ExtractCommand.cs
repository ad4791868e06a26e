using System.CommandLine;
using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Reading;
using Briefing.Worker.Fetching;
using NodaTime;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing extract PATH …</c>: what the reading step finds in documents, for scripts and for people who ask why.</summary>
internal static class ExtractCommand
{
    public static Command Create()
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
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(lines), parsed.GetValue(language)));
        return command;
    }

    private static int Run(string[] paths, bool asLines, string? language)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16) { NewLine = "\n" };
        var (read, failed) = (0, 0);
        if (!asLines)
            output.Write('[');
        foreach (var (path, isMember) in paths.SelectMany(FilesOf))
        {
            if (Read(path, isMember, read + 1) is not { } document)
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

    private static IEnumerable<(string Path, bool IsMember)> FilesOf(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal).Select(file => (file, true))
            : [(path, false)];

    private static Document? Read(string path, bool isMember, int number)
    {
        string? fault;
        try
        {
            // A pipe that is named is meant; one that lies in a folder might never end.
            if (isMember && InputFile.Of(new FileInfo(path), path).Length == 0)
                return Refuse(path, $"it {InputFile.WithoutBytes}");
            // The file's own time, so that the same file gives the same result whenever it is read.
            var writtenAt = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path));
            if (DocumentReader.TryRead(File.ReadAllBytes(path), $"d{number}", Path.GetFileName(path), null, null, writtenAt, out var document, out fault))
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

        return Refuse(path, fault);
    }

    private static Document? Refuse(string path, string? fault)
    {
        Console.Error.WriteLine($"briefing extract: {path}: {fault}");
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
