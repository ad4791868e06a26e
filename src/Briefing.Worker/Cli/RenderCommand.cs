using System.CommandLine;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Briefing.Core.Model;
using Briefing.Worker.Configuration;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Printing;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing render EDITION.json --out DIR</c>: a stored edition as mail, text and pack; for template authors.</summary>
internal static class RenderCommand
{
    public static Command Create(CommandContext context)
    {
        var edition = new Argument<string>("edition") { Description = "An edition.json." };
        var output = new Option<string>("--out") { Description = "The folder to write to.", HelpName = "DIR", DefaultValueFactory = _ => "out" };
        var format = new Option<string?>("--format") { Description = "Comma-separated: html, txt, pdf, eml. Default: all." };
        var templates = new Option<string?>("--templates") { HelpName = "DIR", Description = "A folder of templates in the place of the built-in ones. Default: templates/ here, where there is one." };
        var watch = new Option<bool>("--watch") { Description = "Go on: render again whenever the edition or a template is saved. Ctrl+C ends it." };
        var command = new Command("render", "Render a stored edition as mail (HTML and text), message and printable pack.") { edition, output, format, templates, watch };
        command.SetAction((parsed, cancellation) => Run(
            new Job(context, parsed.GetRequiredValue(edition), parsed.GetRequiredValue(output), TemplatesOf(context, parsed.GetValue(templates))),
            parsed.GetValue(format),
            parsed.GetValue(watch),
            cancellation));
        return command;
    }

    private static string? TemplatesOf(CommandContext context, string? given) =>
        given ?? (Directory.Exists(context.PathOf("templates")) ? "templates" : null);

    private static async Task<int> Run(Job job, string? formatList, bool watch, CancellationToken cancellation)
    {
        if (OutputFormats.Parse(formatList, out var fault) is not { } formats)
            return Refuse(job.Context, $"{fault}.");
        if (job.TemplatesPath is { } folder && !Directory.Exists(folder))
            return Refuse(job.Context, $"There is no folder {job.Templates}.");

        var shelf = new ActiveTemplates(job.TemplatesPath);
        await using var printer = PdfPrinters.Create(new PrintOptions());
        var files = new EditionFiles(new EditionRenderer(shelf), printer);
        if (!watch)
            return await RenderOnce(job, shelf, files, formats, cancellation);

        var folders = new[] { Path.GetDirectoryName(job.EditionPath)!, job.TemplatesPath }.OfType<string>();
        using var saved = new SavedFiles(folders, path => IsWatched(job, path));
        await RenderOnce(job, shelf, files, formats, cancellation);
        await foreach (var _ in saved.Savings(cancellation))
            await RenderOnce(job, shelf, files, formats, cancellation);
        return ExitCode.Done;
    }

    private static bool IsWatched(Job job, string path) =>
        path == job.EditionPath ||
        (job.TemplatesPath is { } folder && path.StartsWith(folder, StringComparison.Ordinal) && Path.GetExtension(path) is ".html" or ".txt" or ".css");

    private static async Task<int> RenderOnce(Job job, ActiveTemplates shelf, EditionFiles files, IReadOnlySet<string> formats, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var edition = EditionJson.Read(await File.ReadAllBytesAsync(job.EditionPath, cancellation));
            shelf.Load();
            var made = await files.Make(edition, formats, cancellation);
            var paths = new EditionFolder(job.Context.PathOf(job.Output)).Add(made.Files);
            foreach (var fault in made.Faults)
                await job.Context.Error.WriteLineAsync($"briefing render: {fault}");
            await job.Context.Output.WriteLineAsync($"rendered in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms: {string.Join(", ", paths)}");
            return made.Faults.Count == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return Refuse(job.Context, $"{job.Edition}: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse(job.Context, fault.Message);
        }
    }

    private static int Refuse(CommandContext context, string reason)
    {
        context.Error.WriteLine($"briefing render: {reason}");
        return ExitCode.BadUsage;
    }

    /// <param name="Templates">Null for the built-in ones.</param>
    private sealed record Job(CommandContext Context, string Edition, string Output, string? Templates)
    {
        public string EditionPath => Context.PathOf(Edition);

        public string? TemplatesPath => Templates is null ? null : Context.PathOf(Templates);
    }
}

/// <summary>Notices when files are saved, from its making on. Editors save in several steps; those that follow one another closely are one.</summary>
internal sealed class SavedFiles : IDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(40);

    private readonly Channel<string> _saved = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly List<FileSystemWatcher> _watchers;

    /// <param name="isWatched">By full path.</param>
    public SavedFiles(IEnumerable<string> folders, Func<string, bool> isWatched)
    {
        _watchers = [.. folders.Select(folder => Watch(folder, path =>
        {
            if (isWatched(path))
                _saved.Writer.TryWrite(path);
        }))];
    }

    /// <summary>One path for each saving, or several close ones. Ends when it is cancelled.</summary>
    public async IAsyncEnumerable<string> Savings([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await SomethingWasSaved(cancellation))
        {
            if (_saved.Reader.TryRead(out var path))
                yield return path;
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    // Ctrl+C is the way to end it, not a fault.
    private async Task<bool> SomethingWasSaved(CancellationToken cancellation)
    {
        try
        {
            await _saved.Reader.WaitToReadAsync(cancellation);
            await Task.Delay(Settling, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static FileSystemWatcher Watch(string folder, Action<string> saved)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => saved(change.FullPath);
        watcher.Created += (_, change) => saved(change.FullPath);
        watcher.Renamed += (_, change) => saved(change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
