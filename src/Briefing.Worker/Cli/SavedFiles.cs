using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Briefing.Worker.Cli;

/// <summary>Tells when files are saved. Editors save in several steps; those that follow one another closely are one.</summary>
internal static class SavedFiles
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(40);

    public static async IAsyncEnumerable<string> In(
        IReadOnlyList<string> folders, Func<string, bool> isWatched, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var saved = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var watchers = folders.Select(folder => Watch(folder, path =>
        {
            if (isWatched(path))
                saved.Writer.TryWrite(path);
        })).ToList();
        try
        {
            while (await WaitToRead(saved.Reader, cancellation))
            {
                await Task.Delay(Settling, cancellation);
                while (saved.Reader.TryRead(out var path))
                    yield return path;
            }
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    // Ctrl+C is the way to end it, not a fault.
    private static async Task<bool> WaitToRead(ChannelReader<string> reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.WaitToReadAsync(cancellation);
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
