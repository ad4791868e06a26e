using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Briefing.Core.Model;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing render EDITION.json --out DIR</c>: a stored edition as mail, text and pack; for template authors.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var edition = new Argument<FileInfo>("edition") { Description = "An edition.json." };
        var output = new Option<DirectoryInfo>("--out") { Description = "The folder to write to.", DefaultValueFactory = _ => new DirectoryInfo("out") };
        var format = new Option<string?>("--format") { Description = "Comma-separated: html, txt, pdf, eml. Default: all." };
        var templates = new Option<DirectoryInfo?>("--templates") { Description = "A folder of templates in the place of the built-in ones. Default: templates/ here, where there is one." };
        var watch = new Option<bool>("--watch") { Description = "Go on: render again whenever the edition or a template is saved. Ctrl+C ends it." };
        var command = new Command("render", "Render a stored edition as mail (HTML and text), message and printable pack.") { edition, output, format, templates, watch };
        command.SetAction((parsed, cancellation) => Run(
            new Job(parsed.GetRequiredValue(edition), parsed.GetRequiredValue(output), TemplatesOf(parsed.GetValue(templates))),
            parsed.GetValue(format),
            parsed.GetValue(watch),
            cancellation));
        return command;
    }

    private static DirectoryInfo? TemplatesOf(DirectoryInfo? given) =>
        given ?? (Directory.Exists("templates") ? new DirectoryInfo("templates") : null);

    private static async Task<int> Run(Job job, string? formatList, bool watch, CancellationToken cancellation)
    {
        if (OutputFormats.Parse(formatList, out var fault) is not { } formats)
            return Refuse($"{fault}.");
        if (job.Templates is { Exists: false })
            return Refuse($"There is no folder {job.Templates}.");

        var shelf = new ActiveTemplates(job.Templates?.FullName);
        await using var printer = Engines.Printer(new PrintOptions());
        var files = new EditionFiles(new EditionRenderer(shelf), printer);
        if (!watch)
            return await RenderOnce(job, shelf, files, formats, cancellation);

        var folders = new[] { job.Edition.DirectoryName!, job.Templates?.FullName }.OfType<string>();
        using var saved = new SavedFiles(folders, path => IsWatched(job, path));
        await RenderOnce(job, shelf, files, formats, cancellation);
        await foreach (var _ in saved.Savings(cancellation))
            await RenderOnce(job, shelf, files, formats, cancellation);
        return ExitCode.Done;
    }

    private static bool IsWatched(Job job, string path) =>
        path == job.Edition.FullName ||
        (job.Templates is { } folder && path.StartsWith(folder.FullName, StringComparison.Ordinal) && Path.GetExtension(path) is ".html" or ".txt" or ".css");

    private static async Task<int> RenderOnce(Job job, ActiveTemplates shelf, EditionFiles files, IReadOnlySet<string> formats, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var edition = EditionJson.Read(await File.ReadAllBytesAsync(job.Edition.FullName, cancellation));
            shelf.Load();
            var made = await files.Make(edition, formats, cancellation);
            var paths = new EditionFolder(job.Output.FullName).Add(made.Files);
            foreach (var fault in made.Faults)
                await Console.Error.WriteLineAsync($"briefing render: {fault}");
            await Console.Out.WriteLineAsync($"rendered in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms: {string.Join(", ", paths)}");
            return made.Faults.Count == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return Refuse($"{job.Edition}: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse(fault.Message);
        }
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"briefing render: {reason}");
        return ExitCode.BadUsage;
    }

    /// <param name="Templates">Null for the built-in ones.</param>
    private sealed record Job(FileInfo Edition, DirectoryInfo Output, DirectoryInfo? Templates);
}
